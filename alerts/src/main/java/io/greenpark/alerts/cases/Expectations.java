package io.greenpark.alerts.cases;

import io.greenpark.park.reason.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything is still expected that could end a case: of a point that has ended no mean will ever clear it. Asked
 * for episodes that last; the verdicts stay, since what they say was so.
 */
@FunctionalInterface
public interface Expectations {
    /** Whatever is evaluated is expected. */
    Expectations ALL = (key, lastPeriod) -> null;

    /** Whether cases of a key inhibit those of another; asked of one that began at a time. */
    default boolean inhibits(CaseKey inhibiting, CaseKey inhibited, Instant since) {
        return true;
    }

    /**
     * Why nothing is expected any more; null while something is.
     *
     * @param lastPeriod start of the newest period that raised
     */
    @Nullable
    Reason noLonger(CaseKey key, Instant lastPeriod);
}
