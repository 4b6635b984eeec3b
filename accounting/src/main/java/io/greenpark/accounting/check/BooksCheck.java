package io.greenpark.accounting.check;

import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Compares the books with what comes of the readings, enterprise by enterprise, each in a view of its own, so that the books
 * of a running process are not held still for long. Only reads. Where a difference meets hours that are still to be booked,
 * the enterprise is looked at again; what is left then is told apart.
 */
public final class BooksCheck {
    /** A figure that rests on what is held until now is booked soon after it can be. */
    private static final long SETTLED_AFTER_MS = Duration.ofMinutes(10).toMillis();

    private static final int LOOKS = 5;

    private final BooksViews views;
    private final Registry registry;
    private final RegisterLimits limits;
    private final Clock clock;
    private final Runnable pause;

    /** One consistent view of the books at a time. */
    @FunctionalInterface
    public interface BooksViews {
        /** Runs {@code work} on what the books hold now, which does not change meanwhile. */
        <T> T read(ViewWork<T> work);
    }

    /** What is done in a view. */
    @FunctionalInterface
    public interface ViewWork<T> {
        T run(BookedFigures books, ReadingStore readings);
    }

    /**
     * What was found.
     *
     * @param compared how many periods of points and enterprises were compared
     * @param differences how many differences there are
     * @param unbooked enterprises with differences and with hours that were still to be booked at the last look
     */
    public record Result(long points, long compared, long differences, List<String> unbooked) {}

    /** @param pause waits a moment, for bookings to come */
    public BooksCheck(BooksViews views, Registry registry, RegisterLimits limits, Clock clock, Runnable pause) {
        this.views = views;
        this.registry = registry;
        this.limits = limits;
        this.clock = clock;
        this.pause = pause;
    }

    /** How many points there are in a scope. */
    public long points(CheckScope scope) {
        return scope.point() != null
                ? 1
                : enterprises(scope).stream()
                        .mapToLong(e -> registry.pointsOfEnterprise(e.id()).size())
                        .sum();
    }

    /**
     * Compares a scope, whose enterprise and point the registry has.
     *
     * @param progress told how many points are done
     */
    public Result run(CheckScope scope, Consumer<Difference> found, LongConsumer progress) {
        long points = 0;
        long compared = 0;
        long differences = 0;
        List<String> unbooked = new ArrayList<>();
        for (Enterprise enterprise : enterprises(scope)) {
            Look look = settled(enterprise, scope);
            compared += look.compared();
            points += look.points();
            progress.accept(points);
            if (look.unbooked() && !look.differences().isEmpty()) {
                unbooked.add(enterprise.id());
            } else {
                differences += look.differences().size();
                look.differences().forEach(found);
            }
        }
        return new Result(points, compared, differences, unbooked);
    }

    private List<Enterprise> enterprises(CheckScope scope) {
        String point = scope.point();
        String only = point == null
                ? scope.enterprise()
                : registry.point(point).map(Point::enterpriseId).orElseThrow();
        return registry.facts().enterprises().stream()
                .filter(e -> only == null || e.id().equals(only))
                .toList();
    }

    private record Look(long points, long compared, List<Difference> differences, boolean unbooked) {}

    private Look settled(Enterprise enterprise, CheckScope scope) {
        Look look = look(enterprise, scope);
        for (int i = 1; i < LOOKS && look.unbooked() && !look.differences().isEmpty(); i++) {
            pause.run();
            look = look(enterprise, scope);
        }
        return look;
    }

    private Look look(Enterprise enterprise, CheckScope scope) {
        ParkPeriods periods = new ParkPeriods(registry.timeOf(enterprise.id()).zone());
        long nowMs = clock.millis();
        long endedMs = periods.of(Step.HOUR, nowMs - SETTLED_AFTER_MS).fromMs();
        return views.read((books, readings) -> {
            EnterpriseCheck check =
                    new EnterpriseCheck(readings, books, periods, scope.within(periods, endedMs), limits, nowMs);
            List<Point> points = points(enterprise, scope);
            if (scope.point() == null) {
                check.whole(registry, enterprise);
            } else {
                points.forEach(check::only);
            }
            boolean unbooked =
                    !books.unbooked(points.stream().map(Point::id).toList()).isEmpty();
            return new Look(points.size(), check.compared(), check.differences(), unbooked);
        });
    }

    private List<Point> points(Enterprise enterprise, CheckScope scope) {
        return registry.pointsOfEnterprise(enterprise.id()).stream()
                .filter(p -> scope.point() == null || p.id().equals(scope.point()))
                .toList();
    }
}
