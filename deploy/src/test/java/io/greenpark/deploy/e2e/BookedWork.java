package io.greenpark.deploy.e2e;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.StoredMean;
import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.alerts.cases.StoredVerdict;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.FormerSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * When hours were booked, verdicts given and people told, as the books have it. Cases of silent devices are left out: time
 * goes on while an installation is kept.
 */
record BookedWork(Set<String> hours, Set<String> verdicts, Set<String> steps, Set<String> notices) {
    private static final TimeRange ALL_TIME = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);
    /** The kept installations have hours of 2011 and 2018. */
    private static final long CLOSED_MS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

    private static final String NOT_SILENT = "rule <> 'DEVICE_SILENT'";

    static BookedWork of(Path file, @Nullable BooksServer server) {
        Jdbi books = server == null ? Jdbi.create("jdbc:sqlite:" + file) : FormerSchema.asTheyAre(server);
        return books.withHandle(handle -> new BookedWork(
                hours(handle),
                verdicts(handle),
                rows(
                        handle,
                        "SELECT case_id || ' ' || number FROM alert_step WHERE case_id IN (SELECT id FROM alert_case WHERE "
                                + NOT_SILENT + ")"),
                rows(
                        handle,
                        "SELECT id FROM alert_outbox WHERE case_id IN (SELECT id FROM alert_case WHERE " + NOT_SILENT
                                + ")")));
    }

    /** Hours of closed days that are rows still, also where there is nothing to fold them into. */
    static long hoursToFold(Path file, @Nullable BooksServer server) {
        Jdbi books = server == null ? Jdbi.create("jdbc:sqlite:" + file) : FormerSchema.asTheyAre(server);
        return books.withHandle(
                handle -> handle.createQuery("SELECT (SELECT count(*) FROM energy_hour_point WHERE hour_ms < :closed)"
                                + " + (SELECT count(*) FROM energy_hour WHERE start_ms < :closed)"
                                + " + (SELECT count(*) FROM discharge_hour WHERE start_ms < :closed)"
                                + " + (SELECT count(*) FROM alert_verdict WHERE rule IN"
                                + " ('LIMIT_EXCEEDED', 'LIMIT_WARNING') AND start_ms < :closed) AS n")
                        .bind("closed", CLOSED_MS)
                        .mapTo(Long.class)
                        .one());
    }

    /** When verdicts were given is kept to the second once they are folded. */
    private static Set<String> verdicts(Handle handle) {
        Set<String> verdicts = rows(
                handle,
                "SELECT rule || ' ' || subject || ' ' || start_ms || ' ' || phase || ' ' || judged_ms / 1000"
                        + " FROM alert_verdict WHERE "
                        + NOT_SILENT);
        if (folds(handle, "alert_verdict_folded")) {
            HourTable<StoredVerdict> limits = VerdictTable.hours();
            limits.each(
                    handle,
                    limits.subjects(handle),
                    ALL_TIME.fromMs(),
                    ALL_TIME.toMs(),
                    (subject, v) -> verdicts.add(v.rule() + " " + subject + " "
                            + v.verdict().from().toEpochMilli() + " "
                            + v.verdict().phase() + " "
                            + v.judgedMs() / 1_000));
        }
        return verdicts;
    }

    private static Set<String> hours(Handle handle) {
        return folds(handle, "energy_hour_point_folded")
                ? foldedToo(handle)
                : rows(
                        handle,
                        "SELECT point || ' ' || hour_ms || ' ' || booked_ms FROM energy_hour_point UNION ALL"
                                + " SELECT point || ' ' || start_ms || ' ' || booked_ms FROM discharge_hour");
    }

    /** Earlier schemas have rows only. */
    private static boolean folds(Handle handle, String table) {
        return handle.queryMetadata(m -> m.getTables(null, null, table, null))
                .map((row, context) -> true)
                .findFirst()
                .orElse(false);
    }

    private static Set<String> foldedToo(Handle handle) {
        Set<String> booked = new TreeSet<>();
        HourBook energy = HourBook.over(handle);
        energy.each(
                energy.points(),
                ALL_TIME,
                (point, stored) -> booked.add(point + " " + stored.hour().hourMs() + " " + stored.bookedMs()));
        HourTable<StoredMean> means = BooksDischargeAccounts.hours();
        means.each(
                handle,
                means.subjects(handle),
                ALL_TIME.fromMs(),
                ALL_TIME.toMs(),
                (point, stored) -> booked.add(point + " " + stored.startMs() + " " + stored.bookedMs()));
        return booked;
    }

    private static Set<String> rows(Handle handle, String sql) {
        return new TreeSet<>(handle.createQuery(sql).mapTo(String.class).list());
    }
}
