package io.greenpark.park.energy;

import static io.greenpark.park.energy.Meters.HOUR;
import static io.greenpark.park.energy.Meters.START;
import static io.greenpark.park.energy.Meters.TIME;
import static io.greenpark.park.energy.Meters.book;
import static io.greenpark.park.energy.Meters.point;
import static io.greenpark.park.energy.Meters.register;
import static io.greenpark.park.energy.Meters.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RegisterPropertiesTest {
    private static final int HOURS = 48;
    private final Point meter = point(register());

    /** A register that grows by 0.01 to 100 kWh a quarter hour, read at irregular times, some of them missing. */
    @Provide
    Arbitrary<List<Sample>> registers() {
        return Arbitraries.integers()
                .between(1, 10_000)
                .list()
                .ofMinSize(8)
                .ofMaxSize(180)
                .map(steps -> {
                    List<Sample> samples = new ArrayList<>();
                    long hundredths = 500_000;
                    for (int i = 0; i < steps.size(); i++) {
                        hundredths += steps.get(i);
                        if (steps.get(i) % 5 != 0) {
                            long time = START + i * 15 * Meters.MINUTE + steps.get(i) % 11 * 1000L;
                            samples.add(new Sample(time, hundredths / 100.0, Flag.NORMAL, 0));
                        }
                    }
                    return samples;
                });
    }

    @Property(tries = 300)
    void hours_add_up_to_the_register_difference_and_are_never_negative(@ForAll("registers") List<Sample> samples) {
        List<EnergyHour> hours = book(meter, samples, HOURS);
        long difference = samples.isEmpty()
                ? 0
                : Math.round(samples.get(samples.size() - 1).value() * 1000)
                        - Math.round(samples.get(0).value() * 1000);
        assertThat(total(hours)).isEqualTo(difference);
        assertThat(hours).allSatisfy(h -> assertThat(h.amount() == null || h.amount() >= 0)
                .isTrue());
    }

    @Property(tries = 300)
    void a_wrong_value_anywhere_inside_changes_nothing(
            @ForAll("registers") List<Sample> samples,
            @ForAll @IntRange(min = 1, max = 170) int where,
            @ForAll @DoubleRange(min = 0, max = 1) double kind) {
        if (samples.size() < 3) {
            return;
        }
        int i = 1 + where % (samples.size() - 1);
        double wrong = kind < 0.25 ? 1.8e21 : kind < 0.5 ? 0 : kind < 0.75 ? -0.02 : 4_000_000;
        List<Sample> spoilt = new ArrayList<>(samples);
        spoilt.add(i, new Sample(samples.get(i).timeMs() - 1, wrong, Flag.NORMAL, 0));
        assertThat(amounts(book(meter, spoilt, HOURS))).isEqualTo(amounts(book(meter, samples, HOURS)));
    }

    @Property(tries = 300)
    void a_restart_comes_to_the_same_hours(
            @ForAll("registers") List<Sample> samples,
            @ForAll @IntRange(min = 0, max = 47) int hour,
            @ForAll @IntRange(min = 0, max = 170) int wrongAt) {
        List<Sample> spoilt = new ArrayList<>(samples);
        if (wrongAt < samples.size()) {
            spoilt.set(wrongAt, new Sample(samples.get(wrongAt).timeMs(), 0, Flag.NORMAL, 0));
        }
        List<EnergyHour> all = book(meter, spoilt, HOURS);
        Long restart = all.get(hour).restartMs();
        if (restart == null) {
            return;
        }
        long from = TIME.hourOf(java.time.Instant.ofEpochMilli(restart)).toEpochMilli() + HOUR;
        if (from >= START + HOURS * HOUR) {
            return;
        }
        List<EnergyHour> again = DefaultHours.calculate(
                        meter, TIME, spoilt, restart, List.of(), from, START + HOURS * HOUR)
                .hours();
        List<EnergyHour> expected = all.stream().filter(h -> h.hourMs() >= from).toList();
        assertThat(amounts(again)).isEqualTo(amounts(expected));
    }

    @Property(tries = 300)
    void later_samples_leave_settled_hours_alone(
            @ForAll("registers") List<Sample> samples, @ForAll @IntRange(min = 0, max = 170) int cut) {
        List<Sample> known = samples.subList(0, Math.min(cut, samples.size()));
        EnergyHourCalculation.Calculated early =
                DefaultHours.calculate(meter, TIME, known, Long.MIN_VALUE, List.of(), START, START + HOURS * HOUR);
        List<EnergyHour> full = book(meter, samples, HOURS);
        for (int i = 0; i < HOURS; i++) {
            if (full.get(i).hourMs() + HOUR <= early.settledMs()) {
                assertThat(early.hours().get(i).amount()).isEqualTo(full.get(i).amount());
            }
        }
    }

    private static List<String> amounts(List<EnergyHour> hours) {
        return hours.stream()
                .map(h -> h.hourMs() + "=" + h.amount() + "/" + h.coveredMs())
                .toList();
    }
}
