package io.greenpark.objection.desk;

import io.greenpark.objection.desk.MarkedThings.Row;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Portions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Marks as the books have them: one statement for as many things as a statement takes. */
public final class SqlObjectionMarks implements ObjectionMarks {
    private static final String SELECT = "SELECT thing, from_ms, to_ms, number, state FROM objection"
            + " WHERE kind = :kind AND thing IN (<things>) AND state <> 'WITHDRAWN'";
    private static final String IN_TIME = " AND from_ms < :to AND to_ms > :from";
    private static final String ORDER =
            " ORDER BY CASE state WHEN 'OPEN' THEN 0 ELSE 1 END, filed_ms DESC, number DESC";

    private final Books books;

    public SqlObjectionMarks(Books books) {
        this.books = books;
    }

    @Override
    public MarkedThings of(ThingKind kind, Collection<String> ids) {
        return read(kind, ids, null, null);
    }

    @Override
    public MarkedThings of(ThingKind kind, Collection<String> ids, Instant from, Instant to) {
        return read(kind, ids, from, to);
    }

    private MarkedThings read(ThingKind kind, Collection<String> ids, @Nullable Instant from, @Nullable Instant to) {
        if (ids.isEmpty()) {
            return MarkedThings.NONE;
        }
        return books.read(handle -> {
            List<Row> rows = new ArrayList<>();
            for (List<String> some : Portions.of(ids)) {
                rows.addAll(query(handle, kind, some, from, to));
            }
            return new MarkedThings(rows);
        });
    }

    private static List<Row> query(
            Handle handle, ThingKind kind, List<String> ids, @Nullable Instant from, @Nullable Instant to) {
        boolean timed = from != null && to != null;
        Query query = handle.createQuery(SELECT + (timed ? IN_TIME : "") + ORDER)
                .bind("kind", kind.name())
                .bindList("things", ids);
        if (from != null && to != null) {
            query.bind("from", from.toEpochMilli()).bind("to", to.toEpochMilli());
        }
        return query.map((row, context) -> new Row(
                        row.getString("thing"),
                        row.getLong("from_ms"),
                        row.getLong("to_ms"),
                        new ObjectionMark(row.getString("number"), ObjectionState.valueOf(row.getString("state")))))
                .list();
    }
}
