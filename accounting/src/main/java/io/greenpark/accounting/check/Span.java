package io.greenpark.accounting.check;

/** A stretch of time, from {@code fromMs} to {@code toMs}, exclusive. */
public record Span(long fromMs, long toMs) {
    long length() {
        return Math.max(0, toMs - fromMs);
    }

    boolean overlaps(Span other) {
        return fromMs < other.toMs && other.fromMs < toMs;
    }

    /** The time both have; of no length where they have none. */
    Span within(Span other) {
        long from = Math.max(fromMs, other.fromMs);
        return new Span(from, Math.max(from, Math.min(toMs, other.toMs)));
    }

    /** Whether the time {@code at} lies inside with more than {@code marginMs} on either side of it. */
    boolean crosses(long at, long marginMs) {
        return at - fromMs > marginMs && toMs - at > marginMs;
    }
}
