package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversion factors of one date and one basis. Figures of different bases are never compared.
 *
 * @param validFrom first day it applies to
 * @param validTo first day it no longer applies to; null if open
 * @param basis how electricity is converted
 */
public record CoefficientSet(
        String id,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        ElectricityBasis basis,
        Map<Carrier, Coefficient> coefficients) {
    public CoefficientSet {
        coefficients = Map.copyOf(coefficients);
    }

    /** How electricity becomes standard coal. */
    public enum ElectricityBasis {
        /** Equivalent value (dangliang zhi): its own heat, 0.1229 kgce/kWh. */
        EQUIVALENT,
        /** Equal value (dengjia zhi): the coal its generation takes, changing yearly. */
        EQUAL_VALUE
    }

    /**
     * Factors of one carrier, per unit of {@link Carrier#unit()}.
     *
     * @param kgcePerUnit standard coal, kgce per unit; null if the set has none
     * @param co2KgPerUnit CO2, kg per unit; null if the set has none: the figure is null then, with the reason
     * @param countsInComprehensiveEnergy false for water and other working media
     * @param source where the factors come from
     * @param sourceZh the same in Chinese; null where it reads alike
     * @param confirmed false for factors not read in a confirmed source
     */
    public record Coefficient(
            @Nullable BigDecimal kgcePerUnit,
            @Nullable BigDecimal co2KgPerUnit,
            boolean countsInComprehensiveEnergy,
            String source,
            @Nullable String sourceZh,
            boolean confirmed) {
        /** Factors whose source reads alike in both languages. */
        public Coefficient(
                @Nullable BigDecimal kgcePerUnit,
                @Nullable BigDecimal co2KgPerUnit,
                boolean countsInComprehensiveEnergy,
                String source,
                boolean confirmed) {
            this(kgcePerUnit, co2KgPerUnit, countsInComprehensiveEnergy, source, null, confirmed);
        }

        /** Where the factors come from, in both languages. */
        public Bilingual sourceText() {
            return new Bilingual(sourceZh == null ? source : sourceZh, source);
        }
    }
}
