package io.greenpark.park.sample;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The arithmetic of one point failed: a matter of that point and its readings, of nobody else's. */
public final class PointArithmeticException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointId;
    private final transient @Nullable Sample sample;

    private PointArithmeticException(String pointId, @Nullable Sample sample, RuntimeException cause) {
        super(
                "point " + pointId + (sample == null ? "" : " at " + at(sample) + ", value " + sample.value()) + ": "
                        + cause,
                cause);
        this.pointId = pointId;
        this.sample = sample;
    }

    public String pointId() {
        return pointId;
    }

    /** At which sample; null if that is not known. */
    public @Nullable Sample sample() {
        return sample;
    }

    /** Why the hours from a time on are missing. */
    public Reason reason(long fromMs) {
        Throwable cause = getCause();
        return Reason.arithmeticFailed(
                pointId,
                sample == null ? Instant.ofEpochMilli(fromMs) : at(sample),
                sample == null ? null : String.valueOf(sample.value()),
                String.valueOf(cause));
    }

    private static Instant at(Sample sample) {
        return Instant.ofEpochMilli(sample.timeMs());
    }

    /** Computes something of a point. */
    public static <T> T of(Point point, Supplier<T> work) {
        try {
            return work.get();
        } catch (PointArithmeticException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PointArithmeticException(point.id(), null, e);
        }
    }

    /** What failed at a sample; one that was told already stays as it is. */
    public static PointArithmeticException at(Point point, Sample sample, RuntimeException failure) {
        return failure instanceof PointArithmeticException told
                ? told
                : new PointArithmeticException(point.id(), sample, failure);
    }
}
