package io.greenpark.alerts.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time from the first raising period until enough consecutive periods were good again.
 *
 * @param since start of its first raising period
 * @param over end of the period that ended it; null while it lasts
 * @param worst the raising verdict with the greatest severity, of equals the first
 * @param last the newest raising verdict
 * @param spells how often it was so, and for how long: once, but where several make one case
 */
public record Episode(Instant since, @Nullable Instant over, Verdict worst, Verdict last, Spells spells) {
    /** One that never came again. */
    public Episode(Instant since, @Nullable Instant over, Verdict worst, Verdict last) {
        this(since, over, worst, last, Spells.one(since));
    }

    /** Whether it has ended. */
    public boolean closed() {
        return over != null;
    }

    /** End of the time it is known to cover. */
    public Instant coveredTo() {
        return over != null ? over : last.to();
    }
}
