package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.energy.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What points used in their largest hours, to choose the bound of a meter by. */
public final class LargestHours {
    private static final int POINTS_PER_QUERY = 500;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

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
        Map<String, Hour> plausible = new HashMap<>();
        for (int i = 0; i < all.size(); i += POINTS_PER_QUERY) {
            List<String> some = all.subList(i, Math.min(all.size(), i + POINTS_PER_QUERY));
            ofDays(handle, some, from, to)
                    .forEach((point, hours) -> plausible(hours).ifPresent(hour -> plausible.put(point, hour)));
        }
        return plausible;
    }

    /** The largest hour of each day (UTC) by point; of equal ones the first. */
    private static Map<String, List<Hour>> ofDays(Handle handle, List<String> points, Instant from, Instant to) {
        Map<String, Map<Long, Hour>> days = new HashMap<>();
        handle.createQuery("SELECT point, hour_ms, amount FROM energy_hour_point WHERE point IN (<points>)"
                        + " AND hour_ms >= :from AND hour_ms < :to AND covered_ms >= :whole AND quality IN (<metered>)"
                        + " AND amount IS NOT NULL ORDER BY point, hour_ms")
                .bindList("points", points)
                .bindList("metered", List.of(Quality.MEASURED.name(), Quality.CORRECTED.name()))
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .bind("whole", HOUR_MS)
                .map((row, context) ->
                        Map.entry(row.getString("point"), new Hour(row.getLong("hour_ms"), row.getLong("amount"))))
                .forEach(e -> days.computeIfAbsent(e.getKey(), p -> new HashMap<>())
                        .merge(Math.floorDiv(e.getValue().startMs(), DAY_MS), e.getValue(), LargestHours::larger));
        Map<String, List<Hour>> largest = new HashMap<>();
        days.forEach((point, ofDay) -> largest.put(point, new ArrayList<>(ofDay.values())));
        return largest;
    }

    private static Hour larger(Hour a, Hour b) {
        return b.amount() > a.amount() ? b : a;
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
