package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.Standings;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.NewestMonth;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Scope;
import io.greenpark.returns.closing.ClosingMarks;
import io.greenpark.returns.closing.ClosingMarks.IntensityOf;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How all enterprises, or parks, or the district stand against their targets in a month, with what that comes to in tonnes. */
final class StandingAnswers {
    /** A burst of cases makes every open page ask anew. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(5);
    /** Each may be of all enterprises. */
    private static final int CACHED = 32;

    private final Parks parks;
    private final Scope scope;
    private final Standings standings;
    private final SubjectOverview overview;
    private final StandingJson json;
    private final ClosingMarks marks;
    private final ShownObjections objections;
    private final UnknownDeviceCount unknown;
    private final WaitingForMe waiting;
    private final Briefly<Asked, YearMonth> months;
    private final Briefly<Asked, Map<Subject, SubjectStanding>> kept;
    private final NewestMonth newest;
    private final Clock clock;

    StandingAnswers(ConsoleSources sources, Scope scope, SubjectOverview overview, OpenReviews open, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.standings = sources.standings();
        this.overview = overview;
        this.json = new StandingJson(parks);
        this.marks = sources.closings().marks();
        this.objections = new ShownObjections(sources.objectionMarks());
        this.unknown = new UnknownDeviceCount(sources.quarantine(), sources.registry());
        this.waiting = new WaitingForMe(sources, open, clock);
        this.newest = new NewestMonth(standings, clock);
        this.clock = clock;
        this.months = new Briefly<>(sources.registry(), clock, CACHED_FOR, CACHED);
        this.kept = new Briefly<>(sources.registry(), clock, CACHED_FOR, CACHED);
    }

    /** @param month null where the newest is wanted */
    private record Asked(List<Subject> subjects, @Nullable YearMonth month, ElectricityBasis basis) {}

    Reply list(Question question) {
        TableReply.allow(question, "scope", "park", "enterprise", "industry", "level", "month", "basis");
        Registry registry = parks.registry();
        ElectricityBasis basis = question.basis();
        List<Subject> subjects = subjects(question, registry);
        ZoneId zone = parks.districtZone();
        YearMonth month = question.month("month")
                .orElseGet(() -> months.of(new Asked(subjects, null, basis), r -> newest.of(subjects, basis, zone)));
        ProgressLevel level = question.choice("level", ProgressLevel.class).orElse(null);
        Collection<SubjectStanding> all = kept.of(
                        new Asked(subjects, month, basis), r -> standings.of(subjects, month, basis))
                .values();
        List<SubjectStanding> rows = all.stream()
                .filter(s -> level == null || level == StandingSummary.level(s))
                .toList();
        Map<Subject, Mark> closed = marks.ofIntensities(
                all.stream().map(s -> new IntensityOf(s.subject(), s.row())).toList(), basis);
        ShownObjections.Intensities objected = objections.standings(all, parks.districtTime());
        Listing<SubjectStanding> listing = new Listing<>(
                StandingTexts.TITLE,
                new StandingColumns(registry, month, basis, closed, objected).all(),
                s -> s.subject().id(),
                rows);
        SubjectOverview.Attention attention = overview.attention();
        JsonObject about = new JsonObject()
                .put("month", month.toString())
                .put("basis", basis.name())
                .put(
                        "coefficientSet",
                        registry.coefficientsAt(month.atEndOfMonth(), basis)
                                .map(CoefficientSet::id)
                                .orElse(null))
                .put("unknownDevices", unknown.of(question.viewer()))
                .put("waiting", waiting.of(question.viewer()))
                .put(
                        "summary",
                        StandingSummary.of(
                                all,
                                s -> OtherBasis.hasTarget(registry, s.subject(), month, basis),
                                row -> json.of(row, basis, attention, closed, objected)));
        return new TableReply(question, clock, zone)
                .of(
                        listing,
                        "greenpark-standings-" + month,
                        about,
                        row -> json.of(row, basis, attention, closed, objected));
    }

    /** The district first, then parks, then enterprises, of the scopes that are asked for. */
    private List<Subject> subjects(Question question, Registry registry) {
        Set<Subject.Scope> scopes =
                question.choices("scope", Subject.Scope.class).orElse(Set.of(Subject.Scope.ENTERPRISE));
        Optional<Park> park = question.text("park").map(parks::park);
        List<Subject> subjects = new ArrayList<>();
        if (scopes.contains(Subject.Scope.DISTRICT) && scope.district()) {
            subjects.add(Subject.district(registry.facts().districtId()));
        }
        if (scopes.contains(Subject.Scope.PARK)) {
            registry.facts().parks().stream()
                    .filter(p -> park.isEmpty() || p.equals(park.get()))
                    .forEach(p -> subjects.add(Subject.park(p.id())));
        }
        if (scopes.contains(Subject.Scope.ENTERPRISE)) {
            enterprises(question, registry, park).forEach(e -> subjects.add(Subject.enterprise(e.id())));
        }
        return subjects;
    }

    private Stream<Enterprise> enterprises(Question question, Registry registry, Optional<Park> park) {
        Optional<String> industry = question.text("industry");
        Set<String> named = question.text("enterprise")
                .map(ids -> Arrays.stream(ids.split(",", -1))
                        .map(id -> parks.enterprise(id).id())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return registry.facts().enterprises().stream()
                .filter(e -> park.isEmpty() || e.parkId().equals(park.get().id()))
                .filter(e -> industry.isEmpty() || e.industry().equals(industry.get()))
                .filter(e -> named.isEmpty() || named.contains(e.id()));
    }
}
