package io.greenpark.registry.credential;

import io.greenpark.store.books.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The hashes in the books database. */
final class CredentialTable {
    /** Rows per transaction: other writers wait meanwhile. */
    private static final int CHUNK = 1_000;

    private static final String SELECT = "SELECT kind, id, salt, hash, token_hash, source_ms FROM credential";

    private static final String UPSERT = """
            INSERT INTO credential (kind, id, salt, hash, token_hash, source_ms)
            VALUES (:kind, :id, :salt, :hash, :tokenHash, :sourceMs)
            ON CONFLICT (kind, id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
                token_hash = excluded.token_hash, source_ms = excluded.source_ms
            """;

    /** Before the kind of rows that renewed ones took the place of, until the file has the renewed lines. */
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
     */
    record HashedCredential(
            String kind,
            String id,
            String salt,
            @Nullable String hash,
            @Nullable String tokenHash,
            long sourceMs) {
        /** Names the owner and nothing to attack. */
        @Override
        public String toString() {
            return "credential of " + kind + " " + id;
        }
    }

    /** The rows of a kind by id. */
    Map<String, HashedCredential> of(String kind) {
        return books.read(handle -> read(handle, kind)).stream()
                .collect(Collectors.toMap(HashedCredential::id, r -> r));
    }

    Optional<HashedCredential> find(String kind, String id) {
        return books.read(handle -> handle.createQuery(SELECT + " WHERE kind = :kind AND id = :id")
                .bind("kind", kind)
                .bind("id", id)
                .map((row, context) -> of(row))
                .findOne());
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
                row.getLong("source_ms"));
    }

    /** Inserts or replaces rows. */
    void put(List<HashedCredential> table) {
        for (int from = 0; from < table.size(); from += CHUNK) {
            List<HashedCredential> chunk = table.subList(from, Math.min(table.size(), from + CHUNK));
            books.write(tx -> upsert(tx.handle(), chunk));
        }
    }

    private static int upsert(Handle handle, List<HashedCredential> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var batch = handle.prepareBatch(UPSERT)) {
            for (HashedCredential row : rows) {
                batch.bind("kind", row.kind())
                        .bind("id", row.id())
                        .bind("salt", row.salt())
                        .bind("hash", row.hash())
                        .bind("tokenHash", row.tokenHash())
                        .bind("sourceMs", row.sourceMs())
                        .add();
            }
            return batch.execute().length;
        }
    }

    /** Puts renewed rows, and keeps those that they take the place of until that is settled: both, or neither. */
    void renew(List<HashedCredential> before, List<HashedCredential> renewed) {
        List<HashedCredential> rows = new ArrayList<>(renewed);
        before.forEach(row -> rows.add(ofKind(row, BEFORE + row.kind())));
        books.write(tx -> upsert(tx.handle(), rows));
    }

    /** The rows of a kind that renewed ones took the place of, by id; none where every renewal is settled. */
    Map<String, HashedCredential> before(String kind) {
        return of(BEFORE + kind).values().stream()
                .map(row -> ofKind(row, kind))
                .collect(Collectors.toMap(HashedCredential::id, r -> r));
    }

    /** Puts back what renewals that did not come to their end took the place of, and forgets what the others did: both, or neither. */
    void settle(List<HashedCredential> back) {
        books.write(tx -> {
            int put = upsert(tx.handle(), back);
            return put + tx.handle().execute("DELETE FROM credential WHERE kind LIKE ?", BEFORE + "%");
        });
    }

    private static HashedCredential ofKind(HashedCredential row, String kind) {
        return new HashedCredential(kind, row.id(), row.salt(), row.hash(), row.tokenHash(), row.sourceMs());
    }
}
