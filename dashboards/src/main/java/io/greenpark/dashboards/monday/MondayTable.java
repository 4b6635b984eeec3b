package io.greenpark.dashboards.monday;

import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code monday_page}: what accounts were told, and which weeks are done with. */
public final class MondayTable {
    /** Stands for no account: the week is done with. */
    private static final String NOBODY = "";

    private MondayTable() {}

    /** A page as it was told. */
    public record Told(Instant at, JsonObject page) {}

    /** What an account was told of a week, if it has the same part of the district today. */
    public static Optional<Told> find(Handle handle, LocalDate week, String account, Scope scope) {
        return handle.createQuery("SELECT made_ms, document FROM monday_page"
                        + " WHERE week = :week AND account = :account AND scope = :scope AND account <> ''")
                .bind("week", week.toString())
                .bind("account", account)
                .bind("scope", text(scope))
                .map((row, context) -> new Told(
                        Instant.ofEpochMilli(row.getLong("made_ms")), new JsonObject(row.getString("document"))))
                .findOne();
    }

    /** Whether a week is done with. */
    static boolean isDone(Handle handle, LocalDate week) {
        return handle.createQuery("SELECT count(*) FROM monday_page WHERE week = :week AND account = ''")
                        .bind("week", week.toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Whether any week ever was, as none is before the first start. */
    static boolean isBegun(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM monday_page WHERE account = ''")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static void done(Handle handle, LocalDate week, Instant at) {
        insert(handle, week, NOBODY, "", at, "{}");
    }

    static void keep(Handle handle, LocalDate week, String account, Scope scope, Instant at, JsonObject page) {
        insert(handle, week, account, text(scope), at, page.encode());
    }

    private static void insert(
            Handle handle, LocalDate week, String account, String scope, Instant at, String document) {
        handle.execute(
                "INSERT INTO monday_page (week, account, scope, made_ms, document) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                week.toString(),
                account,
                scope,
                at.toEpochMilli(),
                document);
    }

    private static String text(Scope scope) {
        return scope.district()
                ? "district"
                : "parks " + sorted(scope.parks()) + "; enterprises " + sorted(scope.enterprises()) + "; outlets "
                        + sorted(scope.outlets()) + "; devices " + sorted(scope.devices());
    }

    private static String sorted(Set<String> ids) {
        return ids.stream().sorted().collect(Collectors.joining(","));
    }
}
