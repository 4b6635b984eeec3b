package io.greenpark.sim.simulate;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.sim.profile.CarrierSplit;
import io.greenpark.sim.profile.EnterpriseSize;
import io.greenpark.sim.profile.LoadShape;
import io.greenpark.sim.profile.Noise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalDouble;

/** A meter of an energy carrier: load shape x size x trend x noise, added up hour by hour into its register. */
final class MeterModel implements PointModel {
    private static final double NOISE = 0.05;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int DISPLAY_DECIMALS = 2;

    private final LoadShape shape;
    private final Noise noise;
    private final double size;
    private final double perKwh;
    private final double yearlyFactor;
    private final Instant origin;
    private final ZoneId zone;
    private final PointFacts facts;
    private final double unitPerCarrierUnit;
    private double total;
    private Instant reached;

    /**
     * @param origin when the register had its first value and the trend begins
     */
    MeterModel(
            Enterprise enterprise,
            Point point,
            LoadShape shape,
            Instant origin,
            ZoneId zone,
            double changePercent,
            long seed) {
        Carrier carrier = Objects.requireNonNull(point.currentFacts().carrier());
        this.shape = shape;
        this.noise = new Noise(point.id(), seed);
        this.size = EnterpriseSize.of(enterprise.id(), seed);
        this.perKwh = carrier == Carrier.ELECTRICITY ? 1 : CarrierSplit.perKwh(enterprise.industry(), carrier.code());
        this.yearlyFactor = 1 + changePercent / 100;
        this.origin = origin;
        this.zone = zone;
        this.facts = point.currentFacts();
        this.unitPerCarrierUnit =
                carrier.unit().perBase().doubleValue() / facts.unit().perBase().doubleValue();
        this.total = Math.floor(noise.uniform(-1) * 10_000);
        this.reached = origin;
    }

    @Override
    public OptionalDouble at(Instant at) {
        if (facts.kind() == PointKind.INTERVAL) {
            return interval(at);
        }
        addUpTo(at);
        double shown = total / facts.effectiveRatio().doubleValue();
        BigDecimal range = facts.registerRange();
        return OptionalDouble.of(display(range == null ? shown : shown % range.doubleValue()));
    }

    @Override
    public Duration period() {
        return facts.kind() == PointKind.INTERVAL ? facts.period() : Duration.ZERO;
    }

    private OptionalDouble interval(Instant at) {
        Duration period = facts.period();
        if (period.isZero() || at.toEpochMilli() % period.toMillis() != 0) {
            return OptionalDouble.empty();
        }
        Instant from = facts.stamp() == PointFacts.Stamp.END ? at.minus(period) : at;
        double amount = 0;
        for (Instant hour = from; hour.isBefore(from.plus(period)); hour = hour.plus(1, ChronoUnit.HOURS)) {
            double share =
                    Math.min(1, Duration.between(hour, from.plus(period)).toMillis() / (double) ParkTime.HOUR_MS);
            amount += perHour(hour) * share;
        }
        return OptionalDouble.of(display(amount / facts.effectiveRatio().doubleValue()));
    }

    private void addUpTo(Instant at) {
        while (reached.isBefore(at)) {
            Instant next = reached.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant end = next.isAfter(at) ? at : next;
            total += perHour(reached) * Duration.between(reached, end).toMillis() / (double) ParkTime.HOUR_MS;
            reached = end;
        }
    }

    /** What the hour containing {@code at} uses, in the point's unit with the ratio applied. */
    private double perHour(Instant at) {
        long hour = at.getEpochSecond() / 3600;
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        double years = Duration.between(origin, at).toHours() / 24.0 / DAYS_PER_YEAR;
        double kwh = shape.peakKw() * size * shape.share(local) * Math.pow(yearlyFactor, years);
        return kwh * Math.max(0.2, 1 + NOISE * noise.correlated(hour)) * perKwh * unitPerCarrierUnit;
    }

    private static double display(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DISPLAY_DECIMALS, RoundingMode.DOWN)
                .doubleValue();
    }
}
