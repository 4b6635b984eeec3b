package io.greenpark.cleanproduction.deadline;

import io.greenpark.cleanproduction.round.Deadline;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table {@code clean_notice}: which deadlines were told. */
public final class NoticeTable {
    private NoticeTable() {}

    /** A deadline that was told so many days before it is due. */
    record Notice(String enterprise, int round, String step, String dueOn, int daysBefore) {
        static Notice of(Deadline deadline, int daysBefore) {
            return new Notice(
                    deadline.enterprise(),
                    deadline.round(),
                    deadline.step().name(),
                    deadline.due().toString(),
                    daysBefore);
        }
    }

    static Set<Notice> all(Handle handle) {
        return new HashSet<>(handle.createQuery("SELECT enterprise, round, step, due_on, days_before FROM clean_notice")
                .map((row, context) -> new Notice(
                        row.getString("enterprise"),
                        row.getInt("round"),
                        row.getString("step"),
                        row.getString("due_on"),
                        row.getInt("days_before")))
                .list());
    }

    /** Notes that it is told; false if it was before. */
    static boolean note(Handle handle, Notice notice, Instant at, int letters) {
        return handle.execute(
                        "INSERT INTO clean_notice (enterprise, round, step, due_on, days_before, at_ms, letters)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        notice.enterprise(),
                        notice.round(),
                        notice.step(),
                        notice.dueOn(),
                        notice.daysBefore(),
                        at.toEpochMilli(),
                        letters)
                == 1;
    }
}
