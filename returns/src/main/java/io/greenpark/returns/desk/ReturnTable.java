package io.greenpark.returns.desk;

import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.MonthlyReturn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code monthly_return} and {@code monthly_return_step}. */
final class ReturnTable {
    private ReturnTable() {}

    /** Somebody else changed the return meanwhile; what goes on in the transaction must not be. */
    static final class StaleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StaleException(MonthlyReturn one) {
            super("the return of " + one.enterpriseId() + " for " + one.period() + " is no longer version "
                    + (one.version() - 1));
        }
    }

    static Optional<MonthlyReturn> one(Handle handle, String enterprise, ReturnPeriod period) {
        return handle.createQuery("SELECT * FROM monthly_return WHERE enterprise = :enterprise AND period = :period")
                .bind("enterprise", enterprise)
                .bind("period", period.code())
                .map((row, context) -> read(row, row.getLong("changed_ms")))
                .findOne();
    }

    static List<MonthlyReturn> of(Handle handle, ReturnPeriod period) {
        return handle.createQuery("SELECT * FROM monthly_return WHERE period = :period ORDER BY enterprise")
                .bind("period", period.code())
                .map((row, context) -> read(row, row.getLong("changed_ms")))
                .list();
    }

    static Set<String> handedIn(Handle handle, ReturnPeriod period) {
        return new HashSet<>(handle.createQuery("SELECT enterprise FROM monthly_return WHERE period = :period"
                        + " AND state IN ('SUBMITTED', 'ACCEPTED')")
                .bind("period", period.code())
                .mapTo(String.class)
                .list());
    }

    static List<SubmittedReturn> submitted(Handle handle) {
        return handle.createQuery("SELECT enterprise, period FROM monthly_return WHERE state = 'SUBMITTED'"
                        + " ORDER BY period, enterprise")
                .map((row, context) -> new SubmittedReturn(
                        row.getString("enterprise"), new ReturnPeriod(YearMonth.parse(row.getString("period")))))
                .list();
    }

    /**
     * Puts a return in the place of the version before it.
     *
     * @throws StaleException if that is not there
     */
    static void put(Handle handle, MonthlyReturn one) {
        long changedMs = Objects.requireNonNull(one.changedAt()).toEpochMilli();
        String document = ReturnText.write(one);
        int rows = one.version() == 1
                ? handle.execute(
                        "INSERT INTO monthly_return (enterprise, period, version, state, changed_ms, document)"
                                + " VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING",
                        one.enterpriseId(),
                        one.period().code(),
                        one.state().name(),
                        changedMs,
                        document)
                : handle.execute(
                        "UPDATE monthly_return SET version = ?, state = ?, changed_ms = ?, document = ?"
                                + " WHERE enterprise = ? AND period = ? AND version = ?",
                        one.version(),
                        one.state().name(),
                        changedMs,
                        document,
                        one.enterpriseId(),
                        one.period().code(),
                        one.version() - 1);
        if (rows != 1) {
            throw new StaleException(one);
        }
    }

    /** Keeps for good what a return is as of a step. */
    static void addStep(Handle handle, MonthlyReturn one, String who, @Nullable String words) {
        handle.execute(
                "INSERT INTO monthly_return_step (enterprise, period, version, at_ms, who, state, words, document)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                one.enterpriseId(),
                one.period().code(),
                one.version(),
                Objects.requireNonNull(one.changedAt()).toEpochMilli(),
                who,
                one.state().name(),
                words,
                ReturnText.write(one));
    }

    static List<ReturnStep> steps(Handle handle, String enterprise, ReturnPeriod period) {
        return handle.createQuery(
                        "SELECT * FROM monthly_return_step WHERE enterprise = :enterprise AND period = :period"
                                + " ORDER BY version")
                .bind("enterprise", enterprise)
                .bind("period", period.code())
                .map((row, context) -> new ReturnStep(
                        read(row, row.getLong("at_ms")),
                        Instant.ofEpochMilli(row.getLong("at_ms")),
                        row.getString("who"),
                        row.getString("words")))
                .list();
    }

    private static MonthlyReturn read(ResultSet row, long changedMs) throws SQLException {
        return ReturnText.read(
                row.getString("enterprise"),
                row.getString("period"),
                row.getLong("version"),
                row.getString("state"),
                changedMs,
                row.getString("document"));
    }
}
