package io.greenpark.alerts;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts whose figures a test sets: what a rule is to evaluate, without the readings that would lead to it. */
public final class TestAccounts implements DischargeAccounts, IntensityAccounts, EnergyAccounts {
    private final Map<String, TreeMap<Instant, DischargeRow>> means = new TreeMap<>();
    private final Map<Subject, TreeMap<YearMonth, IntensityRow>> months = new HashMap<>();

    private final Map<Subject, TreeMap<Instant, EnergyRow>> hours = new HashMap<>();

    /** How often intensities were asked for. */
    public int intensityReads;

    public void put(String point, Step step, DischargeRow row) {
        means.computeIfAbsent(point + step, k -> new TreeMap<>()).put(row.from(), row);
    }

    public void remove(String point, Step step, Instant from) {
        means.getOrDefault(point + step, new TreeMap<>()).remove(from);
    }

    public void put(Subject subject, IntensityRow row) {
        months.computeIfAbsent(subject, s -> new TreeMap<>()).put(row.month(), row);
    }

    public void put(Subject subject, EnergyRow row) {
        hours.computeIfAbsent(subject, s -> new TreeMap<>()).put(row.from(), row);
    }

    @Override
    public List<EnergyRow> rows(Subject subject, LocalDate from, LocalDate to, Step step, ElectricityBasis basis) {
        ParkTime time = ParkTime.shanghai();
        return List.copyOf(hours.getOrDefault(subject, new TreeMap<>())
                .subMap(time.startOf(from), time.startOf(to))
                .values());
    }

    @Override
    public List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step) {
        return List.copyOf(means.getOrDefault(pointId + step, new TreeMap<>())
                .subMap(from, to)
                .values());
    }

    @Override
    public List<Long> starts(String pointId, Step step, long afterMs, int max) {
        return means.getOrDefault(pointId + step, new TreeMap<>()).keySet().stream()
                .map(Instant::toEpochMilli)
                .filter(start -> start > afterMs)
                .limit(max)
                .toList();
    }

    @Override
    public List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis) {
        intensityReads++;
        return List.copyOf(
                months.getOrDefault(subject, new TreeMap<>()).subMap(from, to).values());
    }
}
