package io.greenpark.plan.desk;

import io.greenpark.park.registry.Park;
import io.greenpark.plan.light.Lights;
import io.greenpark.plan.light.Lights.Listed;
import io.greenpark.plan.light.Standing;
import io.greenpark.plan.rule.ListRule;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Counting;
import io.greenpark.plan.target.Measure;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.target.TargetType;
import io.greenpark.plan.value.Course;
import io.greenpark.plan.value.Figure;
import io.greenpark.plan.value.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the board of a plan at the end of a period. */
public final class Board {
    private final PlanDesk desk;
    private final PlanFigures figures;

    public Board(PlanDesk desk, PlanFigures figures) {
        this.desk = desk;
        this.figures = figures;
    }

    /** All targets of a plan, each for the district and then for the parks that have it. */
    public List<BoardRow> rows(Plan plan, PlanPeriod at) {
        return rows(plan, at, plan.targets());
    }

    /** One target of it, for all its areas. */
    public List<BoardRow> rows(Plan plan, PlanPeriod at, PlanTarget target) {
        return rows(plan, at, List.of(target));
    }

    /** What is asked of values that somebody wants to state, before they are kept. */
    public List<Sense.Question> questions(Plan plan, List<PlanDesk.Entry> entries) {
        // Of others nothing is asked, and so nothing need be computed.
        List<PlanDesk.Entry> open = entries.stream()
                .filter(e -> e.value() != null && e.words() == null && plan.has(e.period()))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Set<String> numbers = open.stream().map(PlanDesk.Entry::target).collect(Collectors.toSet());
        List<PlanTarget> targets = plan.targets().stream()
                .filter(target -> numbers.contains(target.number()))
                .toList();
        return Sense.of(rows(plan, open.get(0).period(), targets), open);
    }

    private List<BoardRow> rows(Plan plan, PlanPeriod at, List<PlanTarget> targets) {
        PlanFigures.AtOneMoment now = figures.now();
        List<Statement> statements = desk.statements(plan.id());
        List<BoardRow> rows = new ArrayList<>();
        for (PlanTarget target : targets) {
            List<Statement> own = statements.stream()
                    .filter(s -> s.target().equals(target.number()))
                    .toList();
            for (Area area : areas(target, now)) {
                rows.add(row(plan, target, area, at, own, now));
            }
        }
        return rows;
    }

    private static List<Area> areas(PlanTarget target, PlanFigures.AtOneMoment now) {
        List<Area> areas = new ArrayList<>(List.of(Area.DISTRICT));
        if (target.eachPark()) {
            now.registry().facts().parks().stream().map(Park::id).map(Area::new).forEach(areas::add);
        }
        return areas;
    }

    private static BoardRow row(
            Plan plan,
            PlanTarget target,
            Area area,
            PlanPeriod at,
            List<Statement> statements,
            PlanFigures.AtOneMoment now) {
        Map<PlanPeriod, Map<Statement.Kind, Statement>> stated = new HashMap<>();
        statements.stream().filter(s -> s.area().equals(area)).forEach(s -> stated.computeIfAbsent(
                        s.period(), p -> new TreeMap<>())
                .put(s.kind(), s));
        TreeSet<PlanPeriod> periods = new TreeSet<>(stated.keySet());
        periods.removeIf(p -> p.quartersSince(0) > at.quartersSince(0) || p.year() < plan.firstYear());
        periods.add(at);
        Measure measure = target.measure();
        List<PlanPeriod> measured = measure == null ? List.of() : measured(plan, target, measure, at);
        periods.addAll(measured);
        List<Figure> all = new ArrayList<>();
        for (PlanPeriod period : periods) {
            Map<Statement.Kind, Statement> own = stated.getOrDefault(period, Map.of());
            all.add(Figure.of(
                    period,
                    own.get(Statement.Kind.PUBLISHED),
                    measure == null || !measured.contains(period) ? null : now.of(measure, area, period),
                    own.get(Statement.Kind.TYPED),
                    target.leastCoverage(plan.marks())));
        }
        Course course = new Course(plan.firstYear(), at, now.day(), all);
        ListRule rule = target.rule();
        Listed listed = rule == null ? null : Lists.count(now.findings(rule, area, at));
        Standing judged = Lights.of(plan, target, course, listed);
        boolean tooFew = all.stream()
                .anyMatch(
                        f -> !f.known() && f.measured() != null && f.measured().value() != null);
        Standing standing = tooFew ? judged.ofTooFew() : judged;
        Figure asked =
                all.stream().filter(f -> f.period().equals(at)).findFirst().orElseThrow();
        Optional<Figure> newest = course.newest();
        return new BoardRow(
                target,
                area,
                asked,
                newest.orElse(null),
                standing,
                listed,
                before(target, at, all),
                target.type() == TargetType.CUMULATIVE ? course.beside(target.counting()) : null,
                target.leastCoverage(plan.marks()),
                all);
    }

    /** The last figure that one of a period is like: of a quarter alone that of a quarter. Rates of growth may well be far apart. */
    private static @Nullable Figure before(PlanTarget target, PlanPeriod at, List<Figure> all) {
        if (target.type() != TargetType.CUMULATIVE && target.type() != TargetType.SHARE) {
            return null;
        }
        boolean alike = target.type() == TargetType.CUMULATIVE && target.counting() == Counting.PER_PERIOD;
        return all.stream()
                .filter(f -> f.period().compareTo(at) < 0 && f.value() != null)
                .filter(f -> !alike || (f.period().quarter() == null) == (at.quarter() == null))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /**
     * The periods that the platform makes a figure of: of an average every year, of yearly sheets the last year that is over, of all else the
     * period that was asked for.
     */
    private static List<PlanPeriod> measured(Plan plan, PlanTarget target, Measure measure, PlanPeriod at) {
        List<PlanPeriod> periods = new ArrayList<>();
        int first = target.type() == TargetType.YEARLY_AVERAGE ? plan.firstYear() : at.year() - 1;
        boolean years =
                target.type() == TargetType.YEARLY_AVERAGE || measure.kind().isOfSheets();
        for (int year = Math.max(first, plan.firstYear()); years && year < at.year(); year++) {
            periods.add(PlanPeriod.year(year));
        }
        // Sheets are of whole years, so a quarter has none.
        if (at.quarter() == null || !measure.kind().isOfSheets()) {
            periods.add(at);
        }
        return periods;
    }
}
