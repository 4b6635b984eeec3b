package io.greenpark.lab.bench.registry;

import java.util.ArrayList;
import java.util.List;

/** Processor time of the edits of one kind, in milliseconds each. */
final class EditCost {
    final String kind;
    private final List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    /** What takes the time. */
    enum Part {
        SNAPSHOT,
        ACCOUNTS,
        RULES
    }

    EditCost(String kind) {
        this.kind = kind;
    }

    void add(Part part, double ms) {
        times.get(part.ordinal()).add(ms);
    }

    double median(Part part) {
        List<Double> sorted = times.get(part.ordinal()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    double max(Part part) {
        return times.get(part.ordinal()).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
