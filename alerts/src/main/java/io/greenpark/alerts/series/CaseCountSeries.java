package io.greenpark.alerts.series;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.cases.CaseSpan;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.Areas;
import io.greenpark.store.series.GaugeMarks;
import io.greenpark.store.series.GaugeSeries;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code case_hour}: how many cases were open at the end of each hour, or are now, by park and in the district, with
 * those about enterprises and the park itself counted to the park. Every field is always there, so that another count replaces it.
 */
public final class CaseCountSeries implements GaugeSeries {
    private final RegistrySource registry;
    private final Clock clock;

    public CaseCountSeries(RegistrySource registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.CASE_HOUR);
    }

    @Override
    public List<Mark> due(Instant since, Instant now) {
        return Areas.periods(registry.current(), Mark.Kind.CASE_HOUR, Step.HOUR, since, now);
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return Areas.all(registry.current()).stream().map(Subject::id).toList();
    }

    /** From the first case on; at least those that the clock has marked, which are there where no case was, too. */
    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        Registry current = registry.current();
        Instant now = clock.instant();
        Instant marked = now.minus(GaugeMarks.AT_FIRST);
        Instant first = CaseSpan.first(handle).filter(marked::isAfter).orElse(marked);
        return Areas.find(current, subject)
                .map(area -> Areas.starts(area.time(current), Step.HOUR, first, now, afterMs, max))
                .orElse(List.of());
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        Registry current = registry.current();
        Instant now = clock.instant();
        Instant from = Instant.ofEpochMilli(
                marks.stream().mapToLong(Mark::startMs).min().orElseThrow());
        List<CaseSpan> spans = CaseSpan.within(handle, from, now);
        List<SeriesPoint> points = new ArrayList<>();
        for (Mark mark : marks) {
            Instant start = Instant.ofEpochMilli(mark.startMs());
            if (!start.isAfter(now)) {
                Areas.find(current, mark.subject()).ifPresent(area -> {
                    Instant end = area.time(current).endOf(Step.HOUR, start);
                    points.add(point(current, area, spans, start, end.isAfter(now) ? now : end));
                });
            }
        }
        return points;
    }

    private static SeriesPoint point(
            Registry registry, Subject area, List<CaseSpan> spans, Instant start, Instant end) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put(SeriesSchema.OPEN, 0L);
        fields.put(SeriesSchema.RAISED, 0L);
        fields.put(SeriesSchema.ENDED, 0L);
        for (CaseLevel level : CaseLevel.values()) {
            fields.put(SeriesSchema.open(level), 0L);
        }
        for (Case.Rule rule : Case.Rule.values()) {
            fields.put(SeriesSchema.open(rule), 0L);
        }
        for (CaseSpan span : spans) {
            if (!isOf(registry, area, span.about())) {
                continue;
            }
            if (span.openAt(end)) {
                count(fields, SeriesSchema.OPEN);
                count(fields, SeriesSchema.open(span.rule()));
                CaseLevel level = span.level();
                if (level != null) {
                    count(fields, SeriesSchema.open(level));
                }
            }
            if (in(span.raised(), start, end)) {
                count(fields, SeriesSchema.RAISED);
            }
            if (in(span.ended(), start, end)) {
                count(fields, SeriesSchema.ENDED);
            }
        }
        return new SeriesPoint(SeriesSchema.CASE_HOUR, Areas.tags(area), fields, start.toEpochMilli());
    }

    private static void count(Map<String, Object> fields, String name) {
        fields.merge(name, 1L, (before, one) -> (Long) before + (Long) one);
    }

    private static boolean in(@Nullable Instant at, Instant start, Instant end) {
        return at != null && !at.isBefore(start) && at.isBefore(end);
    }

    private static boolean isOf(Registry registry, Subject area, Subject about) {
        return switch (area.scope()) {
            case DISTRICT -> true;
            case PARK ->
                area.equals(about)
                        || about.scope() == Subject.Scope.ENTERPRISE
                                && registry.enterprise(about.id())
                                        .map(Enterprise::parkId)
                                        .filter(area.id()::equals)
                                        .isPresent();
            case ENTERPRISE -> false;
        };
    }
}
