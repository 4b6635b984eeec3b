package io.greenpark.lab.bench.rules;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Means of the hour that runs: good ones, and those over the warning level of points that were said to be. */
final class RunningMeans implements DischargeAccounts {
    private static final BigDecimal GOOD = new BigDecimal("120");
    private static final BigDecimal HIGH = new BigDecimal("190");
    private static final double PASSED = 0.5;
    private static final int SAMPLES = 30;

    private final Clock clock;
    private final Set<String> high;

    RunningMeans(Clock clock, int points) {
        this.clock = clock;
        this.high = ConcurrentHashMap.newKeySet(points);
    }

    void rise(String point) {
        high.add(point);
    }

    Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    public List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step) {
        BigDecimal mean = high.contains(pointId) ? HIGH : GOOD;
        return List.of(new DischargeRow(from, from.plus(Duration.ofHours(1)), mean, SAMPLES, PASSED, Quality.MEASURED));
    }

    @Override
    public List<Long> starts(String pointId, Step step, long afterMs, int max) {
        return List.of();
    }
}
