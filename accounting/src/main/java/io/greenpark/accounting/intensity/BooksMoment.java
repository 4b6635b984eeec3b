package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The books and the registry at one moment, and what the rows of several subjects have in common: an enterprise's energy is in
 * its own, its park's and the district's rows.
 */
final class BooksMoment {
    private final Handle handle;
    private final Registry registry;
    private final Map<ElectricityBasis, EnergyMonths> energy = new EnumMap<>(ElectricityBasis.class);

    BooksMoment(Handle handle, Registry registry) {
        this.handle = handle;
        this.registry = registry;
    }

    Handle handle() {
        return handle;
    }

    Registry registry() {
        return registry;
    }

    EnergyMonths energy(ElectricityBasis basis) {
        return energy.computeIfAbsent(basis, b -> new EnergyMonths(handle, registry, b));
    }
}
