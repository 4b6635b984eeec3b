package io.greenpark.accounting.work;

/** A half-open span of time in epoch milliseconds. */
public record TimeRange(long fromMs, long toMs) {
    /** Whether both have time in common. */
    public boolean meets(TimeRange other) {
        return fromMs < other.toMs && other.fromMs < toMs;
    }
}
