package io.greenpark.accounting.finding;

import io.greenpark.accounting.finding.ReplacementProposal.Declined;
import io.greenpark.park.reason.Reason;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Replacements of meters that the readings suggest. A proposal stands as long as its fall is found: with the replacement on
 * record it is gone, and one that was declined (table {@code account_declined}) stays so. Any thread may ask.
 */
public final class ReplacementProposals {
    private final Books books;

    public ReplacementProposals(Books books) {
        this.books = books;
    }

    /** All proposals, declined ones included, newest first; of some points, or of all where none are named. */
    public List<ReplacementProposal> list(@Nullable Collection<String> points) {
        if (points != null && points.isEmpty()) {
            return List.of();
        }
        return books.read(handle -> {
            Map<String, Declined> declined = declined(handle);
            Map<String, ReplacementProposal> byId = new LinkedHashMap<>();
            for (KeptFinding f : FindingTable.list(handle, points, Long.MAX_VALUE)) {
                ReplacementProposal proposal = proposal(f, declined);
                byId.putIfAbsent(proposal.id(), proposal);
            }
            return List.copyOf(byId.values());
        });
    }

    public Optional<ReplacementProposal> find(String id) {
        return list(null).stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Keeps that somebody declined; whoever declined first stays. */
    public void decline(ReplacementProposal proposal, String by, String comment, Instant now) {
        books.write(tx -> tx.handle()
                .execute(
                        "INSERT INTO account_declined (point, at_ms, old_end, new_start, declined_ms, declined_by, comment)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (point, at_ms) DO NOTHING",
                        proposal.pointId(),
                        proposal.at().toEpochMilli(),
                        proposal.oldEnd().toPlainString(),
                        proposal.newStart().toPlainString(),
                        now.toEpochMilli(),
                        by,
                        comment));
    }

    private static ReplacementProposal proposal(KeptFinding f, Map<String, Declined> declined) {
        return new ReplacementProposal(
                f.pointId(),
                Instant.ofEpochMilli(f.toMs()),
                Instant.ofEpochMilli(f.fromMs()),
                number(f.reason(), "before"),
                number(f.reason(), "after"),
                f.reason(),
                declined.get(ReplacementProposal.id(f.pointId(), f.toMs())));
    }

    private static BigDecimal number(Reason reason, String detail) {
        return new BigDecimal(String.valueOf(reason.details().get(detail)));
    }

    private static Map<String, Declined> declined(Handle handle) {
        Map<String, Declined> declined = new LinkedHashMap<>();
        handle.createQuery("SELECT point, at_ms, declined_ms, declined_by, comment FROM account_declined")
                .map((row, context) -> declined.put(
                        ReplacementProposal.id(row.getString("point"), row.getLong("at_ms")),
                        new Declined(
                                Instant.ofEpochMilli(row.getLong("declined_ms")),
                                row.getString("declined_by"),
                                row.getString("comment"))))
                .list();
        return declined;
    }
}
