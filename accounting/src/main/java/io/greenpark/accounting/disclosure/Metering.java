package io.greenpark.accounting.disclosure;

import io.greenpark.accounting.energy.BoundaryMetering;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which enterprises the figures of a month count: those with a boundary meter in use. Any thread may ask. */
final class Metering {
    private final List<Metered> enterprises = new ArrayList<>();
    private final Map<YearMonth, Set<String>> months = new ConcurrentHashMap<>();

    private record Metered(String enterprise, ParkTime time, BoundaryMetering meters) {}

    Metering(Registry registry) {
        for (Enterprise e : registry.facts().enterprises()) {
            enterprises.add(new Metered(e.id(), registry.parkOf(e).time(), new BoundaryMetering(registry, e.id())));
        }
    }

    /** Enterprises metered at some time of a month. */
    Set<String> in(YearMonth month) {
        return months.computeIfAbsent(month, this::metered);
    }

    private Set<String> metered(YearMonth month) {
        Map<ParkTime, TimeRange> ranges = new HashMap<>();
        Set<String> metered = new HashSet<>();
        for (Metered each : enterprises) {
            TimeRange range = ranges.computeIfAbsent(
                    each.time(),
                    time -> new TimeRange(
                            time.startOf(month).toEpochMilli(),
                            time.startOf(month.plusMonths(1)).toEpochMilli()));
            if (each.meters().isInUse(range)) {
                metered.add(each.enterprise());
            }
        }
        return metered;
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
