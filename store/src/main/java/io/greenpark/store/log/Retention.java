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
            if (next.firstOffset() > slowest || lastArrival(files, i).plus(keep).isAfter(now)) {
                break;
            }
            drop.add(files.get(i));
        }
        return drop;
    }

    /** No reading of a file arrived after the day of any later file: a clock that was once ahead must not keep it. */
    private static Instant lastArrival(List<SegmentFile> files, int index) {
        Instant last = files.get(index).dayEnd();
        for (SegmentFile later : files.subList(index + 1, files.size())) {
            last = later.dayEnd().isBefore(last) ? later.dayEnd() : last;
        }
        return last;
    }
}
