package io.greenpark.accounting.finding;

import io.greenpark.accounting.finding.FindingRow.Key;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a computation found about a point in place of what was kept of the same hours. Only rows that reach into those
 * hours, or that something is added to, are unpacked, and only those that changed are written.
 */
final class FindingUpdate {
    private static final int SECOND_CLOCK = 3;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final ParkTime time;
    private final PointFindings findings;
    private final Map<Key, PackedRow> stored = new HashMap<>();
    private final List<FindingRow> changed = new ArrayList<>();
    private final List<Key> gone = new ArrayList<>();

    FindingUpdate(ParkTime time, PointFindings findings) {
        this.time = time;
        this.findings = findings;
    }

    void write(Handle handle) {
        Map<Key, TreeMap<Long, HourFindings>> found = byHour();
        load(handle, found.keySet());
        Set<Key> touched = new LinkedHashSet<>(found.keySet());
        stored.values().stream()
                .filter(row -> findings.kinds().contains(row.key().kind()) && row.reaches(findings.hours()))
                .forEach(row -> touched.add(row.key()));
        touched.forEach(key -> update(key, found.getOrDefault(key, new TreeMap<>())));
        FindingTable.put(handle, changed);
        FindingTable.delete(handle, gone);
    }

    private void load(Handle handle, Set<Key> found) {
        Set<FindingKind> monthly = EnumSet.copyOf(findings.kinds());
        monthly.removeIf(FindingKind::eachByItself);
        if (monthly.contains(FindingKind.OVERLAPPED)) {
            monthly.add(FindingKind.SECOND_CLOCK);
        }
        Set<FindingKind> lasting = EnumSet.copyOf(findings.kinds());
        lasting.removeIf(kind -> !kind.eachByItself());
        String point = findings.pointId();
        Stream.of(
                        FindingTable.beginning(handle, point, monthly, months()),
                        FindingTable.reaching(handle, point, lasting, findings.hours()),
                        begun(handle, found))
                .flatMap(List::stream)
                .forEach(row -> stored.put(row.key(), row));
    }

    /** What was shown by values of other hours before, and is by some of these. */
    private List<PackedRow> begun(Handle handle, Set<Key> found) {
        return found.stream()
                .filter(key -> key.kind().eachByItself())
                .flatMap(key -> FindingTable.beginning(
                        handle, key.pointId(), EnumSet.of(key.kind()), new TimeRange(key.beginMs(), key.beginMs() + 1))
                        .stream())
                .toList();
    }

    /** When the months of the hours begin, also as they did in another time zone. */
    private TimeRange months() {
        TimeRange hours = findings.hours();
        return new TimeRange(startOf(Step.MONTH, hours.fromMs() - DAY_MS) - DAY_MS, hours.toMs());
    }

    private void update(Key key, TreeMap<Long, HourFindings> found) {
        FindingRow before = before(key);
        FindingRow row = before == null ? new FindingRow(key) : before.copy();
        row.forget(findings.hours());
        found.forEach(row::add);
        settle(before, row);
        if (key.kind() == FindingKind.OVERLAPPED) {
            FindingRow days = secondClocks(row);
            settle(before(days.key()), days);
        }
    }

    private @Nullable FindingRow before(Key key) {
        PackedRow packed = stored.get(key);
        return packed == null ? null : packed.unpacked();
    }

    private void settle(@Nullable FindingRow before, FindingRow now) {
        if (!now.hours().isEmpty()) {
            if (!now.equals(before)) {
                changed.add(now);
            }
        } else if (before != null) {
            gone.add(now.key());
        }
    }

    private Map<Key, TreeMap<Long, HourFindings>> byHour() {
        List<Found> inOrder = new ArrayList<>(findings.found());
        inOrder.sort(
                (a, b) -> a.atMs() != b.atMs() ? Long.compare(a.atMs(), b.atMs()) : Long.compare(a.toMs(), b.toMs()));
        Map<Key, TreeMap<Long, HourFindings>> byHour = new HashMap<>();
        for (Found f : inOrder) {
            long begin = f.kind().eachByItself() ? f.toMs() : startOf(Step.MONTH, f.atMs());
            byHour.computeIfAbsent(new Key(findings.pointId(), f.kind(), begin), k -> new TreeMap<>())
                    .merge(startOf(Step.HOUR, f.atMs()), HourFindings.of(f), HourFindings::then);
        }
        return byHour;
    }

    /** Days of so many overlaps that they are no accident. */
    private FindingRow secondClocks(FindingRow overlapped) {
        Key key = overlapped.key();
        FindingRow days = new FindingRow(new Key(key.pointId(), FindingKind.SECOND_CLOCK, key.beginMs()));
        TreeMap<Long, HourFindings> byDay = new TreeMap<>();
        overlapped.hours().forEach((hour, found) -> byDay.merge(startOf(Step.DAY, hour), found, HourFindings::then));
        byDay.forEach((day, all) -> {
            if (all.count() >= SECOND_CLOCK) {
                days.add(day, HourFindings.of(all.fromMs(), all.toMs(), Reason.secondClock(all.count())));
            }
        });
        return days;
    }

    private long startOf(Step step, long timeMs) {
        return time.startOf(step, Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }
}
