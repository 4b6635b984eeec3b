package io.greenpark.park.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The set of readings, keyed (point, time). An instance is bound to one transaction of the books' database and used by
 * that transaction's thread only, so that readings, bookings and the reader's position commit together.
 *
 * <p>Recent days live in a hot table; {@link #compact} packs a closed day into one row per point. Callers never notice:
 * every read merges both, and late readings are accepted at any age.
 */
public interface ReadingStore {
    /**
     * Puts a batch into the set. Idempotent: the same batch again changes nothing and reports nothing.
     *
     * @param readings readings in log order
     * @param last the log position of the last one; decides which of two differing values of one (point, time) counts
     * @return what was new or differed, one entry per touched (point, time), in the order of the batch
     */
    List<Touched> put(List<Reading> readings, Position last);

    /** Samples with {@code fromMs <= time < toMs}, oldest first. */
    List<Sample> range(String pointId, long fromMs, long toMs);

    /**
     * Samples of several points in one pass over time: cheaper by far than a {@link #range} of each.
     *
     * @param maxSamples about how many to hold at a time; where there are more, the window ends earlier
     */
    SampleWindow window(Collection<String> pointIds, long fromMs, long toMs, int maxSamples);

    /** The newest sample with {@code time < timeMs}. */
    Optional<Sample> lastBefore(String pointId, long timeMs);

    /** The oldest sample with {@code time >= timeMs}. */
    Optional<Sample> firstFrom(String pointId, long timeMs);

    /** The newest sample of the point, by device time. */
    Optional<Sample> latest(String pointId);

    /** The newest samples of several points, by point: cheaper by far than {@link #latest} of each. */
    Map<String, Sample> latest(Collection<String> pointIds);

    /** Values that lost against a later position at the same (point, time), as evidence, oldest first. */
    List<Sample> superseded(String pointId, long fromMs, long toMs);

    /** Number of samples in the set; for checks and totals. */
    long count();

    /**
     * Packs the samples of days before {@code day} (park zone) that are still hot, at most {@code maxPoints} (point,
     * day) pairs a call so that no write takes long.
     *
     * @return how many pairs were packed; 0 when there is nothing left to do
     */
    int compact(LocalDate day, int maxPoints);

    /**
     * A change of the set.
     *
     * @param change NEW for a (point, time) never seen, CHANGED where a differing value replaced an earlier one
     */
    record Touched(String pointId, long timeMs, Change change) {}

    /** How a put changed the set. */
    enum Change {
        NEW,
        CHANGED
    }
}
