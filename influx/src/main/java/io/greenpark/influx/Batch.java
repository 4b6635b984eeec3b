package io.greenpark.influx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines on their way out together, as the bodies of requests. All lines of a point are in one lane, in their order; lines
 * of suspect series have bodies of their own.
 */
final class Batch {
    private static final int BYTES_A_LINE = 128;

    private final Suspects suspects;
    private final int mostLines;
    private final List<Shard> lanes = new ArrayList<>();
    private int lines;

    /** One request. */
    record RequestBody(String text, int lines, boolean suspect) {}

    /** @param mostLines lines a request */
    Batch(Suspects suspects, int lanes, int mostLines) {
        this.suspects = suspects;
        this.mostLines = mostLines;
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(new Shard(mostLines));
        }
    }

    private static final class Shard {
        private final List<RequestBody> bodies = new ArrayList<>();
        private final BodyBuilder plain;
        private final BodyBuilder suspect = new BodyBuilder(0, true);

        Shard(int mostLines) {
            plain = new BodyBuilder(Math.min(mostLines, 20_000) * BYTES_A_LINE, false);
        }

        List<RequestBody> bodies() {
            plain.close(bodies);
            suspect.close(bodies);
            return bodies;
        }
    }

    private static final class BodyBuilder {
        private final StringBuilder text;
        private final boolean suspect;
        private int lines;

        BodyBuilder(int size, boolean suspect) {
            this.text = new StringBuilder(size);
            this.suspect = suspect;
        }

        void close(List<RequestBody> bodies) {
            if (lines > 0) {
                bodies.add(new RequestBody(text.toString(), lines, suspect));
                text.setLength(0);
                lines = 0;
            }
        }
    }

    /**
     * Adds a line.
     *
     * @param key the point or whatever else its lines have in common whose order matters
     * @param line writes the line without its end
     */
    void add(String key, Consumer<StringBuilder> line) {
        Shard lane = lanes.get(Math.floorMod(key.hashCode(), lanes.size()));
        StringBuilder text = lane.plain.text;
        int start = text.length();
        line.accept(text);
        BodyBuilder to = lane.plain;
        if (!suspects.none() && suspects.contains(text.substring(start))) {
            to = lane.suspect;
            to.text.append(text, start, text.length());
            text.setLength(start);
        }
        to.text.append('\n');
        if (++to.lines >= mostLines) {
            to.close(lane.bodies);
        }
        lines++;
    }

    int lines() {
        return lines;
    }

    /** The requests of a lane, in the order in which they must be sent; ends the batch. */
    List<RequestBody> bodies(int lane) {
        return lanes.get(lane).bodies();
    }
}
