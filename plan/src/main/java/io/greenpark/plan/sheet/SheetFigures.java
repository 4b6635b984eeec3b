package io.greenpark.plan.sheet;

import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an enterprise and a year. What is not known is null, never 0.
 *
 * @param landMu land of its own, in mu (666.67 square metres); 0 of a tenant without land
 * @param landInUseMu what of it is in use, in mu
 * @param taxCny taxes paid, CNY
 * @param salesCny revenue of its main business, CNY
 * @param outputCny gross output at current prices, CNY
 * @param researchCny spending on research and development, CNY
 * @param capacityUsedPercent output as a share of what its equipment could make, percent
 * @param energyUsedPercent energy used as a share of what was approved, percent; counts where the meters cannot tell
 * @param dischargeUsedPercent discharge as a share of what its permit allows, percent; of several pollutants the highest share
 * @param performanceClass in the evaluation by yield per mu of that year
 * @param aboveScale whether it is in the above-scale statistics of that year
 * @param polluting whether it is listed as a polluting enterprise
 * @param inPark whether it lies in an industrial park
 * @param industry id of its industry
 */
public record SheetFigures(
        @Nullable BigDecimal landMu,
        @Nullable BigDecimal landInUseMu,
        @Nullable BigDecimal taxCny,
        @Nullable BigDecimal salesCny,
        @Nullable BigDecimal outputCny,
        @Nullable BigDecimal researchCny,
        @Nullable BigDecimal capacityUsedPercent,
        @Nullable BigDecimal energyUsedPercent,
        @Nullable BigDecimal dischargeUsedPercent,
        @Nullable PerformanceClass performanceClass,
        @Nullable Boolean aboveScale,
        @Nullable Boolean polluting,
        @Nullable Boolean inPark,
        @Nullable String industry) {
    /** Figures that are the same amount are the same figures, however many zeros they were typed with. */
    public SheetFigures {
        landMu = plain(landMu);
        landInUseMu = plain(landInUseMu);
        taxCny = plain(taxCny);
        salesCny = plain(salesCny);
        outputCny = plain(outputCny);
        researchCny = plain(researchCny);
        capacityUsedPercent = plain(capacityUsedPercent);
        energyUsedPercent = plain(energyUsedPercent);
        dischargeUsedPercent = plain(dischargeUsedPercent);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        BigDecimal stripped = value == null ? null : value.stripTrailingZeros();
        return stripped == null || stripped.scale() >= 0 ? stripped : stripped.setScale(0);
    }

    /** Nothing is known. */
    public static final SheetFigures EMPTY =
            new SheetFigures(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** A figure that is a number; null where it is not known. */
    public @Nullable BigDecimal amount(SheetField field) {
        return switch (field) {
            case LAND -> landMu;
            case LAND_IN_USE -> landInUseMu;
            case TAX -> taxCny;
            case SALES -> salesCny;
            case OUTPUT -> outputCny;
            case RESEARCH -> researchCny;
            case CAPACITY_USED -> capacityUsedPercent;
            case ENERGY_USED -> energyUsedPercent;
            case DISCHARGE_USED -> dischargeUsedPercent;
            case CLASS, ABOVE_SCALE, POLLUTING, IN_PARK, INDUSTRY -> null;
        };
    }

    /** Whether it says anything of a field. */
    public boolean has(SheetField field) {
        return switch (field) {
            case CLASS -> performanceClass != null;
            case ABOVE_SCALE -> aboveScale != null;
            case POLLUTING -> polluting != null;
            case IN_PARK -> inPark != null;
            case INDUSTRY -> industry != null;
            default -> amount(field) != null;
        };
    }
}
