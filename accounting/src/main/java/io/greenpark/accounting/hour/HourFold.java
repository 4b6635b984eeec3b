package io.greenpark.accounting.hour;

import io.greenpark.store.books.Books;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the rows of one table, subject by subject, what earlier versions left as well as what was booked since. A step is one
 * short transaction that puts rows into their folded days and deletes them, so at any moment an hour counts once. Where it was
 * is not kept: after a restart it finds the rows that are left.
 */
public final class HourFold<T> {
    private static final int SUBJECTS_AT_A_TIME = 200;
    /** Of one subject in one go. */
    private static final int DAYS_AT_A_TIME = 30;
    /** What a transaction may take before it takes no further subject. */
    private static final long BUDGET_NANOS = 12_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(HourFold.class);
    private static final String NONE = "";

    private final HourTable<T> table;
    private final Deque<String> subjects = new ArrayDeque<>();
    private String after = NONE;

    public HourFold(HourTable<T> table) {
        this.table = table;
    }

    /**
     * Folds some rows of days that end at or before a time, the begin of a day; false once there are none left. The next call
     * then begins anew.
     */
    public boolean step(Books books, int beforeDay) {
        long beforeMs = HourDay.startMs(beforeDay);
        if (subjects.isEmpty()) {
            subjects.addAll(books.read(handle -> next(handle, beforeMs)));
            after = subjects.isEmpty() ? NONE : subjects.getLast();
        }
        if (subjects.isEmpty()) {
            return false;
        }
        List<String> asked = List.copyOf(subjects);
        int done = books.<Integer, RuntimeException>write(tx -> fold(tx.handle(), asked, beforeMs));
        for (int i = 0; i < done; i++) {
            subjects.remove();
        }
        return true;
    }

    private List<String> next(Handle handle, long beforeMs) {
        return handle.createQuery(table.sql().subjectsToFold())
                .bind("after", after)
                .bind("before", beforeMs)
                .bind("max", SUBJECTS_AT_A_TIME)
                .mapTo(String.class)
                .list();
    }

    /** How many of the subjects have nothing left to fold. */
    private int fold(Handle handle, List<String> asked, long beforeMs) {
        long begun = System.nanoTime();
        int done = 0;
        while (done < asked.size() && (done == 0 || System.nanoTime() - begun < BUDGET_NANOS)) {
            if (foldOrPassOver(handle, asked.get(done), beforeMs)) {
                return done;
            }
            done++;
        }
        return done;
    }

    /** One whose folded days cannot be read keeps its rows, which count all the same, and holds nobody up. */
    private boolean foldOrPassOver(Handle handle, String subject, long beforeMs) {
        try {
            return foldSome(handle, subject, beforeMs);
        } catch (UnreadableHoursException e) {
            LOG.error("the hours of \"{}\" stay in rows: {}", subject, e.getMessage());
            return false;
        }
    }

    /** Folds the oldest days of a subject, read before anything is written; whether there may be more. */
    private boolean foldSome(Handle handle, String subject, long beforeMs) {
        long oldest = handle.createQuery(table.sql().oldestRow())
                .bind("subject", subject)
                .map((row, context) -> {
                    long start = row.getLong(1);
                    return row.wasNull() ? Long.MAX_VALUE : start;
                })
                .one();
        if (oldest >= beforeMs) {
            return false;
        }
        long until = Math.min(beforeMs, HourDay.startMs(HourDay.of(oldest) + DAYS_AT_A_TIME));
        TreeMap<Integer, TreeSet<T>> days = rows(handle, subject, until);
        addFolded(handle, subject, days);
        write(handle, subject, days);
        handle.createUpdate(table.sql().deleteRowsBefore())
                .bind("subject", subject)
                .bind("before", until)
                .execute();
        return until < beforeMs;
    }

    private TreeMap<Integer, TreeSet<T>> rows(Handle handle, String subject, long beforeMs) {
        TreeMap<Integer, TreeSet<T>> days = new TreeMap<>();
        handle.createQuery(table.sql().rowsBefore())
                .bind("subject", subject)
                .bind("before", beforeMs)
                .map((row, context) -> table.hour(row, 1))
                .forEach(
                        hour -> days.computeIfAbsent(HourDay.of(table.startMs(hour)), d -> new TreeSet<>(table.order()))
                                .add(hour));
        return days;
    }

    /** Rows are newer: a set keeps what it has. */
    private void addFolded(Handle handle, String subject, TreeMap<Integer, TreeSet<T>> days) {
        handle.createQuery(table.sql().foldedDays())
                .bind("subject", subject)
                .bind("from", days.firstKey())
                .bind("to", days.lastKey())
                .map((row, context) -> {
                    TreeSet<T> day = days.get(row.getInt(1));
                    if (day != null) {
                        day.addAll(table.codec().decode(row.getInt(1), row.getBytes(2)));
                    }
                    return row;
                })
                .forEach(row -> {});
    }

    private void write(Handle handle, String subject, TreeMap<Integer, TreeSet<T>> days) {
        if (table.sql().numbered()) {
            number(handle, subject);
        }
        PreparedBatch put = handle.prepareBatch(table.sql().putFoldedDay());
        days.forEach((day, hours) -> put.bind("subject", subject)
                .bind("day", day)
                .bind("data", table.codec().encode(day, new ArrayList<>(hours)))
                .add());
        for (int count : put.execute()) {
            if (count != 1) {
                throw new IllegalStateException("books: a day of \"" + subject + "\" in "
                        + table.sql().table() + " was not folded, since it has no number");
            }
        }
    }

    /** Points have numbers since their first reading; this is for those that were booked without any. */
    private static void number(Handle handle, String point) {
        handle.createUpdate("INSERT INTO reading_point (no, point)"
                        + " SELECT (SELECT coalesce(max(no), 0) + 1 FROM reading_point) AS no, :point AS point"
                        + " WHERE NOT EXISTS (SELECT 1 FROM reading_point WHERE point = :point)")
                .bind("point", point)
                .execute();
    }
}
