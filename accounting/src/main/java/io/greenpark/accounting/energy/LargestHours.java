package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What points used in their largest hours, to choose the bound of a meter by. */
public final class LargestHours {
    /** All their hours are in memory at once. */
    private static final int POINTS_PER_QUERY = 20;

    private static final Set<Quality> METERED = EnumSet.of(Quality.MEASURED, Quality.CORRECTED);

    /**
     * What a point used in an hour.
     *
     * @param amount in base units
     */
    public record Hour(long startMs, long amount) {}

    private LargestHours() {}

    /**
     * The largest plausible hour of points between two times: metered as a whole, and at most twice that of some other
     * day, since a wrong value does not come twice. Points of which that cannot be told are left out.
     */
    public static Map<String, Hour> plausible(Handle handle, Collection<String> points, Instant from, Instant to) {
        List<String> all = List.copyOf(points);
        TimeRange range = new TimeRange(from.toEpochMilli(), to.toEpochMilli());
        Map<String, Hour> plausible = new HashMap<>();
        for (int i = 0; i < all.size(); i += POINTS_PER_QUERY) {
            List<String> some = all.subList(i, Math.min(all.size(), i + POINTS_PER_QUERY));
            ofDays(handle, some, range)
                    .forEach((point, hours) -> plausible(hours).ifPresent(hour -> plausible.put(point, hour)));
        }
        return plausible;
    }

    /** The largest hour of each day (UTC) by point; of equal ones the first. */
    private static Map<String, List<Hour>> ofDays(Handle handle, List<String> points, TimeRange range) {
        Map<String, Map<Integer, Hour>> days = new HashMap<>();
        HourBook.over(handle).each(points, range, (point, stored) -> {
            EnergyHour hour = stored.hour();
            if (hour.amount() != null && hour.coveredMs() >= HOUR_MS && METERED.contains(hour.quality())) {
                days.computeIfAbsent(point, p -> new HashMap<>())
                        .merge(HourDay.of(hour.hourMs()), new Hour(hour.hourMs(), hour.amount()), LargestHours::larger);
            }
        });
        Map<String, List<Hour>> largest = new HashMap<>();
        days.forEach((point, ofDay) -> largest.put(point, new ArrayList<>(ofDay.values())));
        return largest;
    }

    private static Hour larger(Hour a, Hour b) {
        boolean second = b.amount() > a.amount() || b.amount() == a.amount() && b.startMs() < a.startMs();
        return second ? b : a;
    }

    private static Optional<Hour> plausible(List<Hour> ofDays) {
        ofDays.sort(Comparator.comparingLong(Hour::amount).reversed().thenComparingLong(Hour::startMs));
        for (int i = 0; i + 1 < ofDays.size(); i++) {
            if (ofDays.get(i).amount() / 2 <= ofDays.get(i + 1).amount()) {
                return Optional.of(ofDays.get(i));
            }
        }
        return Optional.empty();
    }
}
