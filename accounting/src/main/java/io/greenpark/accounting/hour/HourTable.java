package io.greenpark.accounting.hour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hours of subjects (points, enterprises), read from the rows of open days and the folded closed days as if they lay in one
 * table. A row counts before the same hour in a folded day. Writers write rows; nobody else needs to know where an hour lies.
 *
 * @param <T> an hour
 */
public abstract class HourTable<T> {
    private static final int MAX_WINDOW_DAYS = 64;
    private static final int HOURS_A_DAY = 24;

    private final HourTableSql sql;
    /** What is asked with every booking; it is always the same text. */
    private final String hoursSql;

    private final String firstSql;
    private final String lastSql;
    private final HourCodec<T> codec;

    /**
     * @param sql the names of the tables
     * @param codec what a folded day's bytes are
     */
    protected HourTable(HourTableSql sql, HourCodec<T> codec) {
        this.sql = sql;
        this.hoursSql = sql.hours();
        this.firstSql = sql.first();
        this.lastSql = sql.last();
        this.codec = codec;
    }

    /** The hour in a row; its columns begin at {@code first}. */
    protected abstract T hour(ResultSet row, int first) throws SQLException;

    /** When an hour begins. */
    protected abstract long startMs(T hour);

    /** By start; hours of one subject that it says are equal are the same hour. */
    protected abstract Comparator<T> order();

    final HourTableSql sql() {
        return sql;
    }

    final HourCodec<T> codec() {
        return codec;
    }

    /** A folded hour or one of a row. */
    private record Found<T>(String subject, T hour) {}

    /** Passes on the hours of some subjects that begin in {@code [fromMs, toMs)}, each once, in no order. */
    public final void each(
            Handle handle, Collection<String> subjects, long fromMs, long toMs, BiConsumer<String, T> to) {
        if (subjects.isEmpty() || fromMs >= toMs) {
            return;
        }
        List<Found<T>> folded = new ArrayList<>();
        List<Found<T>> rows = new ArrayList<>();
        handle.createQuery(hoursSql)
                .bindList("subjects", List.copyOf(subjects))
                .bind("from", fromMs)
                .bind("to", toMs)
                .bind("fromDay", HourDay.of(fromMs))
                .bind("toDay", HourDay.of(toMs - 1))
                .map((row, context) -> {
                    byte[] data = row.getBytes(3);
                    if (data == null) {
                        rows.add(new Found<>(row.getString(1), hour(row, 4)));
                    } else {
                        unfold(row.getString(1), row.getInt(2), data, fromMs, toMs, folded);
                    }
                    return row;
                })
                .forEach(row -> {});
        if (!folded.isEmpty()) {
            Map<String, TreeSet<T>> newer = bySubject(rows);
            folded.removeIf(f ->
                    newer.containsKey(f.subject()) && newer.get(f.subject()).contains(f.hour()));
            folded.forEach(f -> to.accept(f.subject(), f.hour()));
        }
        rows.forEach(f -> to.accept(f.subject(), f.hour()));
    }

    private void unfold(String subject, int day, byte[] data, long fromMs, long toMs, List<Found<T>> to) {
        for (T hour : codec.decode(day, data)) {
            long start = startMs(hour);
            if (start >= fromMs && start < toMs) {
                to.add(new Found<>(subject, hour));
            }
        }
    }

    private Map<String, TreeSet<T>> bySubject(List<Found<T>> found) {
        Map<String, TreeSet<T>> bySubject = new HashMap<>();
        found.forEach(f -> bySubject
                .computeIfAbsent(f.subject(), s -> new TreeSet<>(order()))
                .add(f.hour()));
        return bySubject;
    }

    /** The hours of one subject that begin in {@code [fromMs, toMs)}, in order. */
    public final TreeSet<T> hours(Handle handle, String subject, long fromMs, long toMs) {
        TreeSet<T> hours = new TreeSet<>(order());
        each(handle, List.of(subject), fromMs, toMs, (s, hour) -> hours.add(hour));
        return hours;
    }

    /** The newest hour of a subject that begins before a time and is as asked for. */
    public final Optional<T> newestBefore(Handle handle, String subject, long beforeMs, Predicate<T> asked) {
        List<T> newest = new ArrayList<>();
        back(handle, subject, beforeMs, hour -> {
            if (asked.test(hour)) {
                newest.add(hour);
            }
            return newest.isEmpty();
        });
        return newest.stream().findFirst();
    }

    /** When the newest hours of a subject begin that begin before a time and are as asked for, newest first, each time once. */
    public final List<Long> newestStarts(Handle handle, String subject, long beforeMs, int max, Predicate<T> asked) {
        Set<Long> starts = new LinkedHashSet<>();
        back(handle, subject, beforeMs, hour -> {
            if (asked.test(hour)) {
                starts.add(startMs(hour));
            }
            return starts.size() < max;
        });
        return List.copyOf(starts);
    }

    /** Goes back over the hours of a subject that begin before a time, as long as more are wanted. */
    private void back(Handle handle, String subject, long beforeMs, Predicate<T> more) {
        long to = beforeMs;
        int days = 1;
        for (Long last = lastBefore(handle, subject, to); last != null; last = lastBefore(handle, subject, to)) {
            long from = HourDay.startMs(HourDay.of(last) - days + 1);
            for (T hour : hours(handle, subject, from, to).descendingSet()) {
                if (!more.test(hour)) {
                    return;
                }
            }
            to = from;
            days = Math.min(2 * days, MAX_WINDOW_DAYS);
        }
    }

    /** The oldest hour of a subject that begins in {@code [fromMs, toMs)} and is as asked for. */
    public final Optional<T> oldestIn(Handle handle, String subject, long fromMs, long toMs, Predicate<T> asked) {
        int days = 1;
        for (Long first = firstFrom(handle, subject, fromMs); first != null && first < toMs; ) {
            long to = Math.min(toMs, HourDay.startMs(HourDay.of(first) + days));
            for (T hour : hours(handle, subject, first, to)) {
                if (asked.test(hour)) {
                    return Optional.of(hour);
                }
            }
            first = firstFrom(handle, subject, to);
            days = Math.min(2 * days, MAX_WINDOW_DAYS);
        }
        return Optional.empty();
    }

    /** When hours of a subject begin that begin after a time, each time once, oldest first, at most {@code max}. */
    public final List<Long> starts(Handle handle, String subject, long afterMs, int max) {
        TreeSet<Long> starts = new TreeSet<>();
        long from = afterMs + 1;
        int days = Math.min(MAX_WINDOW_DAYS, max / HOURS_A_DAY + 1);
        for (Long first = firstFrom(handle, subject, from);
                first != null && starts.size() < max;
                first = firstFrom(handle, subject, from)) {
            long to = HourDay.startMs(HourDay.of(first) + days);
            each(handle, List.of(subject), from, to, (s, hour) -> starts.add(startMs(hour)));
            from = to;
        }
        return starts.stream().limit(max).collect(Collectors.toList());
    }

    /** Takes hours that begin at a time out of their folded day; rows are the writer's. */
    public final void removeFolded(Handle handle, String subject, long startMs, Predicate<T> which) {
        int day = HourDay.of(startMs);
        List<T> hours = new ArrayList<>();
        handle.createQuery(sql.foldedDays())
                .bind("subject", subject)
                .bind("from", day)
                .bind("to", day)
                .map((row, context) -> codec.decode(day, row.getBytes(2)))
                .forEach(hours::addAll);
        if (!hours.removeIf(hour -> startMs(hour) == startMs && which.test(hour))) {
            return;
        }
        if (hours.isEmpty()) {
            handle.createUpdate(sql.deleteFoldedDay())
                    .bind("subject", subject)
                    .bind("day", day)
                    .execute();
        } else {
            handle.createUpdate(sql.putFoldedDay())
                    .bind("subject", subject)
                    .bind("day", day)
                    .bind("data", codec.encode(day, hours))
                    .execute();
        }
    }

    /** All subjects of which there are hours, in order. */
    public final List<String> subjects(Handle handle) {
        return handle.createQuery(sql.subjects()).mapTo(String.class).list();
    }

    /** The first and the last hour of a subject. */
    public final Optional<List<T>> ends(Handle handle, String subject) {
        Long first = firstFrom(handle, subject, Long.MIN_VALUE);
        Long last = lastBefore(handle, subject, Long.MAX_VALUE);
        if (first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                ofDay(handle, subject, first).first(),
                ofDay(handle, subject, last).last()));
    }

    private TreeSet<T> ofDay(Handle handle, String subject, long timeMs) {
        int day = HourDay.of(timeMs);
        return hours(handle, subject, HourDay.startMs(day), HourDay.startMs(day + 1));
    }

    /** A time at or after {@code fromMs}, on or before the first hour from then on and in its day; null if there is none. */
    private @Nullable Long firstFrom(Handle handle, String subject, long fromMs) {
        Long first = near(handle, firstSql, subject, fromMs, HourDay.of(fromMs));
        return first == null ? null : Long.valueOf(Math.max(fromMs, first));
    }

    /** A time in the day of the last hour before {@code toMs}; null if there is none. */
    private @Nullable Long lastBefore(Handle handle, String subject, long toMs) {
        return near(handle, lastSql, subject, toMs - 1, HourDay.of(toMs - 1));
    }

    private static @Nullable Long near(Handle handle, String sql, String subject, long timeMs, int day) {
        return handle.createQuery(sql)
                .bind("subject", subject)
                .bind("time", timeMs)
                .bind("day", day)
                .map((row, context) -> {
                    long near = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(near);
                })
                .one()
                .orElse(null);
    }
}
