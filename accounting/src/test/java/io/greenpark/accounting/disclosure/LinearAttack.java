package io.greenpark.accounting.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who collects every sum that leaves and solves all of them together. A value counts as recovered where a sum of which
 * all that is known has been taken is within a tenth of it: then it is alone in that sum or makes up nearly all of it.
 */
public final class LinearAttack {
    private static final double NOTHING = 1e-9;
    private static final double TOLERANCE = 0.1;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Equation> equations = new ArrayList<>();

    private record Equation(Map<Integer, Double> terms, double sum) {}

    /** What was told: the sum of some unknowns, each by its name. */
    public void told(Set<String> unknowns, BigDecimal sum) {
        Map<String, Double> terms = new LinkedHashMap<>();
        unknowns.forEach(u -> terms.put(u, 1.0));
        told(terms, sum.doubleValue());
    }

    /** What follows from something told: unknowns times factors make up a sum. */
    public void told(Map<String, Double> unknowns, double sum) {
        Map<Integer, Double> terms = new LinkedHashMap<>();
        unknowns.forEach((u, factor) -> terms.put(columns.computeIfAbsent(u, k -> columns.size()), factor));
        if (!terms.isEmpty()) {
            equations.add(new Equation(terms, sum));
        }
    }

    /** How many sums were told. */
    public int size() {
        return equations.size();
    }

    /** Which of some values the sums tell. */
    public Set<String> recovered(Map<String, BigDecimal> values) {
        Set<String> recovered = new TreeSet<>();
        for (double[] row : reduced()) {
            values.forEach((name, value) -> {
                Integer column = columns.get(name);
                if (column != null && Math.abs(row[column]) > NOTHING) {
                    double estimate = row[columns.size()] / row[column];
                    double truth = value.doubleValue();
                    if (Math.abs(estimate - truth) <= TOLERANCE * Math.abs(truth)) {
                        recovered.add(name);
                    }
                }
            });
        }
        return recovered;
    }

    private double[] row(Equation equation) {
        double[] row = new double[columns.size() + 1];
        equation.terms().forEach((column, factor) -> row[column] = factor);
        row[columns.size()] = equation.sum();
        return row;
    }

    /** Gauss and Jordan, with the largest pivot of each column. */
    private List<double[]> reduced() {
        List<double[]> rows = new ArrayList<>(equations.stream().map(this::row).toList());
        int done = 0;
        for (int column = 0; column < columns.size() && done < rows.size(); column++) {
            int pivot = done;
            for (int r = done; r < rows.size(); r++) {
                pivot = Math.abs(rows.get(r)[column]) > Math.abs(rows.get(pivot)[column]) ? r : pivot;
            }
            if (Math.abs(rows.get(pivot)[column]) <= NOTHING) {
                continue;
            }
            Collections.swap(rows, done, pivot);
            eliminate(rows, done, column);
            done++;
        }
        return rows.subList(0, done);
    }

    private static void eliminate(List<double[]> rows, int pivot, int column) {
        double[] by = rows.get(pivot);
        double factor = by[column];
        for (int i = 0; i < by.length; i++) {
            by[i] /= factor;
        }
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            double times = row[column];
            if (r != pivot && Math.abs(times) > NOTHING) {
                for (int i = 0; i < row.length; i++) {
                    row[i] -= times * by[i];
                }
            }
        }
    }
}
