package io.greenpark.cleanproduction.candidate;

import io.greenpark.cleanproduction.round.AuditReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the books over what is allowed, or a count of cases.
 *
 * @param kind what it is
 * @param quantity of a load what is discharged; null elsewhere
 * @param from first day of the period
 * @param to the day after its last
 * @param figure what the books say; of loads and energy at least so much, as what was not measured is not in it
 * @param bound what is allowed, or from how many on it counts
 * @param unit of both: {@code t}, {@code tce} or {@code cases}
 * @param completeness share of the time so far that was measured, 0..1; null for counts
 * @param cases ids of the cases that are counted; empty elsewhere
 */
public record Evidence(
        Kind kind,
        @Nullable String quantity,
        LocalDate from,
        LocalDate to,
        BigDecimal figure,
        BigDecimal bound,
        String unit,
        @Nullable Double completeness,
        List<String> cases) {
    public Evidence {
        cases = List.copyOf(cases);
    }

    public enum Kind {
        /** Cases of exceeded limits. */
        EXCEEDANCES(AuditReason.OVER_STANDARD),
        /** A year's discharge over what the permit allows. */
        LOAD(AuditReason.OVER_TOTAL),
        /** A year's energy over what was approved. */
        ENERGY(AuditReason.OVER_ENERGY_QUOTA);

        private final AuditReason reason;

        Kind(AuditReason reason) {
            this.reason = reason;
        }

        /** For which reason it could be put on the register. */
        public AuditReason reason() {
            return reason;
        }
    }
}
