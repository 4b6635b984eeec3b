package io.greenpark.store.books;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Dirty marks in {@code mark}. All marks of one transaction carry one version, taken from {@code mark_counter} with the
 * first of them.
 */
final class SqlMarks implements Marks {
    private static final String SUBSCRIBED = "INSERT INTO mark (consumer, kind, subject, start_ms, version)"
            + " SELECT s.consumer, s.kind, ?, ?, ? FROM mark_subscription s WHERE s.kind = ?";
    private static final String AGAIN =
            " ON CONFLICT (consumer, kind, subject, start_ms) DO UPDATE SET version = excluded.version";
    private static final String MARK = SUBSCRIBED + AGAIN;
    private static final String MARK_FOR = SUBSCRIBED + " AND s.consumer = ?" + AGAIN;

    private final Handle handle;
    private final Statements statements;
    private final Set<Mark> marked = new HashSet<>();
    private @Nullable Set<String> subscribed;
    private long version;

    SqlMarks(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public void mark(Mark.Kind kind, String subject, Collection<Long> startsMs) {
        if (startsMs.isEmpty() || !subscribed().contains(kind.name())) {
            return;
        }
        takeVersion();
        try {
            PreparedStatement mark = statements.of(MARK);
            boolean any = false;
            for (long startMs : startsMs) {
                if (marked.add(new Mark(kind, subject, startMs, version))) {
                    add(mark, kind, subject, startMs);
                    any = true;
                }
            }
            if (any) {
                mark.executeBatch();
            }
        } catch (SQLException e) {
            throw cannotMark(kind, subject, e);
        }
    }

    @Override
    public void markFor(String consumer, Mark.Kind kind, String subject, Collection<Long> startsMs) {
        if (startsMs.isEmpty() || !subscribed().contains(kind.name())) {
            return;
        }
        takeVersion();
        try {
            PreparedStatement mark = statements.of(MARK_FOR);
            mark.setString(5, consumer);
            for (long startMs : startsMs) {
                add(mark, kind, subject, startMs);
            }
            mark.executeBatch();
        } catch (SQLException e) {
            throw cannotMark(kind, subject, e);
        }
    }

    private void takeVersion() {
        if (version == 0) {
            version = handle.createQuery(
                            "UPDATE mark_counter SET version = mark_counter.version + 1 WHERE id = 1 RETURNING version")
                    .mapTo(Long.class)
                    .one();
        }
    }

    private void add(PreparedStatement mark, Mark.Kind kind, String subject, long startMs) throws SQLException {
        mark.setString(1, subject);
        mark.setLong(2, startMs);
        mark.setLong(3, version);
        mark.setString(4, kind.name());
        mark.addBatch();
    }

    private static BooksException cannotMark(Mark.Kind kind, String subject, SQLException e) {
        return new BooksException("marks of " + kind + " " + subject + " cannot be marked", e);
    }

    /** The kinds with a subscriber; asked once per transaction, since most bookings mark kinds without one. */
    private Set<String> subscribed() {
        if (subscribed == null) {
            subscribed = handle.createQuery("SELECT DISTINCT kind FROM mark_subscription")
                    .mapTo(String.class)
                    .set();
        }
        return subscribed;
    }

    @Override
    public List<Mark> pending(String consumer, Set<Mark.Kind> kinds, int max) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT kind, subject, start_ms, version FROM mark"
                        + " WHERE consumer = :consumer AND kind IN (<kinds>) ORDER BY version, start_ms LIMIT :max")
                .bindList("kinds", names(kinds))
                .bind("consumer", consumer)
                .bind("max", max)
                // By hand: there are thousands of marks, and reflection per row is felt.
                .map((row, context) -> new Mark(
                        Mark.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getLong("start_ms"),
                        row.getLong("version")))
                .list();
    }

    @Override
    public void done(String consumer, List<Mark> seen) {
        if (seen.isEmpty()) {
            return;
        }
        String sql =
                "DELETE FROM mark WHERE consumer = ? AND kind = ? AND subject = ? AND start_ms = ? AND version = ?";
        try (RowBatch batch = RowBatch.of(handle, sql)) {
            for (Mark mark : seen) {
                batch.add(consumer, mark.kind().name(), mark.subject(), mark.startMs(), mark.version());
                marked.remove(mark);
            }
            batch.execute();
        }
    }

    @Override
    public long count(String consumer) {
        return handle.createQuery("SELECT count(*) AS n FROM mark WHERE consumer = :consumer")
                .bind("consumer", consumer)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void subscribe(String consumer, Set<Mark.Kind> kinds) {
        subscribed = null;
        deleteOthers("mark", consumer, kinds);
        deleteOthers("mark_subscription", consumer, kinds);
        for (Mark.Kind kind : kinds) {
            handle.createUpdate("INSERT INTO mark_subscription (consumer, kind) VALUES (:consumer, :kind)"
                            + " ON CONFLICT (consumer, kind) DO NOTHING")
                    .bind("consumer", consumer)
                    .bind("kind", kind.name())
                    .execute();
        }
    }

    private void deleteOthers(String table, String consumer, Set<Mark.Kind> subscribed) {
        if (subscribed.isEmpty()) {
            handle.execute("DELETE FROM " + table + " WHERE consumer = ?", consumer);
            return;
        }
        handle.createUpdate("DELETE FROM " + table + " WHERE consumer = :consumer AND kind NOT IN (<kinds>)")
                .bindList("kinds", names(subscribed))
                .bind("consumer", consumer)
                .execute();
    }

    private static List<String> names(Set<Mark.Kind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }
}
