package io.greenpark.influx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines on their way out together, as the bodies of requests. All lines of a point are in one shard, in their order; lines
 * of suspect series have bodies of their own.
 */
final class Batch {
    private static final int BYTES_PER_LINE = 128;

    private final Suspects suspects;
    private final int maxLines;
    private final List<Shard> shards = new ArrayList<>();
    private int lines;

    /** One request. */
    record RequestBody(String text, int lines, boolean suspect) {}

    /** @param maxLines lines per request */
    Batch(Suspects suspects, int shards, int maxLines) {
        this.suspects = suspects;
        this.maxLines = maxLines;
        for (int i = 0; i < shards; i++) {
            this.shards.add(new Shard(maxLines));
        }
    }

    private static final class Shard {
        private final List<RequestBody> bodies = new ArrayList<>();
        private final BodyBuilder regular;
        private final BodyBuilder suspect = new BodyBuilder(0, true);

        Shard(int maxLines) {
            regular = new BodyBuilder(Math.min(maxLines, 20_000) * BYTES_PER_LINE, false);
        }

        List<RequestBody> bodies() {
            regular.close(bodies);
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
     * @param key the point, or another key of lines whose order matters
     * @param line writes the line without its end
     */
    void add(String key, Consumer<StringBuilder> line) {
        Shard shard = shards.get(Math.floorMod(key.hashCode(), shards.size()));
        StringBuilder text = shard.regular.text;
        int start = text.length();
        line.accept(text);
        BodyBuilder to = shard.regular;
        if (!suspects.isEmpty() && suspects.contains(text.substring(start))) {
            to = shard.suspect;
            to.text.append(text, start, text.length());
            text.setLength(start);
        }
        to.text.append('\n');
        if (++to.lines >= maxLines) {
            to.close(shard.bodies);
        }
        lines++;
    }

    int lines() {
        return lines;
    }

    /** The requests of a shard, in the order in which they must be sent; ends the batch. */
    List<RequestBody> bodies(int shard) {
        return shards.get(shard).bodies();
    }
}
