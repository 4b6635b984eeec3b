package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.alerts.cases.Case;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.desk.ObjectionMarks;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of an answer is objected to, looked up for all of it at once: never per row. */
final class ShownObjections {
    private final ObjectionMarks marks;

    ShownObjections(ObjectionMarks marks) {
        this.marks = marks;
    }

    MarkedThings cases(Collection<Case> cases) {
        return marks.of(ThingKind.CASE, cases.stream().map(Case::id).distinct().toList());
    }

    /** Of means of points of some steps that begin in a time. */
    MarkedThings means(Collection<String> points, Collection<Step> steps, Instant from, Instant to) {
        List<String> ids = points.stream()
                .distinct()
                .flatMap(point -> steps.stream().map(step -> Thing.meanId(point, step)))
                .toList();
        return marks.of(ThingKind.MEAN, ids, from, to);
    }

    /** The same with what the means are made of: hours of days, hours and days of months. */
    MarkedThings meansWithin(Collection<String> points, Step step, Instant from, Instant to) {
        return means(points, within(step), from, to);
    }

    /** The mark of a mean, or of one of those that it is made of; its own first. */
    static @Nullable ObjectionMark mark(MarkedThings marked, String point, Step step, Instant from, Instant to) {
        return within(step).stream()
                .map(each -> marked.of(Thing.meanId(point, each), from, to))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Step> within(Step step) {
        return switch (step) {
            case HOUR -> List.of(Step.HOUR);
            case DAY -> List.of(Step.DAY, Step.HOUR);
            case MONTH -> List.of(Step.MONTH, Step.DAY, Step.HOUR);
        };
    }

    /** Marks of a month of an enterprise that returns and statistics are of: of its energy, else of its intensity. */
    @Nullable
    ObjectionMark month(String enterprise, Instant from, Instant to) {
        return months(List.of(enterprise), from, to).get(enterprise);
    }

    /** The same of many at once. */
    Map<String, ObjectionMark> months(Collection<String> enterprises, Instant from, Instant to) {
        Map<String, ObjectionMark> found = new HashMap<>();
        for (ThingKind kind : List.of(ThingKind.INTENSITY, ThingKind.ENERGY)) {
            MarkedThings marked = marks.of(kind, enterprises, from, to);
            enterprises.forEach(id -> {
                ObjectionMark mark = marked.of(id, from, to);
                if (mark != null) {
                    found.put(id, mark);
                }
            });
        }
        return found;
    }

    /** The same of a month of whoever of these is an enterprise; of parks and the district nobody objects. */
    Map<String, ObjectionMark> months(Collection<Subject> subjects, ParkTime time, YearMonth month) {
        return months(enterprises(subjects), time.startOf(month), time.startOf(month.plusMonths(1)));
    }

    /** The mark of a subject among those of enterprises. */
    static @Nullable ObjectionMark of(Map<String, ObjectionMark> marks, Subject subject) {
        return subject.scope() == Subject.Scope.ENTERPRISE ? marks.get(subject.id()) : null;
    }

    MarkedThings limits(Stream<Limit> limits) {
        return marks.of(ThingKind.LIMIT, limits.map(Limit::id).distinct().toList());
    }

    /** The months of an enterprise's energy; of parks and the district nobody objects. */
    MarkedThings energy(Subject subject, Instant from, Instant to) {
        return marks.of(ThingKind.ENERGY, enterprises(List.of(subject)), from, to);
    }

    private static List<String> enterprises(Collection<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.scope() == Subject.Scope.ENTERPRISE)
                .map(Subject::id)
                .toList();
    }

    /** Intensities of some subjects with the targets they stand against. */
    Intensities intensities(Map<Subject, List<IntensityRow>> rows, ParkTime time) {
        List<IntensityRow> all = rows.values().stream().flatMap(List::stream).toList();
        Optional<YearMonth> first = all.stream().map(IntensityRow::month).min(YearMonth::compareTo);
        Optional<YearMonth> last = all.stream().map(IntensityRow::month).max(YearMonth::compareTo);
        if (first.isEmpty() || last.isEmpty()) {
            return new Intensities(time, MarkedThings.NONE, MarkedThings.NONE);
        }
        List<String> targets = all.stream()
                .map(IntensityRow::standing)
                .filter(Objects::nonNull)
                .map(IntensityRow.TargetStanding::targetId)
                .distinct()
                .toList();
        return new Intensities(
                time,
                marks.of(
                        ThingKind.INTENSITY,
                        enterprises(rows.keySet()),
                        time.startOf(first.get()),
                        time.startOf(last.get().plusMonths(1))),
                marks.of(ThingKind.TARGET, targets));
    }

    /** The same of standings in a month. */
    Intensities standings(Collection<SubjectStanding> standings, ParkTime time) {
        return intensities(
                standings.stream().collect(Collectors.toMap(SubjectStanding::subject, s -> List.of(s.row()))), time);
    }

    /** What of intensities is objected to: the figures of months, and targets. */
    record Intensities(ParkTime time, MarkedThings months, MarkedThings targets) {
        @Nullable
        ObjectionMark month(Subject subject, YearMonth month) {
            return subject.scope() == Subject.Scope.ENTERPRISE
                    ? months.of(subject.id(), time.startOf(month), time.startOf(month.plusMonths(1)))
                    : null;
        }

        @Nullable
        ObjectionMark target(IntensityRow row) {
            IntensityRow.TargetStanding standing = row.standing();
            return standing == null ? null : targets.of(standing.targetId());
        }

        /** Puts both into a row in JSON. */
        JsonObject putTo(JsonObject json, Subject subject, IntensityRow row) {
            JsonObject standing = json.getJsonObject("standing");
            if (standing != null) {
                standing.put("objection", ObjectionTexts.mark(target(row)));
            }
            return json.put("objection", ObjectionTexts.mark(month(subject, row.month())));
        }

        /** Both as files have them. */
        @Nullable
        Bilingual words(Subject subject, IntensityRow row) {
            Bilingual month = ObjectionTexts.words(month(subject, row.month()));
            Bilingual target = ObjectionTexts.words(target(row));
            if (month == null || target == null) {
                return month == null ? target : month;
            }
            return new Bilingual(month.zh() + "；" + target.zh(), month.en() + "; " + target.en());
        }
    }

    /** The classes of an enterprise, the newest year first. */
    JsonArray classes(Enterprise enterprise) {
        List<Integer> years = enterprise.file().performanceClasses().keySet().stream()
                .sorted((a, b) -> Integer.compare(b, a))
                .toList();
        MarkedThings marked = marks.of(
                ThingKind.CLASS,
                years.stream().map(year -> Thing.classId(enterprise.id(), year)).toList());
        return Json.array(years, year -> new JsonObject()
                .put("year", year)
                .put(
                        "class",
                        Objects.requireNonNull(
                                        enterprise.file().performanceClasses().get(year))
                                .name())
                .put("objection", ObjectionTexts.mark(marked.of(Thing.classId(enterprise.id(), year)))));
    }
}
