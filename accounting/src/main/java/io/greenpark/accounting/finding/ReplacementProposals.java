package io.greenpark.accounting.finding;

import io.greenpark.accounting.finding.FindingSelect.Decision;
import io.greenpark.accounting.finding.ReplacementProposal.Declined;
import io.greenpark.park.reason.Reason;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Replacements of meters that the readings suggest. A proposal stands as long as its fall is found: with the replacement on
 * record it is gone, and one that was declined (table {@code account_declined}) stays so, also where late values show more
 * exactly when the register fell. Any thread may ask.
 */
public final class ReplacementProposals {
    private final Books books;

    public ReplacementProposals(Books books) {
        this.books = books;
    }

    /**
     * The newest proposals, or those that follow the last one of a page.
     *
     * @param points null for those of all points
     * @param declined whether declined ones or the others; null for both
     */
    public List<ReplacementProposal> page(
            @Nullable Set<String> points, @Nullable Boolean declined, @Nullable FindingCursor after, int limit) {
        Decision decision = declined == null ? Decision.ANY : declined ? Decision.DECLINED : Decision.OPEN;
        FindingQuery falls = new FindingQuery(points, FindingSelect.LASTING, Instant.EPOCH);
        return books.read(
                handle -> proposals(handle, FindingSelect.falls(falls, decision).page(handle, after, limit)));
    }

    /** The point that an id of a proposal is about; empty where it is no such id. Asks nothing. */
    public static Optional<String> pointOf(String id) {
        int separator = id.lastIndexOf(ReplacementProposal.SEPARATOR);
        return separator < 0 || !id.substring(separator + 1).matches("-?\\d{1,18}")
                ? Optional.empty()
                : Optional.of(id.substring(0, separator));
    }

    public Optional<ReplacementProposal> find(String id) {
        return pointOf(id).flatMap(point -> {
            long at = Long.parseLong(id.substring(point.length() + 1));
            return books.read(
                    handle -> proposals(
                                    handle,
                                    FindingSelect.fall(handle, point, at).stream()
                                            .toList())
                            .stream()
                            .findFirst());
        });
    }

    /** Keeps that somebody declined; whoever declined first stays. */
    public void decline(ReplacementProposal proposal, String by, String comment, Instant now) {
        books.write(tx -> tx.handle()
                .execute(
                        "INSERT INTO account_declined (point, at_ms, last_old_ms, old_end, new_start, declined_ms,"
                                + " declined_by, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (point, at_ms) DO NOTHING",
                        proposal.pointId(),
                        proposal.at().toEpochMilli(),
                        proposal.lastOld().toEpochMilli(),
                        proposal.oldEnd().toPlainString(),
                        proposal.newStart().toPlainString(),
                        now.toEpochMilli(),
                        by,
                        comment));
    }

    private static List<ReplacementProposal> proposals(Handle handle, List<KeptFinding> falls) {
        Map<String, List<DeclinedFall>> declined =
                declined(handle, falls.stream().map(KeptFinding::pointId).collect(Collectors.toSet()));
        return falls.stream()
                .map(f -> proposal(f, declined.getOrDefault(f.pointId(), List.of())))
                .toList();
    }

    private static ReplacementProposal proposal(KeptFinding f, List<DeclinedFall> declined) {
        return new ReplacementProposal(
                f.pointId(),
                f.kind(),
                Instant.ofEpochMilli(f.toMs()),
                Instant.ofEpochMilli(f.fromMs()),
                new BigDecimal(detail(f.reason(), "before")),
                detail(f.reason(), "unitBefore"),
                new BigDecimal(detail(f.reason(), "after")),
                detail(f.reason(), "unit"),
                f.reason(),
                declined.stream()
                        .filter(d -> d.is(f))
                        .map(DeclinedFall::declined)
                        .findFirst()
                        .orElse(null));
    }

    private static String detail(Reason reason, String name) {
        return String.valueOf(reason.details().get(name));
    }

    private record DeclinedFall(String pointId, long lastOldMs, long atMs, Declined declined) {
        /** As {@link FindingSelect} has it: they overlap, or one goes on where the other ended. */
        boolean is(KeptFinding fall) {
            return atMs >= fall.fromMs() && lastOldMs < fall.toMs();
        }
    }

    private static Map<String, List<DeclinedFall>> declined(Handle handle, Collection<String> points) {
        if (points.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT point, last_old_ms, at_ms, declined_ms, declined_by, comment FROM account_declined"
                        + " WHERE point IN (<points>) ORDER BY declined_ms, at_ms")
                .bindList("points", List.copyOf(points))
                .map((row, context) -> new DeclinedFall(
                        row.getString("point"),
                        row.getLong("last_old_ms"),
                        row.getLong("at_ms"),
                        new Declined(
                                Instant.ofEpochMilli(row.getLong("declined_ms")),
                                row.getString("declined_by"),
                                row.getString("comment"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(DeclinedFall::pointId));
    }
}
