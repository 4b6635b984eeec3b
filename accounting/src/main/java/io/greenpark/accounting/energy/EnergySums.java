package io.greenpark.accounting.energy;

import io.greenpark.park.unit.Carrier;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums of periods of one length, by carrier and start of the period. */
final class EnergySums {
    private final Map<Carrier, TreeMap<Long, EnergySum>> byCarrier = new EnumMap<>(Carrier.class);

    TreeMap<Long, EnergySum> of(Carrier carrier) {
        return byCarrier.computeIfAbsent(carrier, c -> new TreeMap<>());
    }

    EnergySum at(Carrier carrier, long startMs) {
        TreeMap<Long, EnergySum> sums = byCarrier.get(carrier);
        return sums == null ? EnergySum.NOTHING : sums.getOrDefault(startMs, EnergySum.NOTHING);
    }

    void add(Carrier carrier, long startMs, EnergySum sum) {
        of(carrier).merge(startMs, sum, EnergySum::plus);
    }

    void put(Carrier carrier, long startMs, EnergySum sum) {
        of(carrier).put(startMs, sum);
    }

    Collection<Carrier> carriers() {
        return byCarrier.keySet();
    }
}
