package io.greenpark.accounting.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.EnergyHourCalculation;
import io.greenpark.park.energy.EnergyPeriod;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.energy.RegisterRules;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What books and what checks the books say the same of series with everything in them; {@code -Dseeds=from-to} runs others. */
class AgreementTest {
    private static final RegisterRules RULES = RegisterRules.defaults();
    private static final RegisterLimits LIMITS = new RegisterLimits(RULES.longestExcursion(), RULES.longestStep());
    private static final int BLOCK = 250;
    private static final BigDecimal CLOSE = new BigDecimal("1e-9");

    /** Seeds in blocks: each reproduces by itself. */
    static LongStream blocks() {
        String[] range = System.getProperty("seeds", "0-749").split("-");
        long to = Long.parseLong(range[1]);
        return LongStream.iterate(Long.parseLong(range[0]), s -> s <= to, s -> s + BLOCK);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void of_meters_both_say_the_same(long block) {
        for (long seed = block; seed < block + BLOCK; seed++) {
            energyAgrees(seed, RandomSeries.meter(seed));
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void of_probes_both_say_the_same(long block) {
        for (long seed = block; seed < block + BLOCK; seed++) {
            RandomSeries series = RandomSeries.probe(seed);
            for (Step step : List.of(Step.HOUR, Step.DAY)) {
                Map<Instant, ToldMean> means = means(series, step);
                assertThat(checkedMeans(series, step, means))
                        .as("seed %s, %s", seed, step)
                        .isEqualTo(means);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void of_registers_both_say_the_same(long block) {
        for (long seed = block; seed < block + BLOCK; seed++) {
            energyAgrees(seed, RandomSeries.register(seed));
        }
    }

    private static void energyAgrees(long seed, RandomSeries series) {
        for (Step step : Step.values()) {
            assertThat(checkedEnergy(series, step))
                    .as("seed %s, %s", seed, step)
                    .isEqualTo(energy(series, step));
        }
    }

    private static List<Long> replaced(RandomSeries series) {
        return series.superseded().stream().map(Sample::timeMs).distinct().toList();
    }

    private static Map<Instant, String> energy(RandomSeries series, Step step) {
        Map<Long, List<EnergyHour>> periods = new TreeMap<>();
        EnergyHourCalculation.calculate(
                        series.point(),
                        series.time(),
                        series.samples(),
                        Long.MIN_VALUE,
                        replaced(series),
                        series.monthsFromMs(),
                        series.monthsToMs(),
                        RULES,
                        series.nowMs())
                .hours()
                .forEach(h -> periods.computeIfAbsent(
                                series.time()
                                        .startOf(step, Instant.ofEpochMilli(h.hourMs()))
                                        .toEpochMilli(),
                                start -> new ArrayList<>())
                        .add(h));
        Map<Instant, String> told = new TreeMap<>();
        periods.forEach((start, hours) -> {
            Instant at = Instant.ofEpochMilli(start);
            EnergyPeriod p =
                    EnergyPeriod.of(step, hours, series.time().endOf(step, at).toEpochMilli() - start);
            if (p.amount() != null) {
                told.put(
                        at,
                        told(
                                p.amount(),
                                p.coveredMs(),
                                p.quality(),
                                p.estimated().amount(),
                                p.estimated().ms()));
            }
        });
        return told;
    }

    private static String told(Object amount, long coveredMs, Object quality, long estimated, long estimatedMs) {
        return amount + " over " + coveredMs + " ms " + quality + ", estimated " + estimated + " over " + estimatedMs;
    }

    private static List<CheckedFacts> facts(RandomSeries series) {
        return CheckedFacts.of(series.point());
    }

    private static List<PointValue> values(RandomSeries series) {
        return PointValue.series(facts(series), series.samples(), series.superseded());
    }

    private static ParkPeriods periods(RandomSeries series) {
        return new ParkPeriods(series.time().zone());
    }

    private static Map<Instant, String> checkedEnergy(RandomSeries series, Step step) {
        Map<Instant, String> told = new TreeMap<>();
        new PointEnergy(
                        values(series),
                        facts(series),
                        series.point().replacements(),
                        LIMITS,
                        periods(series),
                        series.nowMs())
                .amounts(step)
                .forEach((start, a) -> {
                    if (series.monthsFromMs() <= start && start < series.monthsToMs()) {
                        told.put(
                                Instant.ofEpochMilli(start),
                                told(a.amount(), a.coveredMs(), a.quality(), a.estimated(), a.estimatedMs()));
                    }
                });
        return told;
    }

    private record ToldMean(BigDecimal mean, double completeness, Quality quality) {
        /** How many digits of a quotient are kept is no difference. */
        private ToldMean like(@Nullable ToldMean other) {
            boolean same = other != null
                    && mean.subtract(other.mean)
                                    .abs()
                                    .compareTo(CLOSE.multiply(mean.abs().max(BigDecimal.ONE)))
                            <= 0;
            return same ? new ToldMean(other.mean, completeness, quality) : this;
        }
    }

    private static Map<Instant, ToldMean> means(RandomSeries series, Step step) {
        DischargeMean means =
                DischargeMean.of(series.point(), series.time(), series.samples(), replaced(series), series.nowMs());
        Map<Instant, ToldMean> told = new TreeMap<>();
        for (Instant at = Instant.ofEpochMilli(series.monthsFromMs()); at.toEpochMilli() < series.monthsToMs(); ) {
            Instant end = series.time().endOf(step, at);
            Mean m = means.over(at.toEpochMilli(), end.toEpochMilli());
            if (m.mean() != null) {
                told.put(at, new ToldMean(m.mean(), m.completeness(), m.quality()));
            }
            at = end;
        }
        return told;
    }

    private static Map<Instant, ToldMean> checkedMeans(RandomSeries series, Step step, Map<Instant, ToldMean> booked) {
        Map<Instant, ToldMean> told = new TreeMap<>();
        new PointMeans(values(series), facts(series), periods(series), series.nowMs())
                .means(step)
                .forEach((start, m) -> {
                    Instant at = Instant.ofEpochMilli(start);
                    ToldMean mean = new ToldMean(m.mean(), m.completeness(), m.quality());
                    told.put(at, mean.like(booked.get(at)));
                });
        return told;
    }
}
