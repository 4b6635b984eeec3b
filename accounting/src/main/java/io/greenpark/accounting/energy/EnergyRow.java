package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The energy account of a subject and a period.
 *
 * @param from start of the period
 * @param to end of the period, exclusive
 * @param amounts what was used of each carrier, in {@link Carrier#unit()}, exact; carriers without a meter are absent
 * @param estimated what of the amounts is estimated, seen from the period; carriers of which nothing is are absent
 * @param tce comprehensive energy in tonnes of standard coal; null with a reason where it cannot be stated
 * @param co2T CO2 in tonnes; null with a reason where it cannot be stated
 * @param reasons why a figure is null, by the figure's name ({@code tce}, {@code co2T}, a carrier's code)
 * @param coverage of the expected time of all boundary points
 * @param coefficientSet id of the set used; null if none applies
 */
public record EnergyRow(
        Instant from,
        Instant to,
        Map<Carrier, BigDecimal> amounts,
        Map<Carrier, BigDecimal> estimated,
        @Nullable BigDecimal tce,
        @Nullable BigDecimal co2T,
        Map<String, Reason> reasons,
        Coverage coverage,
        Quality quality,
        FigureStatus status,
        @Nullable String coefficientSet) {
    /** Why there is no completeness: nothing was metered; null if there is one. */
    public @Nullable Reason unmetered() {
        Reason why = reasons.get("tce");
        return why != null && why.saysUnmetered() ? Reason.of(Cause.NO_BOUNDARY_METER) : null;
    }
}
