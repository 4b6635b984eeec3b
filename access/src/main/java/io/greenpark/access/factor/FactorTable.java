package io.greenpark.access.factor;

import io.greenpark.store.books.Books;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The second factors in the books. */
final class FactorTable {
    private final Books books;

    /**
     * A second factor as it is kept.
     *
     * @param sealed the secret, encrypted
     * @param lastStep whose code counted last
     * @param recovery hashes of recovery codes that are good
     */
    record Kept(String sealed, long lastStep, Set<String> recovery) {
        Kept {
            recovery = Set.copyOf(recovery);
        }

        Kept usedAt(long step) {
            return new Kept(sealed, step, recovery);
        }

        Kept with(Set<String> codes) {
            return new Kept(sealed, lastStep, codes);
        }

        Kept without(String hash) {
            Set<String> left = new HashSet<>(recovery);
            left.remove(hash);
            return new Kept(sealed, lastStep, left);
        }
    }

    FactorTable(Books books) {
        this.books = books;
    }

    /** All of them by user name. */
    Map<String, Kept> read() {
        return books.read(handle -> {
            Map<String, Set<String>> codes = new HashMap<>();
            handle.createQuery("SELECT user_name, hash FROM recovery_code WHERE used_ms IS NULL")
                    .map((row, context) -> Map.entry(row.getString("user_name"), row.getString("hash")))
                    .forEach(code -> codes.computeIfAbsent(code.getKey(), name -> new HashSet<>())
                            .add(code.getValue()));
            Map<String, Kept> all = new HashMap<>();
            handle.createQuery("SELECT user_name, secret, last_step FROM second_factor")
                    .map((row, context) -> Map.entry(
                            row.getString("user_name"),
                            new Kept(
                                    row.getString("secret"),
                                    row.getLong("last_step"),
                                    codes.getOrDefault(row.getString("user_name"), Set.of()))))
                    .forEach(factor -> all.put(factor.getKey(), factor.getValue()));
            return all;
        });
    }

    /** Puts one in place of what was there. Durable when it returns. */
    void put(String userName, Kept kept, Instant at) {
        books.write(tx -> {
            remove(tx.handle(), userName);
            tx.handle()
                    .execute(
                            "INSERT INTO second_factor (user_name, secret, last_step, confirmed_ms) VALUES (?, ?, ?, ?)",
                            userName,
                            kept.sealed(),
                            kept.lastStep(),
                            at.toEpochMilli());
            insert(tx.handle(), userName, kept.recovery());
            return true;
        });
    }

    /** Puts other recovery codes in place of all there were. Durable when it returns. */
    void putRecovery(String userName, Set<String> hashes) {
        books.write(tx -> {
            tx.handle().execute("DELETE FROM recovery_code WHERE user_name = ?", userName);
            insert(tx.handle(), userName, hashes);
            return true;
        });
    }

    private static void insert(Handle handle, String userName, Set<String> hashes) {
        for (String hash : hashes) {
            handle.execute("INSERT INTO recovery_code (user_name, hash) VALUES (?, ?)", userName, hash);
        }
    }

    /** Notes whose code counted last; never one before. */
    void used(String userName, long step) {
        books.write(tx -> tx.handle()
                .execute(
                        "UPDATE second_factor SET last_step = ? WHERE user_name = ? AND last_step < ?",
                        step,
                        userName,
                        step));
    }

    /** Whether a recovery code was good, which it is no longer. */
    boolean use(String userName, String hash, Instant at) {
        return books.write(tx -> tx.handle()
                        .execute(
                                "UPDATE recovery_code SET used_ms = ? WHERE user_name = ? AND hash = ? AND used_ms IS NULL",
                                at.toEpochMilli(),
                                userName,
                                hash))
                == 1;
    }

    void remove(String userName) {
        books.write(tx -> {
            remove(tx.handle(), userName);
            return true;
        });
    }

    private static void remove(Handle handle, String userName) {
        handle.execute("DELETE FROM second_factor WHERE user_name = ?", userName);
        handle.execute("DELETE FROM recovery_code WHERE user_name = ?", userName);
    }
}
