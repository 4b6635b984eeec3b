package io.greenpark.access.account;

import io.greenpark.access.account.ApiKeys.Kept;
import io.greenpark.access.account.GrantTable.Holder;
import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.park.viewer.Grant;
import io.greenpark.store.books.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The keys in the books. */
final class KeyTable {
    private final Books books;

    KeyTable(Books books) {
        this.books = books;
    }

    /** All keys by the hash of their secrets. */
    Map<String, Kept> read() {
        return books.read(handle -> {
            Map<String, Set<Grant>> grants = GrantTable.read(handle, Holder.KEY);
            return handle.createQuery("SELECT * FROM api_key")
                    .map((row, context) -> new Kept(key(row, grants), row.getString("hash")))
                    .collect(Collectors.toMap(Kept::hash, kept -> kept));
        });
    }

    private static ApiKey key(ResultSet row, Map<String, Set<Grant>> grants) throws SQLException {
        Instant used = AccountTable.instant(row, "last_used_ms");
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                row.getString("user_name"),
                grants.getOrDefault(row.getString("id"), Set.of()),
                new Created(Instant.ofEpochMilli(row.getLong("created_ms")), row.getString("created_by")),
                AccountTable.instant(row, "expires_ms"),
                used == null ? null : LocalDate.ofInstant(used, ZoneOffset.UTC),
                AccountTable.instant(row, "ended_ms"));
    }

    /** Inserts or replaces a key with its grants. Durable when it returns. */
    void put(Kept kept) {
        books.write(tx -> {
            putIn(tx.handle(), kept);
            return true;
        });
    }

    /** The same in a transaction that writes more. */
    static void putIn(Handle handle, Kept kept) {
        put(handle, kept);
        GrantTable.put(handle, Holder.KEY, kept.key().id(), kept.key().grants());
    }

    private static void put(Handle handle, Kept kept) {
        ApiKey key = kept.key();
        handle.createUpdate(
                        "INSERT INTO api_key (id, name, user_name, hash, created_ms, created_by, expires_ms, last_used_ms,"
                                + " ended_ms) VALUES (:id, :name, :userName, :hash, :createdMs, :createdBy, :expiresMs,"
                                + " :lastUsedMs, :endedMs) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                                + " user_name = excluded.user_name, hash = excluded.hash, expires_ms = excluded.expires_ms,"
                                + " last_used_ms = excluded.last_used_ms, ended_ms = excluded.ended_ms")
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("userName", key.userName())
                .bind("hash", kept.hash())
                .bind("createdMs", key.created().at().toEpochMilli())
                .bind("createdBy", key.created().by())
                .bind("expiresMs", ms(key.expiresAt()))
                .bind(
                        "lastUsedMs",
                        key.lastUsed() == null
                                ? null
                                : ms(key.lastUsed().atStartOfDay(ZoneOffset.UTC).toInstant()))
                .bind("endedMs", ms(key.endedAt()))
                .execute();
    }

    private static @Nullable Long ms(@Nullable Instant at) {
        return at == null ? null : Long.valueOf(at.toEpochMilli());
    }
}
