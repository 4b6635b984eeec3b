package io.greenpark.cleanproduction.coverage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far the enterprises of a list are, as counts of them.
 *
 * @param listed on the approved list
 * @param started those of them that have started an audit, also those that are further
 * @param reported those that have handed in the report, also those that are further
 * @param covered those whose audit was accepted and is not due again
 */
public record Coverage(int listed, int started, int reported, int covered) {
    public static final Coverage NONE = new Coverage(0, 0, 0, 0);

    /** Both together. */
    public Coverage and(Coverage other) {
        return new Coverage(
                listed + other.listed, started + other.started, reported + other.reported, covered + other.covered);
    }

    /** The share that is covered, in percent as {@link Share} writes it; null where nobody is on the list. */
    public @Nullable BigDecimal percent() {
        return Share.percent(covered, listed);
    }
}
