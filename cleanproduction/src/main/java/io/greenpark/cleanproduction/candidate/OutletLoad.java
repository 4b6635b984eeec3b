package io.greenpark.cleanproduction.candidate;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Dimension;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went through the outlets of an enterprise in a period: the sum over the hours of mean concentration times mean flow of the same outlet. Hours of which one of
 * both is missing add nothing, so it is at least so much.
 */
final class OutletLoad {
    private static final BigDecimal LITRES_PER_M3 = BigDecimal.valueOf(1_000);
    private static final BigDecimal MG_PER_T = BigDecimal.valueOf(1_000_000_000);

    private final DischargeAccounts accounts;

    OutletLoad(DischargeAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A load.
     *
     * @param tonnes at least so much
     * @param completeness share of the hours of all its outlets that are in it
     */
    record Load(BigDecimal tonnes, double completeness) {}

    /** The load of a quantity; empty where no outlet measures it and its flow. */
    Optional<Load> of(Registry registry, String enterprise, String quantity, Instant from, Instant to) {
        BigDecimal sum = BigDecimal.ZERO;
        long hours = 0;
        int outlets = 0;
        for (Outlet outlet : registry.outletsOfEnterprise(enterprise)) {
            List<Point> points = registry.pointsOfEnterprise(enterprise).stream()
                    .filter(p -> outlet.id().equals(p.outletId()))
                    .toList();
            Optional<Point> flow =
                    points.stream().filter(p -> is(p, Dimension.VOLUME_FLOW)).findFirst();
            Optional<Point> concentration = points.stream()
                    .filter(p -> p.quantity().equals(quantity))
                    .filter(p -> is(p, Dimension.CONCENTRATION_WATER) || is(p, Dimension.CONCENTRATION_GAS))
                    .findFirst();
            if (flow.isPresent() && concentration.isPresent()) {
                outlets++;
                Map<Instant, BigDecimal> flows = new HashMap<>();
                Point flowing = flow.get();
                accounts.rows(flowing.id(), from, to, Step.HOUR)
                        .forEach(row -> rate(flowing, row).ifPresent(rate -> flows.put(row.from(), rate)));
                for (DischargeRow row : accounts.rows(concentration.get().id(), from, to, Step.HOUR)) {
                    BigDecimal litres = flows.get(row.from());
                    Optional<BigDecimal> mg = mgPerLitre(concentration.get(), row);
                    if (litres != null && mg.isPresent()) {
                        sum = sum.add(mg.get().multiply(litres), MathContext.DECIMAL64);
                        hours++;
                    }
                }
            }
        }
        long expected = outlets * Math.max(1, Duration.between(from, to).toHours());
        return outlets == 0
                ? Optional.empty()
                : Optional.of(
                        new Load(sum.divide(MG_PER_T, MathContext.DECIMAL64), Math.min(1, (double) hours / expected)));
    }

    private static boolean is(Point point, Dimension dimension) {
        return point.currentFacts().unit().dimension() == dimension;
    }

    /** Litres in the hour. */
    private static Optional<BigDecimal> rate(Point point, DischargeRow row) {
        BigDecimal seconds =
                BigDecimal.valueOf(Duration.between(row.from(), row.to()).toSeconds());
        return inBase(point, row).map(perSecond -> perSecond.multiply(seconds));
    }

    private static Optional<BigDecimal> mgPerLitre(Point point, DischargeRow row) {
        return inBase(point, row)
                .map(value -> is(point, Dimension.CONCENTRATION_GAS)
                        ? value.divide(LITRES_PER_M3, MathContext.DECIMAL64)
                        : value);
    }

    /** By the unit of that time. */
    private static Optional<BigDecimal> inBase(Point point, DischargeRow row) {
        BigDecimal mean = row.mean();
        Unit unit = point.factsAt(row.from()).orElse(point.currentFacts()).unit();
        return mean == null || mean.signum() < 0 ? Optional.empty() : Optional.of(unit.toBase(mean));
    }
}
