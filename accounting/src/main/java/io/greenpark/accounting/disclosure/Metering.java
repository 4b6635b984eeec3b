package io.greenpark.accounting.disclosure;

import io.greenpark.accounting.energy.BoundaryMetering;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which enterprises the figures of a month count: those with a boundary meter in use. Any thread may ask. */
final class Metering {
    private final Registry registry;
    private final Map<String, BoundaryMetering> meters = new HashMap<>();
    private final Map<YearMonth, Set<String>> months = new ConcurrentHashMap<>();

    Metering(Registry registry) {
        this.registry = registry;
        for (Enterprise e : registry.facts().enterprises()) {
            meters.put(e.id(), new BoundaryMetering(registry, e.id()));
        }
    }

    /** Enterprises metered at some time of a month. */
    Set<String> in(YearMonth month) {
        return months.computeIfAbsent(month, m -> {
            Set<String> metered = new HashSet<>();
            meters.forEach((enterprise, meter) -> {
                ParkTime time = registry.timeOf(enterprise);
                TimeRange range = new TimeRange(
                        time.startOf(m).toEpochMilli(),
                        time.startOf(m.plusMonths(1)).toEpochMilli());
                if (!meter.carriers(range).isEmpty()) {
                    metered.add(enterprise);
                }
            });
            return metered;
        });
    }

    /** Those of some enterprises that are metered in any of the months, as figures of several months count them. */
    Set<String> counted(List<String> enterprises, List<YearMonth> periods) {
        Set<String> counted = new LinkedHashSet<>();
        for (String enterprise : enterprises) {
            if (periods.stream().anyMatch(m -> in(m).contains(enterprise))) {
                counted.add(enterprise);
            }
        }
        return counted;
    }
}
