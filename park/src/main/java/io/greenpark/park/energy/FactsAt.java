package io.greenpark.park.energy;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a point by epoch milliseconds, and values in base units: asked for with every sample. */
final class FactsAt {
    private FactsAt() {}

    static @Nullable PointFacts of(Point point, long timeMs) {
        List<PointFacts> facts = point.facts();
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i).validFrom().toEpochMilli() <= timeMs) {
                return facts.get(i);
            }
        }
        return null;
    }

    /** The facts of a time known to be after the first; before it, the first. */
    static PointFacts required(Point point, long timeMs) {
        PointFacts facts = of(point, timeMs);
        return facts == null ? point.facts().get(0) : facts;
    }

    /** A value as sent, in base units before the ratio; exact for the shortest decimal form of the value. */
    static BigDecimal base(PointFacts facts, double value) {
        return facts.unit().toBase(BigDecimal.valueOf(value));
    }
}
