package io.greenpark.accounting.check;

import io.greenpark.accounting.check.Amounts.Amount;
import io.greenpark.accounting.check.BookedFigures.BookedHour;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds up the hours of an enterprise's points, by carrier, to its hours, days and months. */
final class EnterpriseSums {
    private final ParkPeriods periods;
    private final Map<Step, Map<Carrier, Map<Long, EnterpriseSum>>> sums = new EnumMap<>(Step.class);

    private final Map<Step, Set<Long>> untold = new EnumMap<>(Step.class);

    EnterpriseSums(ParkPeriods periods) {
        this.periods = periods;
        for (Step step : Step.values()) {
            sums.put(step, new EnumMap<>(Carrier.class));
        }
    }

    void add(PointEnergy point, Map<Long, Amount> hours) {
        for (Step step : Step.values()) {
            Map<Long, EstimatedShare> shares = point.sharesSeenFrom(step);
            for (Amount hour : hours.values()) {
                add(
                        step,
                        point.factsOf(hour.period()),
                        hour,
                        shares.getOrDefault(hour.period().fromMs(), EstimatedShare.NONE));
            }
        }
    }

    private void add(Step step, CheckedFacts facts, Amount hour, EstimatedShare share) {
        Carrier carrier = facts.carrier();
        if (carrier != null && facts.factor() != 0) {
            EnterpriseSum sum = new EnterpriseSum(
                    facts.factor() * hour.amount(),
                    hour.coveredMs(),
                    hour.quality() == Quality.ESTIMATED ? 1 : 0,
                    hour.quality() == Quality.CORRECTED ? 1 : 0,
                    new EstimatedShare(share.ms(), facts.factor() * share.amount()));
            of(step, carrier).merge(periods.of(step, hour.period().fromMs()).fromMs(), sum, EnterpriseSum::plus);
        }
    }

    /** Takes note of hours of a point of which the books do not say what is estimated. */
    void untold(Map<Long, BookedHour> booked) {
        booked.forEach((start, hour) -> {
            if (hour.share() == null) {
                for (Step step : Step.values()) {
                    untold.computeIfAbsent(step, s -> new HashSet<>())
                            .add(periods.of(step, start).fromMs());
                }
            }
        });
    }

    /** The starts of the periods with such hours. */
    Set<Long> untold(Step step) {
        return untold.getOrDefault(step, Set.of());
    }

    Map<Long, EnterpriseSum> of(Step step, Carrier carrier) {
        Map<Carrier, Map<Long, EnterpriseSum>> byCarrier = sums.getOrDefault(step, Map.of());
        return byCarrier.computeIfAbsent(carrier, c -> new TreeMap<>());
    }
}
