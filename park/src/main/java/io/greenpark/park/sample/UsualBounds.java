package io.greenpark.park.sample;

import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
import io.greenpark.park.registry.PointFacts.PointKind;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Between which values a quantity lies wherever the registry says nothing. Physics, not a standard: nothing has less than
 * none of a substance in it, pH is read on a scale of 0 to 14 (GB/T 6920), air holds 20.9 % of oxygen, which analysers
 * span to 25 % (HJ 76), and a humidity is a share. Power and amounts of a period may be negative, temperatures and
 * pressures are not bounded.
 */
final class UsualBounds {
    private static final Bounds NOT_NEGATIVE = new Bounds(BigDecimal.ZERO, null);
    private static final Bounds ACIDITY = new Bounds(BigDecimal.ZERO, BigDecimal.valueOf(14));
    private static final Bounds OXYGEN = new Bounds(BigDecimal.ZERO, BigDecimal.valueOf(25));
    private static final Bounds HUMIDITY = new Bounds(BigDecimal.ZERO, BigDecimal.valueOf(100));

    /** As parts of a quantity's name between dashes. */
    private static final Set<String> OXYGEN_NAMES = Set.of("o2", "oxygen");

    private static final Set<String> HUMIDITY_NAMES = Set.of("humidity", "rh", "moisture");

    private UsualBounds() {}

    static Bounds of(String quantity, PointFacts facts) {
        if (facts.kind() == PointKind.REGISTER) {
            return NOT_NEGATIVE;
        }
        return switch (facts.unit().dimension()) {
            case CONCENTRATION_GAS, CONCENTRATION_WATER -> NOT_NEGATIVE;
            case ACIDITY -> ACIDITY;
            case RATIO -> ratio(quantity);
            default -> Bounds.NONE;
        };
    }

    private static Bounds ratio(String quantity) {
        for (String part : quantity.split("-")) {
            if (OXYGEN_NAMES.contains(part)) {
                return OXYGEN;
            }
            if (HUMIDITY_NAMES.contains(part)) {
                return HUMIDITY;
            }
        }
        return Bounds.NONE;
    }
}
