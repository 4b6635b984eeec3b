package io.greenpark.park.energy;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Metering points and samples for tests; hours count from midnight of 1 March 2026 in the park. */
final class Meters {
    static final ParkTime TIME = ParkTime.shanghai();
    static final long START = Instant.parse("2026-02-28T16:00:00Z").toEpochMilli();
    static final long HOUR = ParkTime.HOUR_MS;
    static final long MINUTE = 60_000;

    private Meters() {}

    static PointFacts facts(PointKind kind, Unit unit, Duration period, Duration due, @Nullable String maxPerHour) {
        return new PointFacts(
                Instant.EPOCH,
                unit,
                kind,
                period,
                Stamp.END,
                due,
                maxPerHour == null ? null : new BigDecimal(maxPerHour),
                BigDecimal.ONE,
                false,
                null,
                Carrier.ELECTRICITY,
                true,
                TIME.zone());
    }

    /** A register in kWh, due every 15 minutes, at most 500 kWh an hour. */
    static PointFacts register() {
        return facts(PointKind.REGISTER, Unit.KWH, Duration.ZERO, Duration.ofMinutes(15), "500");
    }

    static PointFacts withRange(PointFacts f, @Nullable String range, @Nullable String maxPerHour) {
        return new PointFacts(
                f.validFrom(),
                f.unit(),
                f.kind(),
                f.period(),
                f.stamp(),
                f.expectedInterval(),
                maxPerHour == null ? null : new BigDecimal(maxPerHour),
                f.ratio(),
                f.ratioApplied(),
                range == null ? null : new BigDecimal(range),
                f.carrier(),
                f.boundary(),
                f.zone());
    }

    static PointFacts from(PointFacts f, Instant from) {
        return new PointFacts(
                from,
                f.unit(),
                f.kind(),
                f.period(),
                f.stamp(),
                f.expectedInterval(),
                f.maxPerHour(),
                f.ratio(),
                f.ratioApplied(),
                f.registerRange(),
                f.carrier(),
                f.boundary(),
                f.zone());
    }

    static PointFacts withRatio(PointFacts f, String ratio, Instant from) {
        return new PointFacts(
                from,
                f.unit(),
                f.kind(),
                f.period(),
                f.stamp(),
                f.expectedInterval(),
                f.maxPerHour(),
                new BigDecimal(ratio),
                f.ratioApplied(),
                f.registerRange(),
                f.carrier(),
                f.boundary(),
                f.zone());
    }

    static Point point(PointFacts... facts) {
        return point(List.of(facts), List.of());
    }

    static Point point(List<PointFacts> facts, List<Replacement> replacements) {
        return new Point("p", "d", "k", "e", null, "electricity", new Bilingual("p", "p"), facts, replacements, null);
    }

    static Sample at(double hours, double value) {
        return at(hours, value, Flag.NORMAL);
    }

    static Sample at(double hours, double value, Flag flag) {
        return new Sample(START + Math.round(hours * HOUR), value, flag, 0);
    }

    /** Values one after the other, a quarter of an hour apart, from the start on. */
    static List<Sample> quarters(double... values) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            samples.add(at(i * 0.25, values[i]));
        }
        return samples;
    }

    static List<EnergyHour> book(Point point, List<Sample> samples, int hours) {
        return DefaultHours.calculate(point, TIME, samples, Long.MIN_VALUE, List.of(), START, START + hours * HOUR)
                .hours();
    }

    static long total(List<EnergyHour> hours) {
        return hours.stream()
                .map(EnergyHour::amount)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
