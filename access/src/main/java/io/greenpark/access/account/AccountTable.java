package io.greenpark.access.account;

import io.greenpark.access.account.AccountRow.KeptPassword;
import io.greenpark.access.account.GrantTable.Holder;
import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.viewer.Grant;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The accounts in the books. */
final class AccountTable {
    private static final String UPSERT = """
            INSERT INTO user_account (user_name, full_name, email, phone, state, password, must_change_password, stamp,
                version, created_ms, created_by, password_ms, file_ms)
            VALUES (:userName, :fullName, :email, :phone, :state, :password, :mustChange, :stamp, :version, :createdMs,
                :createdBy, :passwordMs, :fileMs)
            ON CONFLICT (user_name) DO UPDATE SET full_name = excluded.full_name, email = excluded.email,
                phone = excluded.phone, state = excluded.state, password = excluded.password,
                must_change_password = excluded.must_change_password, stamp = excluded.stamp,
                version = excluded.version, password_ms = excluded.password_ms, file_ms = excluded.file_ms
            """;

    private final Books books;

    AccountTable(Books books) {
        this.books = books;
    }

    /** All accounts by user name, in the order of their names. */
    Map<String, AccountRow> read() {
        return books.read(handle -> {
            Map<String, Set<Grant>> grants = GrantTable.read(handle, Holder.ACCOUNT);
            Map<String, AccountRow> rows = new LinkedHashMap<>();
            handle.createQuery("SELECT * FROM user_account ORDER BY user_name")
                    .map((row, context) -> row(row, grants))
                    .forEach(row -> rows.put(row.userName(), row));
            return rows;
        });
    }

    private static AccountRow row(ResultSet row, Map<String, Set<Grant>> grants) throws SQLException {
        String userName = row.getString("user_name");
        return new AccountRow(
                userName,
                new Person(row.getString("full_name"), row.getString("email"), row.getString("phone")),
                State.valueOf(row.getString("state")),
                grants.getOrDefault(userName, Set.of()),
                new KeptPassword(
                        row.getString("password"),
                        row.getInt("must_change_password") != 0,
                        instant(row, "password_ms")),
                row.getString("stamp"),
                row.getLong("version"),
                new Created(Instant.ofEpochMilli(row.getLong("created_ms")), row.getString("created_by")),
                number(row, "file_ms"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long ms = number(row, column);
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(number);
    }

    /** Inserts or replaces an account with its grants. Durable when it returns. */
    void put(AccountRow row) {
        books.write(tx -> {
            put(tx.handle(), row);
            return true;
        });
    }

    /** Inserts or replaces some accounts, together with what else is written; all of it is durable when it returns, or none. */
    void put(Collection<AccountRow> rows, Consumer<BooksTx> others) {
        books.write(tx -> {
            rows.forEach(row -> put(tx.handle(), row));
            others.accept(tx);
            return true;
        });
    }

    private static void put(Handle handle, AccountRow row) {
        handle.createUpdate(UPSERT)
                .bind("userName", row.userName())
                .bind("fullName", row.person().fullName())
                .bind("email", row.person().email())
                .bind("phone", row.person().phone())
                .bind("state", row.state().name())
                .bind("password", row.password())
                .bind("mustChange", row.mustChangePassword() ? 1 : 0)
                .bind("stamp", row.stamp())
                .bind("version", row.version())
                .bind("createdMs", row.created().at().toEpochMilli())
                .bind("createdBy", row.created().by())
                .bind(
                        "passwordMs",
                        row.kept().at() == null
                                ? null
                                : Long.valueOf(row.kept().at().toEpochMilli()))
                .bind("fileMs", row.fileMs())
                .execute();
        GrantTable.put(handle, Holder.ACCOUNT, row.userName(), row.grants());
    }
}
