package io.greenpark.access.audit;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The audit log in the books. Entries are appended one at a time, as the books are written by one process and one transaction at a time;
 * would two append after the same entry all the same, the second one fails, since a number is there once.
 */
public final class SqlAuditLog implements AuditLog {
    /** Entries retired in one transaction, which is to be short. */
    private static final int PORTION = 500;

    private final Books books;
    private final Clock clock;

    public SqlAuditLog(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public AuditEntry append(AuditDraft draft) {
        return books.write(tx -> append(tx, draft));
    }

    /** The same as part of a transaction, so that what is done and that it is on record come about together. */
    public AuditEntry append(BooksTx tx, AuditDraft draft) {
        AuditEntry entry = AuditEntry.after(AuditTable.head(tx.handle()), clock.instant(), draft);
        AuditTable.insert(tx.handle(), entry);
        return entry;
    }

    @Override
    public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
        return books.read(handle -> AuditTable.page(handle, filter, before, limit));
    }

    @Override
    public Map<String, Instant> newest(AuditAction action) {
        return books.read(handle -> AuditTable.newest(handle, action));
    }

    @Override
    public AuditHead head() {
        return books.read(AuditTable::head);
    }

    @Override
    public AuditCheck verify(@Nullable AuditHead noted) {
        return books.read(handle -> AuditChain.verify(handle, noted));
    }

    @Override
    public long retire(Instant before) {
        AuditConfig.refuseTooYoung(before, clock);
        long retired = 0;
        long portion;
        do {
            portion = books.write(tx -> retirePortion(tx, before));
            retired += portion;
        } while (portion == PORTION);
        return retired;
    }

    private long retirePortion(BooksTx tx, Instant before) {
        List<AuditEntry> old = oldest(tx.handle(), before);
        if (old.isEmpty()) {
            return 0;
        }
        refuseUnfit(tx.handle(), old);
        AuditEntry last = old.get(old.size() - 1);
        append(tx, Retirement.of(last.head()));
        AuditTable.cut(tx.handle(), last);
        return old.size();
    }

    /** The first entries, as far as all are older than a time. */
    private static List<AuditEntry> oldest(Handle handle, Instant before) {
        long end = AuditTable.firstSince(handle, before).orElse(Long.MAX_VALUE);
        return AuditTable.from(handle, Long.MIN_VALUE, PORTION).stream()
                .filter(entry -> entry.number() < end)
                .toList();
    }

    private static void refuseUnfit(Handle handle, List<AuditEntry> old) {
        AuditChain.Walk walk = new AuditChain.Walk(AuditTable.start(handle), null);
        walk.takes(old);
        AuditFault fault = walk.fault();
        if (fault != null) {
            throw new IllegalStateException("audit log: " + fault.text()
                    + "; nothing is retired as long as that is so, since it would hide it");
        }
    }
}
