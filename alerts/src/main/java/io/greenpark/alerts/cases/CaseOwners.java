package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code case_owner}: who sees to a case. Every change is an event of the case, written in the same transaction; nobody is notified by
 * mail. Who may own which case is decided by whoever knows accounts.
 */
public final class CaseOwners {
    private CaseOwners() {}

    /**
     * Makes cases somebody's; what is that one's already stays as it is. Returns how many changed.
     *
     * @throws OwnerChangedException if a case is another one's than was seen
     */
    public static int change(BooksTx tx, Collection<String> ids, OwnerChange change, Instant at) {
        int changed = 0;
        for (String id : ids) {
            CaseOwner before = of(tx.handle(), id).orElse(null);
            if (!change.seen().getOrDefault(id, OwnerChange.nameOf(before)).equals(OwnerChange.nameOf(before))) {
                throw new OwnerChangedException(id);
            }
            if (!isSame(before, change)) {
                put(tx.handle(), id, change, at);
                CaseTable.addEvent(
                        tx.handle(),
                        id,
                        new CaseEvent(
                                CaseTable.nextEventNumber(tx.handle(), id),
                                change.kind(),
                                at,
                                change.by(),
                                change.word(),
                                null,
                                change.account(),
                                change.office()));
                tx.marks().mark(Mark.Kind.ALERT, id, 0);
                changed++;
            }
        }
        return changed;
    }

    private static boolean isSame(@Nullable CaseOwner before, OwnerChange change) {
        String account = before == null ? null : before.account();
        String office = before == null ? null : before.office();
        return Objects.equals(account, change.account()) && Objects.equals(office, change.office());
    }

    private static void put(Handle handle, String id, OwnerChange change, Instant at) {
        handle.execute("DELETE FROM case_owner WHERE case_id = ?", id);
        if (change.kind() == CaseEvent.Kind.ASSIGNED) {
            handle.execute(
                    "INSERT INTO case_owner (case_id, account, office, since_ms, by_whom) VALUES (?, ?, ?, ?, ?)",
                    id,
                    change.account(),
                    change.office(),
                    at.toEpochMilli(),
                    change.by());
        }
    }

    private static Optional<CaseOwner> of(Handle handle, String id) {
        return handle.createQuery("SELECT account AS owner_account, office AS owner_office, since_ms AS owner_ms"
                        + " FROM case_owner WHERE case_id = :id")
                .bind("id", id)
                .map((row, context) -> Objects.requireNonNull(owner(row)))
                .findOne();
    }

    /** Of the columns {@code owner_account}, {@code owner_office} and {@code owner_ms}; null where there is none. */
    static @Nullable CaseOwner owner(ResultSet row) throws SQLException {
        Instant since = Columns.instantOrNull(row, "owner_ms");
        return since == null
                ? null
                : new CaseOwner(row.getString("owner_account"), row.getString("owner_office"), since);
    }

    /** How many open cases each account has of those that a filter takes; who has none is absent. */
    static Map<String, Long> open(Handle handle, CaseFilter filter) {
        return CaseSelect.openByAccount(handle, filter);
    }

    /** The open cases of an account, newest first, without what happened to them. */
    public static List<Case> openOf(Handle handle, String account) {
        CaseFilter filter = CaseFilter.all().in(Case.State.OPEN).owner(CaseFilter.Owner.of(Set.of(account)));
        return CaseSelect.rows(handle, filter, Integer.MAX_VALUE).stream()
                .map(row -> row.withEvents(List.of()))
                .toList();
    }
}
