package io.greenpark.store.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides which files may go: whole files, oldest first, never the newest, never past a registered reader. */
final class Retention {
    private Retention() {}

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
