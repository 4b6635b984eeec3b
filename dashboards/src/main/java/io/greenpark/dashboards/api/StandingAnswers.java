package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.Standings;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.TargetTonnes.YearEnd;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How all enterprises, or parks, or the district stand against their targets in a month, with what that comes to in tonnes. */
final class StandingAnswers {
    /** Statistics arrive late. */
    private static final int MONTHS_BACK = 3;

    private final Parks parks;
    private final Standings standings;
    private final SubjectOverview overview;
    private final Clock clock;

    StandingAnswers(ConsoleSources sources, SubjectOverview overview, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.standings = sources.standings();
        this.overview = overview;
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "scope", "park", "enterprise", "industry", "level", "month", "basis");
        Registry registry = parks.registry();
        ElectricityBasis basis = question.basis();
        List<Subject> subjects = subjects(question, registry);
        ZoneId zone =
                Subject.district(registry.facts().districtId()).time(registry).zone();
        YearMonth month = question.month("month").orElseGet(() -> newest(subjects, basis, zone));
        ProgressLevel level = question.choice("level", ProgressLevel.class).orElse(null);
        List<SubjectStanding> rows = standings.of(subjects, month, basis).values().stream()
                .filter(s -> level == null || level == level(s))
                .toList();
        Listing<SubjectStanding> listing = new Listing<>(
                StandingTexts.TITLE,
                new StandingColumns(registry, month, basis).all(),
                s -> s.subject().id(),
                rows);
        JsonObject about = new JsonObject().put("month", month.toString()).put("basis", basis.name());
        SubjectOverview.Attention attention = overview.attention();
        return new TableReply(question, clock, zone)
                .of(listing, "greenpark-standings-" + month, about, row -> json(row, registry, attention));
    }

    /** The district first, then parks, then enterprises, of the scopes that are asked for. */
    private List<Subject> subjects(Question question, Registry registry) {
        Set<Subject.Scope> scopes = question.choices("scope", Subject.Scope.class).orElse(Set.of(Subject.Scope.ENTERPRISE));
        Optional<Park> park = question.text("park").map(parks::park);
        List<Subject> subjects = new ArrayList<>();
        if (scopes.contains(Subject.Scope.DISTRICT)) {
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

    /** The newest in which at least half can be stated of those that can in any; never January, which is judged with February. */
    private YearMonth newest(List<Subject> subjects, ElectricityBasis basis, ZoneId zone) {
        YearMonth current = YearMonth.from(clock.instant().atZone(zone));
        List<YearMonth> months = IntStream.rangeClosed(1, MONTHS_BACK + 1)
                .mapToObj(current::minusMonths)
                .filter(month -> month.getMonth() != Month.JANUARY)
                .limit(MONTHS_BACK)
                .toList();
        List<Long> stated = months.stream()
                .map(month -> standings.stated(subjects, month, basis))
                .toList();
        long most = Collections.max(stated);
        for (int back = 0; back < months.size(); back++) {
            if (most > 0 && stated.get(back) * 2 >= most) {
                return months.get(back);
            }
        }
        return months.get(0);
    }

    private static @Nullable ProgressLevel level(SubjectStanding s) {
        return s.progress() == null ? null : s.progress().level();
    }

    private JsonObject json(SubjectStanding s, Registry registry, SubjectOverview.Attention attention) {
        JsonObject json = parks.named(s.subject())
                .put("scope", s.subject().scope().name())
                .put("openCases", attention.openCases(s.subject(), registry))
                .put("silentDevices", attention.silentDevices(s.subject(), registry));
        if (s.subject().scope() == Subject.Scope.ENTERPRISE) {
            registry.enterprise(s.subject().id()).ifPresent(e -> putEnterprise(json, e, registry));
        }
        return json.mergeIn(IntensityAnswers.row(s.row())).put("progress", progress(s.progress()));
    }

    private static void putEnterprise(JsonObject json, Enterprise e, Registry registry) {
        Park park = registry.parkOf(e);
        json.put("park", new JsonObject().put("id", park.id()).put("name", Json.name(park.name())))
                .put("industry", e.industry())
                .put("aboveScale", e.aboveScale())
                .put("polluting", e.polluting());
    }

    /** What a standing comes to. */
    static @Nullable JsonObject progress(@Nullable TargetProgress p) {
        if (p == null) {
            return null;
        }
        JsonObject json = new JsonObject()
                .put("excessTce", Json.decimal(p.excessTce()))
                .put("level", p.level() == null ? null : p.level().name())
                .put("yearEnd", yearEnd(p.yearEnd()));
        ReasonJson.putAll(json, p.reasons(), UnaryOperator.identity());
        return json;
    }

    private static @Nullable JsonObject yearEnd(@Nullable YearEnd end) {
        return end == null
                ? null
                : new JsonObject()
                        .put("tce", Json.decimal(end.tce()))
                        .put("allowedTce", Json.decimal(end.allowedTce()))
                        .put("excessTce", Json.decimal(end.excessTce()));
    }
}
