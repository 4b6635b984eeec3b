package io.greenpark.sheets.mapping;

import io.greenpark.sheets.mapping.MappingText.FormatException;
import io.greenpark.store.books.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The mappings that are kept, and what was decided about rows, in the tables {@code sheet_mapping} and {@code sheet_match} of the books. A change
 * is made on the version that was seen or not at all. Any thread may call.
 */
public final class SheetMappings {
    /** Decided: the row is no enterprise's of the registry. */
    public static final String NONE = "";

    private final Books books;
    private final Clock clock;

    public SheetMappings(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /**
     * What somebody decided about a row.
     *
     * @param said what the row says, in the form of {@link io.greenpark.sheets.match.SaidRow#key()}
     * @param enterprise the id; {@link #NONE} for none of the registry's; null to forget what was decided
     */
    public record Decision(String said, @Nullable String enterprise) {}

    /** All, by name. */
    public List<KeptMapping> all() {
        return books
                .read(handle -> handle.createQuery("SELECT * FROM sheet_mapping")
                        .map((row, context) -> read(row))
                        .list())
                .stream()
                .sorted((a, b) -> a.mapping().name().compareTo(b.mapping().name()))
                .toList();
    }

    /** One of them. */
    public Optional<KeptMapping> one(String id) {
        return books.read(handle -> one(handle, id));
    }

    private static Optional<KeptMapping> one(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM sheet_mapping WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Keeps a new one. */
    public KeptMapping add(SheetMapping mapping, String account) {
        KeptMapping kept = new KeptMapping(UUID.randomUUID().toString(), 1, mapping, now(), account, account);
        return books.write(tx -> {
            tx.handle()
                    .execute(
                            "INSERT INTO sheet_mapping (id, version, fingerprint, changed_ms, changed_by, made_by, document)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            kept.id(),
                            kept.version(),
                            mapping.fingerprint(),
                            kept.changedAt().toEpochMilli(),
                            account,
                            account,
                            MappingText.write(mapping).toString());
            return kept;
        });
    }

    /** Puts another in the place of a version; empty where that is no longer there. */
    public Optional<KeptMapping> change(String id, long version, SheetMapping mapping, String account) {
        return books.write(tx -> one(tx.handle(), id)
                .map(was -> new KeptMapping(id, version + 1, mapping, now(), account, was.madeBy()))
                .filter(kept -> put(tx.handle(), kept)));
    }

    private static boolean put(Handle handle, KeptMapping kept) {
        return handle.execute(
                        "UPDATE sheet_mapping SET version = ?, fingerprint = ?, changed_ms = ?, changed_by = ?, document = ?"
                                + " WHERE id = ? AND version = ?",
                        kept.version(),
                        kept.mapping().fingerprint(),
                        kept.changedAt().toEpochMilli(),
                        kept.changedBy(),
                        MappingText.write(kept.mapping()).toString(),
                        kept.id(),
                        kept.version() - 1)
                == 1;
    }

    /** What came of removing a mapping. */
    public enum Removal {
        DONE,
        /** It is another version by now. */
        CHANGED,
        /** Others decided about rows of theirs, and lose that with it. */
        OTHERS
    }

    /**
     * Forgets a mapping with what was decided about its rows, unless others decided there.
     *
     * @param sees of the id of an enterprise, whether whoever removes it sees that one
     */
    public Removal remove(String id, long version, Predicate<String> sees) {
        return books.write(tx -> {
            Handle handle = tx.handle();
            if (one(handle, id).filter(kept -> kept.version() == version).isEmpty()) {
                return Removal.CHANGED;
            }
            boolean others = matches(handle, id).values().stream()
                    .flatMap(Set::stream)
                    .anyMatch(e -> !e.equals(NONE) && !sees.test(e));
            if (others) {
                return Removal.OTHERS;
            }
            // By its version: what is decided meanwhile makes another one of it.
            if (handle.execute("DELETE FROM sheet_mapping WHERE id = ? AND version = ?", id, version) != 1) {
                return Removal.CHANGED;
            }
            handle.execute("DELETE FROM sheet_match WHERE mapping = ?", id);
            return Removal.DONE;
        });
    }

    /**
     * Keeps what somebody decided about rows; empty where the mapping is no longer that version.
     *
     * @param seen ids of the enterprises that they see: what others decided of theirs stays
     */
    public Optional<KeptMapping> decide(
            String id, long version, List<Decision> decisions, Set<String> seen, String account) {
        return books.write(tx -> {
            KeptMapping was = one(tx.handle(), id).orElse(null);
            if (was == null || was.version() != version) {
                return Optional.empty();
            }
            KeptMapping kept = new KeptMapping(id, version + 1, was.mapping(), now(), account, was.madeBy());
            put(tx.handle(), kept);
            for (Decision decision : decisions) {
                decide(tx.handle(), kept, decision, seen);
            }
            return Optional.of(kept);
        });
    }

    private static void decide(Handle handle, KeptMapping kept, Decision decision, Set<String> seen) {
        matches(handle, kept.id()).getOrDefault(decision.said(), Set.of()).stream()
                .filter(e -> e.equals(NONE) || seen.contains(e))
                .forEach(e -> handle.execute(
                        "DELETE FROM sheet_match WHERE mapping = ? AND said = ? AND enterprise = ?",
                        kept.id(),
                        decision.said(),
                        e));
        if (decision.enterprise() != null) {
            handle.execute(
                    "INSERT INTO sheet_match (mapping, said, enterprise, changed_ms, changed_by) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    kept.id(),
                    decision.said(),
                    decision.enterprise(),
                    kept.changedAt().toEpochMilli(),
                    kept.changedBy());
        }
    }

    /** What was decided about rows of a mapping, by what they say. */
    public Map<String, Set<String>> matches(String id) {
        return books.read(handle -> matches(handle, id));
    }

    private static Map<String, Set<String>> matches(Handle handle, String id) {
        Map<String, Set<String>> matches = new HashMap<>();
        handle.createQuery("SELECT said, enterprise FROM sheet_match WHERE mapping = :id")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getString("said"), row.getString("enterprise")))
                .forEach(e -> matches.computeIfAbsent(e.getKey(), s -> new TreeSet<>())
                        .add(e.getValue()));
        return matches;
    }

    /** To the millisecond, as the books have it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static KeptMapping read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        try {
            return new KeptMapping(
                    id,
                    row.getLong("version"),
                    MappingText.read(row.getString("document")),
                    Instant.ofEpochMilli(row.getLong("changed_ms")),
                    row.getString("changed_by"),
                    row.getString("made_by"));
        } catch (FormatException e) {
            throw new IllegalStateException("table sheet_mapping, row " + id + ": " + e.getMessage(), e);
        }
    }
}
