package io.greenpark.accounting.work;

/** A half-open range of time in epoch milliseconds. */
public record TimeRange(long fromMs, long toMs) {
    public boolean contains(long timeMs) {
        return fromMs <= timeMs && timeMs < toMs;
    }

    /** Whether both have time in common. */
    public boolean meets(TimeRange other) {
        return fromMs < other.toMs && other.fromMs < toMs;
    }

    /** The smallest range that holds both. */
    public TimeRange span(TimeRange other) {
        return new TimeRange(Math.min(fromMs, other.fromMs), Math.max(toMs, other.toMs));
    }

    /** The range with some time more on either side. */
    public TimeRange widened(long byMs) {
        return new TimeRange(fromMs - byMs, toMs + byMs);
    }
}
