package io.greenpark.cleanproduction.series;

import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.coverage.CoverageCount;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.list.ListEdition;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.Areas;
import io.greenpark.store.series.GaugeSeries;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The series {@code clean_production_month}: how much of the approved list was covered at the end of each month, or is today, by
 * park and in the district, by what is known of it now. What is entered for months before the last comes when InfluxDB is filled again.
 */
public final class CoverageSeries implements GaugeSeries {
    private final RegistrySource registry;
    private final Clock clock;

    public CoverageSeries(RegistrySource registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.CLEAN_PRODUCTION_MONTH);
    }

    @Override
    public List<Mark> due(Instant since, Instant now) {
        Registry current = registry.current();
        ParkTime time = district(current);
        // What people enter of a month that is over comes in the weeks after it.
        Instant from = time.startOf(time.monthOf(since).minusMonths(1));
        return Areas.periods(current, Mark.Kind.CLEAN_PRODUCTION_MONTH, Step.MONTH, from, now);
    }

    private static ParkTime district(Registry registry) {
        return Subject.district(registry.facts().districtId()).time(registry);
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return Areas.all(registry.current()).stream().map(Subject::id).toList();
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        Registry current = registry.current();
        ParkTime time = district(current);
        Instant now = clock.instant();
        return Areas.find(current, subject)
                .flatMap(area -> Snapshot.read(handle, time.dayOf(now)).lists().editions().stream()
                        .map(ListEdition::validFrom)
                        .min(LocalDate::compareTo))
                .map(first -> Areas.starts(time, Step.MONTH, time.startOf(first), now, afterMs, max))
                .orElse(List.of());
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        Registry current = registry.current();
        ParkTime time = district(current);
        LocalDate today = time.dayOf(clock.instant());
        Snapshot snapshot = Snapshot.read(handle, today);
        Map<Long, Map<String, Coverage>> byMonth = new HashMap<>();
        List<SeriesPoint> points = new ArrayList<>();
        for (Mark mark : marks) {
            LocalDate end = time.monthOf(Instant.ofEpochMilli(mark.startMs())).atEndOfMonth();
            LocalDate day = end.isAfter(today) ? today : end;
            if (snapshot.lists().at(day).isPresent()) {
                Map<String, Coverage> byPark = byMonth.computeIfAbsent(
                        mark.startMs(),
                        start -> CoverageCount.byPark(
                                snapshot.lists(),
                                snapshot.audits(),
                                snapshot.terms(),
                                day,
                                member -> parkOf(current, member)));
                Areas.find(current, mark.subject()).ifPresent(area -> points.add(point(area, byPark, mark.startMs())));
            }
        }
        return points;
    }

    private static String parkOf(Registry registry, Member member) {
        return registry.enterprise(member.enterprise()).map(Enterprise::parkId).orElse(member.park());
    }

    private static SeriesPoint point(Subject area, Map<String, Coverage> byPark, long startMs) {
        Coverage coverage = area.scope() == Subject.Scope.DISTRICT
                ? byPark.values().stream().reduce(Coverage.NONE, Coverage::and)
                : byPark.getOrDefault(area.id(), Coverage.NONE);
        Map<String, Object> fields = new TreeMap<>();
        fields.put(SeriesSchema.LISTED, (long) coverage.listed());
        fields.put(SeriesSchema.STARTED, (long) coverage.started());
        fields.put(SeriesSchema.REPORTED, (long) coverage.reported());
        fields.put(SeriesSchema.COVERED, (long) coverage.covered());
        BigDecimal percent = coverage.percent();
        if (percent != null) {
            fields.put(SeriesSchema.PERCENT, percent);
        }
        return new SeriesPoint(SeriesSchema.CLEAN_PRODUCTION_MONTH, Areas.tags(area), fields, startMs);
    }
}
