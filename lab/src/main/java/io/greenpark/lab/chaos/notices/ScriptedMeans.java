package io.greenpark.lab.chaos.notices;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Accounts in which the gauges of one portion after the other are over their limit for an hour, and then not for two: what the books would have of readings, as far
 * as they have come.
 */
final class ScriptedMeans implements DischargeAccounts, IntensityAccounts {
    private static final Duration HOUR = Duration.ofHours(1);
    static final int CLEAR_HOURS = 2;

    /** So far over the limit that the case has the highest level, of which nothing is held back by caps. */
    static final String OVER = "260";

    static final String BELOW = "31";

    private final Instant hour;
    private final int portion;
    private volatile int fed;

    /**
     * @param hour the one that is over the limit
     * @param portion how many gauges are at once
     * @param fed how many portions have come
     */
    ScriptedMeans(Instant hour, int portion, int fed) {
        this.hour = hour;
        this.portion = portion;
        this.fed = fed;
    }

    void fed(int portions) {
        fed = portions;
    }

    /** The gauges of a portion. */
    List<String> points(int number, int cases) {
        return IntStream.range(number * portion, Math.min(cases, (number + 1) * portion))
                .mapToObj(NoticesPark::point)
                .toList();
    }

    /** The hour that begins so many hours after the one that is over the limit. */
    Instant hour(int later) {
        return hour.plus(HOUR.multipliedBy(later));
    }

    private int hours(String point) {
        int mine = NoticesPark.index(point) / portion;
        return mine >= fed ? 0 : mine + 1 >= fed ? 1 : 1 + CLEAR_HOURS;
    }

    @Override
    public List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step) {
        return step != Step.HOUR
                ? List.of()
                : IntStream.range(0, hours(pointId))
                        .mapToObj(this::row)
                        .filter(row -> !row.from().isBefore(from) && row.from().isBefore(to))
                        .toList();
    }

    private DischargeRow row(int later) {
        BigDecimal mean = new BigDecimal(later == 0 ? OVER : BELOW);
        return new DischargeRow(hour(later), hour(later + 1), mean, 1, 1, Quality.MEASURED);
    }

    @Override
    public List<Long> starts(String pointId, Step step, long afterMs, int max) {
        return rows(pointId, Instant.ofEpochMilli(afterMs + 1), Instant.MAX, step).stream()
                .map(row -> row.from().toEpochMilli())
                .limit(max)
                .toList();
    }

    @Override
    public List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis) {
        return List.of();
    }
}
