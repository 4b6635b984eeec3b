package io.greenpark.store.log;

import io.greenpark.park.log.TelemetryLog.CommittedPosition;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops whole files, oldest first, never the newest, never past a registered reader. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Segments segments;
    private final Duration keep;
    private final Clock clock;
    private final Map<String, CommittedPosition> readers = new ConcurrentHashMap<>();
    private volatile Instant nextTime;

    Retention(Segments segments, Duration keep, Clock clock) {
        this.segments = segments;
        this.keep = keep;
        this.clock = clock;
        this.nextTime = clock.instant().plus(EVERY);
    }

    /** From now on nothing is dropped that the reader has not passed. */
    void register(String reader, CommittedPosition committed) {
        readers.put(reader, committed);
    }

    /** {@link #apply} once an hour, however often this is called. */
    void applyWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextTime)) {
            nextTime = now.plus(EVERY);
            apply();
        }
    }

    /** Drops the files that are old enough and behind every registered reader. */
    void apply() {
        OptionalLong slowest = slowestReader();
        if (slowest.isEmpty()) {
            return;
        }
        for (SegmentFile file : droppable(segments.all(), clock.instant(), keep, slowest.getAsLong())) {
            try {
                segments.drop(file);
                LOG.info("log file {} is older than {} and was dropped", file, keep);
            } catch (IOException e) {
                LOG.warn("log file {} could not be dropped: {}", file, e.toString());
            }
        }
    }

    /** The offset that every reader has reached; empty if that cannot be told. */
    private OptionalLong slowestReader() {
        long slowest = Long.MAX_VALUE;
        for (Map.Entry<String, CommittedPosition> reader : readers.entrySet()) {
            try {
                slowest = Math.min(slowest, reader.getValue().get(0).offset());
            } catch (RuntimeException e) {
                LOG.warn("log: the position of reader {} cannot be read; nothing is dropped", reader.getKey(), e);
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(slowest);
    }

    /**
     * @param files all files, oldest first
     * @param slowest the offset that every registered reader has reached
     * @return the files to drop, oldest first
     */
    static List<SegmentFile> droppable(List<SegmentFile> files, Instant now, Duration keep, long slowest) {
        List<SegmentFile> drop = new ArrayList<>();
        for (int i = 0; i + 1 < files.size(); i++) {
            SegmentFile next = files.get(i + 1);
            if (next.firstOffset() > slowest
                    || lastArrival(files, i, now).plus(keep).isAfter(now)) {
                break;
            }
            drop.add(files.get(i));
        }
        return drop;
    }

    /**
     * When the last reading of a file may have arrived. A file's own day is believed, also where a later file is of an
     * earlier day: a clock that was behind for a while must not make what came before it look old. Only a day that is yet to
     * come cannot be true; then the first later file of a credible day bounds it, so that a clock that was once ahead does
     * not keep files for ever.
     */
    private static Instant lastArrival(List<SegmentFile> files, int index, Instant now) {
        Instant tomorrow = now.plus(Duration.ofDays(1));
        return files.subList(index, files.size()).stream()
                .map(SegmentFile::dayEnd)
                .filter(end -> !end.isAfter(tomorrow))
                .findFirst()
                .orElse(files.get(index).dayEnd());
    }
}
