package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Flapping;
import io.greenpark.alerts.rule.Hysteresis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a key is judged over time: a rule that changes leaves what was judged before as it was. */
public interface RuleCourse {
    /** When the verdicts of periods that start then make an episode. */
    Hysteresis at(Instant start);

    /** The most raising periods that any version of a rule of this kind asks for. */
    int longestRaise();

    /** When what comes and goes is one case, as of then; null for never. */
    @Nullable
    Flapping flapping(Instant start);

    /** What a case cites whose figure is of the period that starts then; null where no rule is kept. */
    @Nullable
    CitedRule cited(Instant start);

    /** One that never changes and is not cited. */
    record Fixed(Hysteresis hysteresis) implements RuleCourse {
        @Override
        public Hysteresis at(Instant start) {
            return hysteresis;
        }

        @Override
        public int longestRaise() {
            return hysteresis.raiseAfter();
        }

        @Override
        public @Nullable Flapping flapping(Instant start) {
            return null;
        }

        @Override
        public @Nullable CitedRule cited(Instant start) {
            return null;
        }
    }
}
