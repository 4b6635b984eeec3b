package io.greenpark.returns.closing;

import io.greenpark.accounting.finding.FindingQuery;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.MeterDelivery;
import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.closing.OpenPoint.Kind;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Portions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be looked at before a month is closed. */
final class Checklist {
    private static final int MOST_FINDINGS = 1_000;
    private static final Set<FindingKind> UNDECIDED = EnumSet.copyOf(
            Stream.of(FindingKind.values()).filter(FindingKind::eachByItself).collect(Collectors.toSet()));

    private final Books books;
    private final ReturnDesk returns;
    private final Findings findings;
    private final MeterDelivery delivery;
    private final OtherMatters others;
    private final Clock clock;

    Checklist(Books books, ReturnDesk returns, OtherMatters others, Clock clock) {
        this.books = books;
        this.returns = returns;
        this.findings = new Findings(books);
        this.delivery = new MeterDelivery(books, clock);
        this.others = others;
        this.clock = clock;
    }

    /** What is open of a month of a park that is over. */
    List<OpenPoint> of(Registry registry, Park park, YearMonth month, Map<Subject, ClosedFigure> figures) {
        List<OpenPoint> open = new ArrayList<>(earlier(registry, park, month));
        List<Enterprise> enterprises = registry.enterprisesOfPark(park.id());
        Set<String> missing = figures.values().stream()
                .filter(f -> f.subject().scope() == Subject.Scope.ENTERPRISE)
                .filter(f -> f.completeness() != null)
                .map(f -> f.subject().id())
                .filter(id -> lacksStatistic(registry, id, month))
                .collect(Collectors.toSet());
        ReturnPeriod period = ReturnPeriod.with(month);
        LocalDate today = park.time().dayOf(clock.instant());
        if (period.isOver(today)) {
            open.addAll(ofStatistics(registry, enterprises, month, missing));
        } else {
            open.add(new OpenPoint(Kind.JANUARY_WITH_FEBRUARY, null, null, null));
        }
        figures.values().forEach(figure -> incomplete(figure, open));
        List<Point> meters = enterprises.stream()
                .flatMap(e -> registry.pointsOfEnterprise(e.id()).stream())
                .filter(p -> p.currentFacts().counting().factor() != 0)
                .toList();
        gaps(meters, park, month, open);
        undecided(meters, park, month, open);
        notBooked(meters, park, month, open);
        open.addAll(others.of(
                enterprises.stream().map(Enterprise::id).collect(Collectors.toSet()),
                park.time().startOf(month),
                park.time().startOf(month.plusMonths(1))));
        return open;
    }

    private List<OpenPoint> earlier(Registry registry, Park park, YearMonth month) {
        YearMonth first =
                books.read(handle -> ClosingTable.first(handle, park.id())).orElse(month);
        return Stream.iterate(first, m -> m.isBefore(month), m -> m.plusMonths(1))
                .filter(m -> registry.closing(park.id(), m).isEmpty())
                .map(m -> new OpenPoint(Kind.EARLIER_MONTH_OPEN, null, null, m.toString()))
                .toList();
    }

    private static boolean lacksStatistic(Registry registry, String enterprise, YearMonth month) {
        return registry.statistic(enterprise, month)
                .map(MonthlyStatistic::ivaCny)
                .isEmpty();
    }

    private List<OpenPoint> ofStatistics(
            Registry registry, List<Enterprise> enterprises, YearMonth month, Set<String> missing) {
        Map<String, MonthlyReturn> begun = returns.of(ReturnPeriod.with(month)).stream()
                .collect(Collectors.toMap(MonthlyReturn::enterpriseId, Function.identity()));
        List<OpenPoint> open = new ArrayList<>();
        for (Enterprise enterprise : enterprises) {
            String id = enterprise.id();
            boolean lacks = lacksStatistic(registry, id, month);
            boolean expected = returns.isExpected(enterprise);
            if (lacks && (expected || missing.contains(id))) {
                open.add(new OpenPoint(Kind.NO_STATISTIC, id, null, null));
            }
            ReturnState state = state(begun.get(id));
            // Where the figures came otherwise, no return is missed.
            boolean missed = state == null ? expected && lacks : state != ReturnState.ACCEPTED;
            if (missed) {
                open.add(new OpenPoint(
                        Kind.RETURN_NOT_ACCEPTED, id, null, (state == null ? ReturnState.DRAFT : state).name()));
            }
        }
        return open;
    }

    private static @Nullable ReturnState state(@Nullable MonthlyReturn begun) {
        return begun == null ? null : begun.state();
    }

    private static void incomplete(ClosedFigure figure, List<OpenPoint> open) {
        Double measured = figure.measured();
        if (figure.subject().scope() == Subject.Scope.ENTERPRISE
                && measured != null
                && measured * 100 < Intensity.LEAST_MEASURED_PERCENT) {
            int percent = (int) Math.floor(measured * 100);
            open.add(new OpenPoint(Kind.INCOMPLETE, figure.subject().id(), null, String.valueOf(percent)));
        }
    }

    private void gaps(List<Point> meters, Park park, YearMonth month, List<OpenPoint> open) {
        var delivered = delivery.of(
                meters, park.time(), month.atDay(1), month.plusMonths(1).atDay(1));
        for (Point meter : meters) {
            Delivery of = delivered.getOrDefault(meter.id(), new TreeMap<>()).values().stream()
                    .reduce(Delivery.NONE, Delivery::plus);
            long hours = Duration.ofMillis(of.expectedMs() - of.knownMs()).toHours();
            if (hours > 0) {
                open.add(new OpenPoint(Kind.METER_GAP, meter.enterpriseId(), meter.id(), String.valueOf(hours)));
            }
        }
    }

    private void undecided(List<Point> meters, Park park, YearMonth month, List<OpenPoint> open) {
        long from = park.time().startOf(month).toEpochMilli();
        long to = park.time().startOf(month.plusMonths(1)).toEpochMilli();
        Map<String, String> owners = meters.stream().collect(Collectors.toMap(Point::id, Point::enterpriseId));
        FindingQuery query =
                new FindingQuery(owners.keySet(), UNDECIDED, park.time().startOf(month));
        findings.page(query, null, MOST_FINDINGS).stream()
                .filter(f -> f.fromMs() < to && f.toMs() >= from)
                .forEach(f -> open.add(new OpenPoint(
                        Kind.FINDING,
                        owners.get(f.pointId()),
                        f.pointId(),
                        f.kind().name())));
    }

    private void notBooked(List<Point> meters, Park park, YearMonth month, List<OpenPoint> open) {
        long from = park.time().startOf(month).toEpochMilli();
        long to = park.time().startOf(month.plusMonths(1)).toEpochMilli();
        Map<String, List<TimeRange>> work = new HashMap<>();
        books.read(handle -> {
            Portions.of(meters.stream().map(Point::id).toList())
                    .forEach(some -> work.putAll(AccountWorkTable.load(handle, some)));
            return true;
        });
        meters.stream()
                .filter(meter -> work.getOrDefault(meter.id(), List.of()).stream()
                        .anyMatch(range -> range.fromMs() < to && range.toMs() > from))
                .forEach(meter -> open.add(new OpenPoint(Kind.NOT_BOOKED, meter.enterpriseId(), meter.id(), null)));
    }
}
