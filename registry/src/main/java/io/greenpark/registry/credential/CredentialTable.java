package io.greenpark.registry.credential;

import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.store.books.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The hashes in the books database. */
final class CredentialTable {
    /** Rows per transaction: other writers wait meanwhile. */
    private static final int CHUNK = 1_000;

    private static final String SELECT =
            "SELECT kind, id, salt, hash, token_hash, source_ms, dtls_key, changed FROM credential";

    private static final String UPSERT = """
            INSERT INTO credential (kind, id, salt, hash, token_hash, source_ms, dtls_key, changed)
            VALUES (:kind, :id, :salt, :hash, :tokenHash, :sourceMs, :dtlsKey, :changed)
            ON CONFLICT (kind, id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
                token_hash = excluded.token_hash, source_ms = excluded.source_ms,
                dtls_key = excluded.dtls_key, changed = excluded.changed
            """;

    /** Of a row that nobody else has written since it was read; of one that was not there, that is not there yet. */
    private static final String UPSERT_AS_READ = UPSERT + "WHERE credential.changed = :was";

    /** Versions before V34 put it before the kind of rows that renewed ones took the place of, until the file had the renewed lines. */
    private static final String BEFORE = "before-";

    private final Books books;

    CredentialTable(Books books) {
        this.books = books;
    }

    /**
     * Hashes of the secrets of one owner.
     *
     * @param hash of the password or token; null where there is none
     * @param tokenHash of a device's access token; null where there is none
     * @param sourceMs age of the file the secret came from
     * @param dtlsKey the pre-shared key as {@link DtlsKeys} seals it; null where there is none
     * @param changed of which write of credentials it is; 0 where it is of none yet, or of a version before V34
     */
    record HashedCredential(
            String kind,
            String id,
            String salt,
            @Nullable String hash,
            @Nullable String tokenHash,
            long sourceMs,
            @Nullable String dtlsKey,
            long changed) {
        /** Whether it is of a device or gateway. */
        boolean isOfSender() {
            return Arrays.stream(Kind.values()).anyMatch(each -> code(each).equals(kind));
        }

        /** Whose it is; it is of a device or gateway. */
        Principal owner() {
            return new Principal(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
        }

        HashedCredential changed(long number) {
            return new HashedCredential(kind, id, salt, hash, tokenHash, sourceMs, dtlsKey, number);
        }

        HashedCredential ofKind(String other) {
            return new HashedCredential(other, id, salt, hash, tokenHash, sourceMs, dtlsKey, changed);
        }

        /** Names the owner and nothing to attack. */
        @Override
        public String toString() {
            return "credential of " + kind + " " + id;
        }
    }

    /** What the rows of a kind of sender have as their kind. */
    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The rows of a kind by id. */
    Map<String, HashedCredential> of(String kind) {
        return books.read(handle -> read(handle, kind)).stream()
                .collect(Collectors.toMap(HashedCredential::id, r -> r));
    }

    Optional<HashedCredential> find(String kind, String id) {
        return books.read(handle -> find(handle, kind, id));
    }

    private static Optional<HashedCredential> find(Handle handle, String kind, String id) {
        return handle.createQuery(SELECT + " WHERE kind = :kind AND id = :id")
                .bind("kind", kind)
                .bind("id", id)
                .map((row, context) -> of(row))
                .findOne();
    }

    private static List<HashedCredential> read(Handle handle, String kind) {
        return handle.createQuery(SELECT + " WHERE kind = :kind")
                .bind("kind", kind)
                .map((row, context) -> of(row))
                .list();
    }

    private static HashedCredential of(ResultSet row) throws SQLException {
        return new HashedCredential(
                row.getString("kind"),
                row.getString("id"),
                row.getString("salt"),
                row.getString("hash"),
                row.getString("token_hash"),
                row.getLong("source_ms"),
                row.getString("dtls_key"),
                row.getLong("changed"));
    }

    /** Number of the newest write; 0 before the first. */
    long newest() {
        return books.read(CredentialTable::newest);
    }

    private static long newest(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(changed), 0) FROM credential")
                .mapTo(Long.class)
                .one();
    }

    /** The rows of later writes than one, of all kinds. */
    List<HashedCredential> changedAfter(long number) {
        return books.read(handle -> handle.createQuery(SELECT + " WHERE changed > :number")
                .bind("number", number)
                .map((row, context) -> of(row))
                .list());
    }

    /**
     * Inserts or replaces rows, a portion at a time. A row that another process has written since it was read stays: what that one handed out
     * counts.
     *
     * @param rows each with the number of the write by which it was read; 0 of one that was not there
     * @return the rows as they are kept
     */
    List<HashedCredential> put(List<HashedCredential> rows) {
        List<HashedCredential> kept = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<HashedCredential> portion = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            kept.addAll(books.write(tx -> putAsRead(tx.handle(), portion)));
        }
        return kept;
    }

    /** Inserts or replaces rows whatever there is, all of them or none; returns them as they are kept. */
    List<HashedCredential> putTogether(List<HashedCredential> rows) {
        return rows.isEmpty() ? List.of() : books.write(tx -> put(tx.handle(), rows, false));
    }

    private static List<HashedCredential> putAsRead(Handle handle, List<HashedCredential> rows) {
        return put(handle, rows, true).stream()
                .map(row -> find(handle, row.kind(), row.id()).orElse(row))
                .toList();
    }

    private static List<HashedCredential> put(Handle handle, List<HashedCredential> rows, boolean asRead) {
        long number = newest(handle) + 1;
        List<HashedCredential> numbered =
                rows.stream().map(row -> row.changed(number)).toList();
        try (var batch = handle.prepareBatch(asRead ? UPSERT_AS_READ : UPSERT)) {
            for (int i = 0; i < rows.size(); i++) {
                HashedCredential row = numbered.get(i);
                if (asRead) {
                    batch.bind("was", rows.get(i).changed());
                }
                batch.bind("kind", row.kind())
                        .bind("id", row.id())
                        .bind("salt", row.salt())
                        .bind("hash", row.hash())
                        .bind("tokenHash", row.tokenHash())
                        .bind("sourceMs", row.sourceMs())
                        .bind("dtlsKey", row.dtlsKey())
                        .bind("changed", row.changed())
                        .add();
            }
            batch.execute();
        }
        return numbered;
    }

    /** The rows of a kind that renewals of a version before V34 took the place of, by id; none where every one is settled. */
    Map<String, HashedCredential> before(String kind) {
        return of(BEFORE + kind).values().stream()
                .map(row -> row.ofKind(kind))
                .collect(Collectors.toMap(HashedCredential::id, r -> r));
    }

    /** Puts back what such renewals took the place of that did not come to their end, and forgets the others: both, or neither. */
    void settle(List<HashedCredential> back) {
        books.write(tx -> {
            int put = back.isEmpty() ? 0 : put(tx.handle(), back, false).size();
            return put + tx.handle().execute("DELETE FROM credential WHERE kind LIKE ?", BEFORE + "%");
        });
    }
}
