package io.greenpark.operations.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is costly to find out, found out anew only when it has become old. Any thread may ask; one looks at a time. */
final class Cached<T> {
    private final Supplier<T> look;
    private final Duration oldAfter;
    private final Clock clock;
    private @Nullable T seen;
    private Instant seenAt = Instant.MIN;

    Cached(Supplier<T> look, Duration oldAfter, Clock clock) {
        this.look = look;
        this.oldAfter = oldAfter;
        this.clock = clock;
    }

    synchronized T get() {
        Instant now = clock.instant();
        T known = seen;
        // A clock set back makes everything look young; it is not, so look again.
        if (known == null || now.isBefore(seenAt) || now.isAfter(seenAt.plus(oldAfter))) {
            known = look.get();
            seen = known;
            seenAt = now;
        }
        return known;
    }
}
