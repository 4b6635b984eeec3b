package io.greenpark.park.energy;

import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Comprehensive energy and CO2 of amounts of carriers: E = sum of amount x factor (GB/T 2589-2020, chapters 6 and 8; CO2
 * likewise with emission factors). Carriers the set does not count in comprehensive energy (water and other working
 * media) are left out. Exact; a factor that is missing makes the figure null with a reason, never 0.
 */
public final class StandardCoal {
    private static final int KG_PER_TONNE_DIGITS = 3;

    private StandardCoal() {}

    /**
     * A figure, or why there is none.
     *
     * @param tonnes null exactly if {@code reason} is not
     */
    public record Tonnes(
            @Nullable BigDecimal tonnes, @Nullable Reason reason) {
        /** A figure that cannot be stated. */
        public static Tonnes missing(Reason reason) {
            return new Tonnes(null, reason);
        }

        /** The sum of two figures; missing if one of them is. */
        public Tonnes plus(Tonnes other) {
            if (tonnes == null) {
                return this;
            }
            return other.tonnes == null ? other : new Tonnes(tonnes.add(other.tonnes), null);
        }
    }

    /** Tonnes of standard coal (tce) of base amounts (Wh, L, kJ, g). */
    public static Tonnes tce(Map<Carrier, Long> amounts, CoefficientSet set) {
        return sum(amounts, set, Coefficient::kgcePerUnit, Reason.Factor.STANDARD_COAL);
    }

    /** Tonnes of CO2 of base amounts (Wh, L, kJ, g). */
    public static Tonnes co2(Map<Carrier, Long> amounts, CoefficientSet set) {
        return sum(amounts, set, Coefficient::co2KgPerUnit, Reason.Factor.CO2);
    }

    private static Tonnes sum(
            Map<Carrier, Long> amounts,
            CoefficientSet set,
            Function<Coefficient, @Nullable BigDecimal> factorOf,
            Reason.Factor kind) {
        BigDecimal kg = BigDecimal.ZERO;
        List<Carrier> without = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            Long amount = amounts.get(carrier);
            if (amount == null) {
                continue;
            }
            Coefficient coefficient = set.coefficients().get(carrier);
            if (coefficient != null && !coefficient.countsInComprehensiveEnergy()) {
                continue;
            }
            BigDecimal factor = coefficient == null ? null : factorOf.apply(coefficient);
            if (factor == null) {
                without.add(carrier);
            } else {
                kg = kg.add(carrier.unit().fromBase(amount).multiply(factor));
            }
        }
        if (!without.isEmpty()) {
            return Tonnes.missing(Reason.noFactor(set.id(), kind, without));
        }
        return new Tonnes(kg.movePointLeft(KG_PER_TONNE_DIGITS), null);
    }
}
