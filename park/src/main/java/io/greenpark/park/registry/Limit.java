package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A discharge limit of a point. A mean equal to the limit complies.
 *
 * @param pointId the point it is judged on
 * @param averaging HOUR for stacks, DAY for water
 * @param upper largest allowed mean; null if there is none
 * @param lower smallest allowed mean (pH); null if there is none
 * @param unit unit of the bounds
 * @param warnFraction share of {@code upper} above which an early warning is raised, e.g. 0.8; null for none
 * @param source standard and table, or permit: what tells limits of one point apart
 * @param confirmed false where the figure was not read in a confirmed source
 * @param validFrom from when on it applies
 * @param validTo until when, exclusive; null if open
 * @param terms how the source words it
 */
public record Limit(
        String id,
        String pointId,
        Averaging averaging,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal lower,
        Unit unit,
        @Nullable BigDecimal warnFraction,
        String source,
        boolean confirmed,
        Instant validFrom,
        @Nullable Instant validTo,
        LimitTerms terms) {
    /** Of which nothing more is stated. */
    public Limit(
            String id,
            String pointId,
            Averaging averaging,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal lower,
            Unit unit,
            @Nullable BigDecimal warnFraction,
            String source,
            boolean confirmed,
            Instant validFrom,
            @Nullable Instant validTo) {
        this(
                id,
                pointId,
                averaging,
                upper,
                lower,
                unit,
                warnFraction,
                source,
                confirmed,
                validFrom,
                validTo,
                LimitTerms.NONE);
    }

    /** The source for people. */
    public Bilingual sourceText() {
        return new Bilingual(terms.sourceZh() == null ? source : terms.sourceZh(), source);
    }

    public enum Averaging {
        HOUR,
        DAY
    }
}
