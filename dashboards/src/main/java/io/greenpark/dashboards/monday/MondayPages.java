package io.greenpark.dashboards.monday;

import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.alerts.cases.WeekOfCases;
import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.dashboards.monday.MondayPage.CaseWeek;
import io.greenpark.dashboards.monday.MondayPage.Clean;
import io.greenpark.dashboards.monday.MondayPage.Driver;
import io.greenpark.dashboards.monday.MondayPage.Intensity;
import io.greenpark.dashboards.monday.MondayPage.ObjectionWeek;
import io.greenpark.dashboards.monday.MondayPage.Row;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.NewestMonth;
import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes Monday's pages of what the console shows; what lies beyond a part of the district is in none of its figures. Any thread may call. */
public final class MondayPages {
    private static final int DRIVERS = 5;
    private static final int DAYS = 7;
    private static final ElectricityBasis BASIS = ElectricityBasis.EQUIVALENT;

    private final ConsoleSources sources;

    /** @param sources of the whole district, or of a part that has all that is asked for */
    public MondayPages(ConsoleSources sources) {
        this.sources = sources;
    }

    /** The page of a week for a part of the district. */
    public MondayPage of(Scope scope, LocalDate monday) {
        Registry registry = sources.registry().current();
        Subject district = Subject.district(registry.facts().districtId());
        ZoneId zone = district.time(registry).zone();
        Instant to = monday.atStartOfDay(zone).toInstant();
        Instant from = monday.minusDays(DAYS).atStartOfDay(zone).toInstant();
        List<Subject> areas = areas(scope, registry, district);
        List<Subject> all = Stream.concat(
                        areas.stream(),
                        registry.facts().enterprises().stream()
                                .map(e -> Subject.enterprise(e.id()))
                                .filter(e -> scope.has(e, registry)))
                .distinct()
                .toList();
        YearMonth month = month(all, to, zone);
        Map<Subject, SubjectStanding> standings =
                all.isEmpty() ? Map.of() : sources.standings().of(all, month, BASIS);
        List<WeekOfCases> cases =
                sources
                        .books()
                        .<List<WeekOfCases>, RuntimeException>read(h -> WeekOfCases.between(h, from, to))
                        .stream()
                        .filter(c -> scope.has(c.about(), registry))
                        .toList();
        CleanProductionDesk clean = sources.cleanProduction().audits();
        Map<String, Coverage> coverage = clean.coverage(clean.snapshot(), monday.minusDays(1));
        List<Row> rows = areas.stream()
                .map(area -> new Row(
                        area,
                        area.name(registry),
                        intensity(standings.get(area)),
                        week(cases, c -> lies(c.about(), area, registry)),
                        clean(coverage, area)))
                .toList();
        return new MondayPage(
                monday,
                month,
                scope.district(),
                rows,
                drivers(standings, registry),
                week(cases, c -> true),
                objections(scope, registry, from, to));
    }

    private ObjectionWeek objections(Scope scope, Registry registry, Instant from, Instant to) {
        List<Objection> filed = sources.objections().in(EnumSet.allOf(ObjectionState.class)).stream()
                .filter(o -> o.filedAt().isBefore(to))
                .filter(o -> scope.has(Subject.enterprise(o.enterpriseId()), registry))
                .toList();
        List<Objection> open = filed.stream().filter(o -> !endedBefore(o, to)).toList();
        return new ObjectionWeek(
                open.size(),
                open.stream().filter(o -> !o.dueAt().isAfter(to)).count(),
                filed.stream()
                        .filter(o -> o.state().isRuling() && endedBefore(o, to) && !endedBefore(o, from))
                        .count());
    }

    private static boolean endedBefore(Objection o, Instant at) {
        Ending ending = o.ending();
        return ending != null && ending.at().isBefore(at);
    }

    private YearMonth month(List<Subject> subjects, Instant to, ZoneId zone) {
        return subjects.isEmpty()
                ? YearMonth.from(to.atZone(zone)).minusMonths(1)
                : new NewestMonth(sources.standings(), Clock.fixed(to, zone)).of(subjects, BASIS, zone);
    }

    private static List<Subject> areas(Scope scope, Registry registry, Subject district) {
        List<Subject> areas = new ArrayList<>();
        if (scope.district()) {
            areas.add(district);
        }
        registry.facts().parks().stream()
                .map(park -> Subject.park(park.id()))
                .filter(park -> scope.has(park, registry))
                .forEach(areas::add);
        registry.facts().enterprises().stream()
                .filter(e -> scope.enterprises().contains(e.id()))
                .filter(e -> !scope.has(Subject.park(e.parkId()), registry))
                .map(e -> Subject.enterprise(e.id()))
                .forEach(areas::add);
        return areas;
    }

    private static @Nullable Intensity intensity(@Nullable SubjectStanding standing) {
        if (standing == null) {
            return null;
        }
        TargetStanding target = standing.row().standing();
        if (target == null) {
            return null;
        }
        TargetProgress progress = standing.progress();
        return new Intensity(
                target.changePercent(),
                target.targetChangePercent(),
                target.gapPoints(),
                progress == null || progress.level() == null
                        ? null
                        : progress.level().name(),
                progress == null ? null : progress.excessTce());
    }

    private static List<Driver> drivers(Map<Subject, SubjectStanding> standings, Registry registry) {
        return standings.values().stream()
                .filter(s -> s.subject().scope() == Subject.Scope.ENTERPRISE)
                .flatMap(s -> driver(s, registry).stream())
                .sorted(Comparator.comparing(Driver::excess).reversed().thenComparing(Driver::id))
                .limit(DRIVERS)
                .toList();
    }

    private static Optional<Driver> driver(SubjectStanding s, Registry registry) {
        TargetProgress progress = s.progress();
        BigDecimal excess = progress == null ? null : progress.excessTce();
        return excess == null || excess.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Driver(
                        s.subject().id(),
                        s.subject().name(registry),
                        Objects.requireNonNull(s.row().standing()).changePercent(),
                        excess));
    }

    /** Whether what a case is about is a part of an area. */
    private static boolean lies(Subject about, Subject area, Registry registry) {
        return area.scope() == Subject.Scope.DISTRICT
                || about.equals(area)
                || about.scope() == Subject.Scope.ENTERPRISE
                        && registry.enterprise(about.id())
                                .filter(e -> e.parkId().equals(area.id()))
                                .isPresent();
    }

    private static CaseWeek week(List<WeekOfCases> cases, Predicate<WeekOfCases> which) {
        List<WeekOfCases> these = cases.stream().filter(which).toList();
        return new CaseWeek(
                count(these, WeekOfCases::opened),
                count(these, WeekOfCases::closed),
                count(these, WeekOfCases::overdue),
                count(these, WeekOfCases::open));
    }

    private static long count(List<WeekOfCases> cases, Predicate<WeekOfCases> which) {
        return cases.stream().filter(which).count();
    }

    private static Clean clean(Map<String, Coverage> byPark, Subject area) {
        Coverage of = area.scope() == Subject.Scope.DISTRICT
                ? byPark.values().stream().reduce(Coverage.NONE, Coverage::and)
                : byPark.getOrDefault(area.id(), Coverage.NONE);
        return new Clean(of.listed(), of.covered(), of.percent());
    }
}
