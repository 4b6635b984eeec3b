package io.greenpark.accounting.point;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.history.AccountHistoryTable;
import io.greenpark.accounting.history.AccountHistoryTable.Replaced;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which values of points were replaced, and what took their place. Any thread may ask. */
public final class FormerValues {
    /** What is shown now is read for so long at a time. */
    private static final Duration WINDOW = Duration.ofDays(31);

    private final Books books;
    private final PointAccounts points;

    public FormerValues(Books books, DischargeAccounts discharges, Clock clock) {
        this.books = books;
        this.points = new PointAccounts(books, discharges, clock);
    }

    /** Whose values of now are read together. */
    private record Window(ParkTime time, Step step, long number) {
        Instant from() {
            return Instant.ofEpochMilli(number * WINDOW.toMillis());
        }
    }

    /** An hour or day of a point. */
    private record Key(String pointId, Step step, Instant from) {}

    /**
     * Of some points, of hours and days that begin in a span, what was replaced last first.
     *
     * @param most how many at most; the ones replaced last are kept
     */
    public List<FormerValue> of(Collection<Point> asked, Instant from, Instant to, Registry registry, int most) {
        Map<String, Point> byId = asked.stream()
                .collect(Collectors.toMap(Point::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Replaced> replaced = books.read(handle ->
                AccountHistoryTable.newest(handle, byId.keySet(), from.toEpochMilli(), to.toEpochMilli(), most));
        Map<Window, Set<Point>> windows = new LinkedHashMap<>();
        for (Replaced each : replaced) {
            Point point = Objects.requireNonNull(byId.get(each.pointId()));
            Window window = new Window(
                    registry.timeOf(point.enterpriseId()),
                    each.step(),
                    Math.floorDiv(each.startMs(), WINDOW.toMillis()));
            windows.computeIfAbsent(window, w -> new LinkedHashSet<>()).add(point);
        }
        Map<Key, PointPeriod> present = new HashMap<>();
        windows.forEach((window, own) -> points.series(
                        List.copyOf(own),
                        window.time(),
                        window.step(),
                        window.from(),
                        window.from().plus(WINDOW))
                .forEach(series -> series.periods()
                        .forEach(p -> present.put(new Key(series.point().id(), window.step(), p.from()), p))));
        List<FormerValue> values = new ArrayList<>();
        for (Replaced each : replaced) {
            Point point = Objects.requireNonNull(byId.get(each.pointId()));
            Key key = new Key(each.pointId(), each.step(), Instant.ofEpochMilli(each.startMs()));
            values.add(value(each, point, registry.timeOf(point.enterpriseId()), present.get(key)));
        }
        return values;
    }

    private static FormerValue value(Replaced each, Point point, ParkTime time, @Nullable PointPeriod now) {
        Instant from = Instant.ofEpochMilli(each.startMs());
        return new FormerValue(
                point,
                each.step(),
                from,
                time.endOf(each.step(), from),
                PointAccounts.what(point),
                former(each, point),
                each.quality(),
                Instant.ofEpochMilli(each.bookedMs()),
                Instant.ofEpochMilli(each.replacedMs()),
                now == null ? null : now.value(),
                now == null ? null : now.quality(),
                PointAccounts.unit(point));
    }

    /** Amounts are kept in whole base units, means as they are. */
    private static @Nullable BigDecimal former(Replaced each, Point point) {
        if (each.figure() == null) {
            return null;
        }
        return each.amount()
                ? PointAccounts.unit(point).fromBase(Long.parseLong(each.figure()))
                : new BigDecimal(each.figure());
    }
}
