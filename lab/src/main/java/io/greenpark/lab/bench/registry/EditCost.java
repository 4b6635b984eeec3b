package io.greenpark.lab.bench.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Processor time of the edits of one kind, in milliseconds each. */
final class EditCost {
    final String kind;
    private final Map<Part, List<Double>> times = new EnumMap<>(Part.class);

    /** What takes the time. */
    enum Part {
        SNAPSHOT,
        ACCOUNTS,
        /** The longest that bookings wait for them at a time. */
        ACCOUNTS_AT_A_TIME,
        INTENSITIES,
        RULES
    }

    EditCost(String kind) {
        this.kind = kind;
    }

    void add(Part part, double ms) {
        times.computeIfAbsent(part, p -> new ArrayList<>()).add(ms);
    }

    double median(Part part) {
        List<Double> sorted =
                times.getOrDefault(part, List.of()).stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    double max(Part part) {
        return times.getOrDefault(part, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
