package io.greenpark.operations.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is costly to get, kept for a while. Any thread may ask; one thread gets it at a time. */
final class Cached<T> {
    private final Supplier<T> source;
    private final Duration maxAge;
    private final Clock clock;
    private @Nullable T value;
    private Instant valueAt = Instant.MIN;

    Cached(Supplier<T> source, Duration maxAge, Clock clock) {
        this.source = source;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    synchronized T get() {
        Instant now = clock.instant();
        T known = value;
        // After the clock was set back, the age is unknown.
        if (known == null || now.isBefore(valueAt) || now.isAfter(valueAt.plus(maxAge))) {
            known = source.get();
            value = known;
            valueAt = now;
        }
        return known;
    }
}
