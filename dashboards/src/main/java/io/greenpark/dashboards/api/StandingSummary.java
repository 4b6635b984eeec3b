package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.registry.Subject;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the standings of many enterprises come to together, and which of them are farthest behind. */
final class StandingSummary {
    private static final int WORST = 10;
    private static final Comparator<SubjectStanding> BY_EXCESS =
            Comparator.comparing(StandingSummary::yearEndExcess, Comparator.nullsFirst(Comparator.naturalOrder()));

    private StandingSummary() {}

    /**
     * Of the enterprises alone: parks and the district are made of them.
     *
     * @param elsewhere whether one has a target of another basis only
     * @param row how a standing is shown
     */
    static JsonObject of(
            Collection<SubjectStanding> standings,
            Predicate<SubjectStanding> elsewhere,
            Function<SubjectStanding, JsonObject> row) {
        List<SubjectStanding> enterprises =
                standings.stream().filter(StandingSummary::isEnterprise).toList();
        JsonObject levels = new JsonObject();
        for (ProgressLevel level : ProgressLevel.values()) {
            levels.put(
                    level.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    enterprises.stream().filter(s -> level == level(s)).count());
        }
        BigDecimal excess = enterprises.stream()
                .filter(StandingSummary::isBehind)
                .map(StandingSummary::yearEndExcess)
                .filter(e -> e != null && e.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new JsonObject()
                .put("enterprises", enterprises.size())
                .put("levels", levels)
                .put(
                        "notJudged",
                        enterprises.stream()
                                .filter(s -> s.row().standing() != null && level(s) == null)
                                .count())
                .put(
                        "withoutTarget",
                        enterprises.stream()
                                .filter(s -> s.row().standing() == null)
                                .count())
                .put("otherTarget", enterprises.stream().filter(elsewhere).count())
                .put("yearEndExcessTce", Json.decimal(excess))
                .put("worst", Json.array(worst(enterprises), row));
    }

    /** Those that are behind, the farthest first. */
    private static List<SubjectStanding> worst(List<SubjectStanding> enterprises) {
        return enterprises.stream()
                .filter(StandingSummary::isBehind)
                .sorted(BY_EXCESS.reversed())
                .limit(WORST)
                .toList();
    }

    static @Nullable ProgressLevel level(SubjectStanding s) {
        return s.progress() == null ? null : s.progress().level();
    }

    private static boolean isEnterprise(SubjectStanding s) {
        return s.subject().scope() == Subject.Scope.ENTERPRISE;
    }

    private static boolean isBehind(SubjectStanding s) {
        ProgressLevel level = level(s);
        return level == ProgressLevel.BEHIND || level == ProgressLevel.NOT_FALLING;
    }

    /** Tonnes to be saved by the end of the year; null where the rest of the year cannot be told. */
    private static @Nullable BigDecimal yearEndExcess(SubjectStanding s) {
        TargetProgress progress = s.progress();
        return progress == null || progress.yearEnd() == null
                ? null
                : progress.yearEnd().excessTce();
    }
}
