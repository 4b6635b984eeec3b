package io.greenpark.acceptance.comparison;

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
import java.util.List;
import java.util.stream.LongStream;

/** Points that send every minute, and what they sent. */
final class TestPoints {
    static final Instant BEGIN = Instant.parse("2026-06-01T02:00:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);

    private TestPoints() {}

    static PointFacts facts(PointKind kind, Unit unit, Duration period, String ratio) {
        return new PointFacts(
                Instant.EPOCH,
                unit,
                kind,
                period,
                Stamp.END,
                MINUTE,
                null,
                new BigDecimal(ratio),
                false,
                null,
                unit == Unit.KWH ? Carrier.ELECTRICITY : null,
                unit == Unit.KWH,
                ParkTime.SHANGHAI);
    }

    static Point point(PointFacts facts, Replacement... replacements) {
        return new Point(
                "m-kwh",
                "m",
                "kwh",
                "mill",
                null,
                "electricity",
                Bilingual.same("m"),
                List.of(facts),
                List.of(replacements),
                null);
    }

    /** An electricity register in kWh, sent as the meter shows it behind its transformers. */
    static Point register(String ratio) {
        return point(facts(PointKind.REGISTER, Unit.KWH, Duration.ZERO, ratio));
    }

    static Sample sample(Instant at, double value) {
        return new Sample(at.toEpochMilli(), value, Flag.NORMAL, at.toEpochMilli());
    }

    /** A register that rises by so much a minute, from {@link #BEGIN} on. */
    static List<Sample> rising(double first, double perMinute, int minutes) {
        return LongStream.rangeClosed(0, minutes)
                .mapToObj(i -> sample(BEGIN.plus(MINUTE.multipliedBy(i)), hundredths(first + i * perMinute)))
                .toList();
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static Instant minute(double minutes) {
        return BEGIN.plusMillis(Math.round(minutes * 60_000));
    }
}
