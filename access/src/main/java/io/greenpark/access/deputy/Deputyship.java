package io.greenpark.access.deputy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody stands in for somebody else for a while.
 *
 * @param account whose cases the other one sees to
 * @param deputy the other one
 * @param until exclusive; it ends then by itself
 * @param word what was said with it; null for nothing
 * @param ended when somebody ended it before; null where nobody did
 * @param endedBy who did
 */
public record Deputyship(
        String id,
        String account,
        String deputy,
        Instant from,
        Instant until,
        Instant created,
        String createdBy,
        @Nullable String word,
        @Nullable Instant ended,
        @Nullable String endedBy) {
    /** When it is over. */
    public Instant end() {
        return ended != null && ended.isBefore(until) ? ended : until;
    }

    /** Whether it runs at a time. */
    public boolean runsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(end());
    }

    /** Whether it is over, or never began. */
    public boolean isOver(Instant at) {
        return !at.isBefore(end());
    }

    /** Whether it runs at some time of a span. */
    boolean meets(Instant begin, Instant finish) {
        return from.isBefore(finish) && begin.isBefore(end());
    }
}
