package io.greenpark.park.energy;

import static io.greenpark.park.energy.Meters.HOUR;
import static io.greenpark.park.energy.Meters.START;
import static io.greenpark.park.energy.Meters.TIME;
import static io.greenpark.park.energy.Meters.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.energy.FaultyRegister.Fault;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever goes wrong between true values: what is booked between two of them is what the register used there. */
class FaultyRegisterPropertiesTest {
    private final Point bounded = point(Meters.withRange(Meters.register(), null, "100"));
    private final Point unbounded = point(Meters.withRange(Meters.register(), null, null));

    @Provide
    Arbitrary<List<Fault>> faults() {
        return Arbitraries.of(Fault.values()).list().ofMinSize(0).ofMaxSize(8);
    }

    @Property(tries = 600)
    void what_is_booked_between_true_values_is_what_was_used(@ForAll("faults") List<Fault> faults, @ForAll long seed) {
        FaultyRegister register = new FaultyRegister(seed, START, HOUR / 4, faults);
        for (Point p : List.of(bounded, unbounded)) {
            bookedIsUsed(p, register);
        }
    }

    private static void bookedIsUsed(Point point, FaultyRegister register) {
        RegisterHistory history = RegisterArithmetic.run(
                point, register.sent(), Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, RegisterRules.defaults());
        TreeMap<Long, BigDecimal> booked = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (RegisterRise rise : history.rises()) {
            Map.Entry<Long, BigDecimal> last = booked.lastEntry();
            assertThat(last == null || last.getKey() <= rise.fromMs())
                    .as("no time is booked twice")
                    .isTrue();
            booked.putIfAbsent(rise.fromMs(), sum);
            sum = sum.add(rise.toBase().subtract(rise.fromBase()));
            booked.put(rise.toMs(), sum);
        }
        Sample first = register.good().get(0);
        for (Sample good : register.good()) {
            assertThat(booked.get(good.timeMs()))
                    .as(
                            "%s booked by hour %s",
                            point.currentFacts().maxPerHour(), (good.timeMs() - START) / (double) HOUR)
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(Math.round(good.value() * 1000) - Math.round(first.value() * 1000)));
        }
    }

    @Property(tries = 200)
    void a_run_from_any_restart_comes_to_the_same_or_says_what_it_needs(
            @ForAll("faults") List<Fault> faults, @ForAll long seed) {
        FaultyRegister register = new FaultyRegister(seed, START, HOUR / 4, faults);
        long to = register.sent().get(register.sent().size() - 1).timeMs() + HOUR;
        for (Point p : List.of(bounded, unbounded)) {
            List<EnergyHour> all =
                    calculate(p, register, Long.MIN_VALUE, START, to).hours();
            for (int i = 0; i + 1 < all.size(); i += 3) {
                Long restart = all.get(i).restartMs();
                if (restart != null) {
                    EnergyHourCalculation.Calculated again =
                            calculate(p, register, restart, all.get(i + 1).hourMs(), to);
                    Long needs = again.needsFromMs();
                    if (needs == null || needs >= restart) {
                        assertThat(again.hours().stream()
                                        .map(FaultyRegisterPropertiesTest::figure)
                                        .toList())
                                .isEqualTo(all.subList(i + 1, all.size()).stream()
                                        .map(FaultyRegisterPropertiesTest::figure)
                                        .toList());
                    }
                }
            }
        }
    }

    private static String figure(EnergyHour hour) {
        return hour.hourMs() + "=" + hour.amount() + "/" + hour.coveredMs() + hour.quality();
    }

    private static EnergyHourCalculation.Calculated calculate(
            Point p, FaultyRegister register, long restart, long from, long to) {
        return DefaultHours.calculate(p, TIME, register.sent(), restart, List.of(), from, to);
    }
}
