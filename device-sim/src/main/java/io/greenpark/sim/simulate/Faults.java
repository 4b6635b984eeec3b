package io.greenpark.sim.simulate;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What goes wrong in a simulated park; everything else is in order.
 *
 * @param yearlyChangePercent yearly change of an enterprise's energy, by enterprise id; others follow the default trend
 * @param exceeding points that exceed their limit from a time on, by point id
 * @param silent devices that send their history and then fall silent
 */
public record Faults(Map<String, Double> yearlyChangePercent, Map<String, Instant> exceeding, Set<String> silent) {
    /** A park in order. */
    public static final Faults NONE = new Faults(Map.of(), Map.of(), Set.of());

    public Faults {
        yearlyChangePercent = Map.copyOf(yearlyChangePercent);
        exceeding = Map.copyOf(exceeding);
        silent = Set.copyOf(silent);
    }
}
