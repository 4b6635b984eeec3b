package io.greenpark.cleanproduction.candidate;

import io.greenpark.cleanproduction.candidate.Proposal.Dropped;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.store.books.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Candidates, and what people proposed of them. Any thread may call. */
public final class Proposals {
    private final Books books;
    private final Clock clock;

    public Proposals(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** All candidates as of the last look. */
    public List<Candidate> candidates() {
        return books.read(CandidateTable::all);
    }

    /** All proposals, the newest first. */
    public List<Proposal> all() {
        return books.read(handle -> handle.createQuery("SELECT * FROM clean_proposal ORDER BY number DESC")
                .map((row, context) -> proposal(row))
                .list());
    }

    /** Proposes an enterprise, with what the books say of it now. */
    public Proposal propose(String enterprise, Set<AuditReason> reasons, String word, String who) {
        return books.write(tx -> {
            List<Evidence> evidence = CandidateTable.all(tx.handle()).stream()
                    .filter(c -> c.enterprise().equals(enterprise))
                    .flatMap(c -> c.evidence().stream())
                    .toList();
            long number = tx.handle()
                    .createQuery("SELECT coalesce(max(number), 0) + 1 FROM clean_proposal")
                    .mapTo(Long.class)
                    .one();
            tx.handle()
                    .execute(
                            "INSERT INTO clean_proposal (number, enterprise, reasons, document, word, at_ms, who)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            number,
                            enterprise,
                            reasons.stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                            EvidenceText.write(evidence),
                            word,
                            clock.instant().toEpochMilli(),
                            who);
            return one(tx.handle(), number).orElseThrow();
        });
    }

    /** A proposal by its number. */
    public Optional<Proposal> find(long number) {
        return books.read(handle -> one(handle, number));
    }

    /** Lets one drop; false if that was done before, or there is none. */
    public boolean drop(long number, String word, String who) {
        return books.write(tx -> tx.handle()
                        .execute(
                                "UPDATE clean_proposal SET dropped_ms = ?, dropped_by = ?, dropped_word = ?"
                                        + " WHERE number = ? AND dropped_ms IS NULL",
                                clock.instant().toEpochMilli(),
                                who,
                                word,
                                number)
                == 1);
    }

    private static Optional<Proposal> one(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM clean_proposal WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> proposal(row))
                .findOne();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        long dropped = row.getLong("dropped_ms");
        boolean open = row.wasNull();
        return new Proposal(
                row.getLong("number"),
                row.getString("enterprise"),
                Arrays.stream(row.getString("reasons").split(","))
                        .map(AuditReason::valueOf)
                        .collect(Collectors.toSet()),
                EvidenceText.read(row.getString("document")),
                row.getString("word"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("who"),
                open
                        ? null
                        : new Dropped(
                                Instant.ofEpochMilli(dropped),
                                row.getString("dropped_by"),
                                row.getString("dropped_word")));
    }
}
