package io.greenpark.park.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DischargeMeanTest {
    private static final ParkTime TIME = ParkTime.shanghai();
    private static final long HOUR = ParkTime.HOUR_MS;
    private final long day = TIME.startOf(LocalDate.of(2026, 3, 1)).toEpochMilli();

    private static Point point(Duration period, Duration due, Stamp stamp) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                Unit.MG_PER_M3,
                PointKind.GAUGE,
                period,
                stamp,
                due,
                null,
                BigDecimal.ONE,
                false,
                null,
                null,
                false,
                TIME.zone());
        return new Point("p", "d", "nox", "e", "o", "nox", new Bilingual("p", "p"), List.of(facts), List.of(), null);
    }

    private static DischargeMean.Mean over(Point p, List<Sample> samples, long from, long to) {
        return DischargeMean.of(p, TIME, samples, List.of(), Long.MAX_VALUE).over(from, to);
    }

    private Sample at(double hours, double value, Flag flag) {
        return new Sample(day + Math.round(hours * HOUR), value, flag, 0);
    }

    @Test
    void the_hour_is_the_mean_of_its_valid_samples() {
        Point p = point(Duration.ZERO, Duration.ofMinutes(15), Stamp.START);
        List<Sample> samples = List.of(
                at(0, 10, Flag.NORMAL),
                at(0.25, 20, Flag.NORMAL),
                at(0.5, 900, Flag.CALIBRATION),
                at(0.75, 31, Flag.NORMAL),
                at(1, 500, Flag.NORMAL));
        DischargeMean.Mean mean = over(p, samples, day, day + HOUR);
        assertThat(mean.mean()).isEqualByComparingTo("20.33333333333333");
        assertThat(mean.validSamples()).isEqualTo(3);
        assertThat(mean.completeness()).isEqualTo(0.75);
        assertThat(mean.quality()).isEqualTo(Quality.PARTIAL);
    }

    @Test
    void a_sample_stamped_with_the_end_of_its_hour_is_that_hour() {
        Point p = point(Duration.ofHours(1), Duration.ofHours(1), Stamp.END);
        DischargeMean.Mean mean = over(p, List.of(at(1, 70.5, Flag.NORMAL)), day, day + HOUR);
        assertThat(mean.mean()).isEqualByComparingTo("70.5");
        assertThat(mean.quality()).isEqualTo(Quality.MEASURED);
    }

    @Test
    void a_day_sample_is_the_mean_of_a_day_of_23_hours_and_of_no_hour() {
        Point p = point(Duration.ofDays(1), Duration.ofDays(1), Stamp.START);
        LocalDate summer = LocalDate.of(1990, 4, 15);
        long from = TIME.startOf(summer).toEpochMilli();
        long to = TIME.startOf(summer.plusDays(1)).toEpochMilli();
        assertThat(to - from).isEqualTo(23 * HOUR);
        List<Sample> samples = List.of(new Sample(from, 88, Flag.NORMAL, 0));
        assertThat(over(p, samples, from, to).mean()).isEqualByComparingTo("88");
        assertThat(over(p, samples, from, to).completeness()).isEqualTo(1.0);
        assertThat(over(p, samples, from, from + HOUR).mean()).isNull();
    }

    @Test
    void a_mean_without_valid_samples_is_missing() {
        Point p = point(Duration.ofHours(1), Duration.ofHours(1), Stamp.END);
        DischargeMean.Mean mean = over(p, List.of(at(1, 70.5, Flag.FAULT)), day, day + HOUR);
        assertThat(mean.mean()).isNull();
        assertThat(mean.quality()).isEqualTo(Quality.MISSING);
    }
}
