package io.greenpark.accounting.finding;

import io.greenpark.accounting.finding.FindingRow.Key;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what bookings find, in their transaction: of the hours that were computed, what is found now takes the place of what
 * was kept, so that the rows are a function of the readings as the hours are. Points that nothing was ever found about cost
 * nothing. Used by the one thread that books.
 */
public final class FindingKeeper {
    private static final int SECOND_CLOCK = 3;
    /** Rows of a month lie within so much of any time in it. */
    private static final long MONTH_MS = Duration.ofDays(32).toMillis();

    /** All points of which something may be kept; null as long as they have not been read. */
    private @Nullable Set<String> known;

    /** Keeps what was found about points of one park. */
    public void keep(Handle handle, ParkTime time, List<PointFindings> findings) {
        Set<String> points = known(handle);
        for (PointFindings f : findings) {
            if (!f.found().isEmpty() || points.contains(f.pointId())) {
                // One too many does no harm, if the transaction fails.
                points.add(f.pointId());
                new Update(time, f).write(handle);
            }
        }
    }

    /** Nothing is kept of a point that the registry no longer has. */
    public void forget(Handle handle, String pointId) {
        FindingTable.forget(handle, pointId);
    }

    /** Nothing is kept of kinds that no booking of a point speaks for any more. */
    public static void keepOnly(Handle handle, String pointId, Set<FindingKind> kinds) {
        Set<FindingKind> others = EnumSet.allOf(FindingKind.class);
        others.removeAll(kinds);
        FindingTable.forget(handle, pointId, others);
    }

    private Set<String> known(Handle handle) {
        Set<String> points = known;
        if (points == null) {
            points = FindingTable.points(handle);
            known = points;
        }
        return points;
    }

    private static final class Update {
        private final ParkTime time;
        private final PointFindings findings;
        private final Map<Key, FindingRow> rows = new HashMap<>();

        Update(ParkTime time, PointFindings findings) {
            this.time = time;
            this.findings = findings;
        }

        void write(Handle handle) {
            Map<Key, FindingRow> former = FindingTable.load(
                    handle, findings.pointId(), findings.hours().widened(MONTH_MS));
            former.forEach((key, row) -> rows.put(key, row.copy()));
            rows.values().stream()
                    .filter(row -> findings.kinds().contains(row.key().kind()))
                    .forEach(row -> row.forget(findings.hours()));
            byHour().forEach((key, hours) -> {
                FindingRow row = rows.computeIfAbsent(key, FindingRow::new);
                hours.forEach(row::add);
            });
            secondClocks();
            List<FindingRow> changed = new ArrayList<>();
            List<Key> gone = new ArrayList<>();
            rows.forEach((key, row) -> {
                if (row.hours().isEmpty()) {
                    gone.add(key);
                } else if (!row.equals(former.get(key))) {
                    changed.add(row);
                }
            });
            gone.retainAll(former.keySet());
            FindingTable.put(handle, changed);
            FindingTable.delete(handle, gone);
        }

        private Map<Key, TreeMap<Long, HourFindings>> byHour() {
            List<Found> inOrder = new ArrayList<>(findings.found());
            inOrder.sort((a, b) ->
                    a.atMs() != b.atMs() ? Long.compare(a.atMs(), b.atMs()) : Long.compare(a.toMs(), b.toMs()));
            Map<Key, TreeMap<Long, HourFindings>> byHour = new HashMap<>();
            for (Found f : inOrder) {
                long begin = f.kind().eachByItself() ? f.toMs() : startOf(Step.MONTH, f.atMs());
                byHour.computeIfAbsent(new Key(findings.pointId(), f.kind(), begin), k -> new TreeMap<>())
                        .merge(startOf(Step.HOUR, f.atMs()), HourFindings.of(f), HourFindings::then);
            }
            return byHour;
        }

        /** Days of so many overlaps that they are no accident. */
        private void secondClocks() {
            List<FindingRow> overlapped = rows.values().stream()
                    .filter(row -> row.key().kind() == FindingKind.OVERLAPPED)
                    .toList();
            for (FindingRow row : overlapped) {
                Key key = row.key();
                FindingRow days = new FindingRow(new Key(key.pointId(), FindingKind.SECOND_CLOCK, key.beginMs()));
                TreeMap<Long, List<HourFindings>> byDay = new TreeMap<>();
                row.hours()
                        .forEach((hour, found) -> byDay.computeIfAbsent(startOf(Step.DAY, hour), d -> new ArrayList<>())
                                .add(found));
                byDay.forEach((day, found) -> addDay(days, day, found));
                rows.put(days.key(), days);
            }
        }

        private static void addDay(FindingRow days, long day, List<HourFindings> found) {
            HourFindings all = found.stream().reduce(HourFindings::then).orElseThrow();
            if (all.count() >= SECOND_CLOCK) {
                Reason reason = Reason.secondClock(all.count());
                days.add(day, new HourFindings(1, all.fromMs(), all.toMs(), reason));
            }
        }

        private long startOf(Step step, long timeMs) {
            return time.startOf(step, Instant.ofEpochMilli(timeMs)).toEpochMilli();
        }
    }
}
