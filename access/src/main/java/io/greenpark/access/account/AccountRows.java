package io.greenpark.access.account;

import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksTx;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rows of accounts, in memory as in the books: one is in the books before anybody sees it. Any thread may read; who
 * changes holds the others off.
 */
final class AccountRows {
    private final AccountTable table;
    private volatile Map<String, AccountRow> rows;

    /** Reads them from the books. Blocks. */
    AccountRows(AccountTable table) {
        this.table = table;
        this.rows = table.read();
    }

    /** All of them, in the order of their user names. */
    Collection<AccountRow> all() {
        return rows.values();
    }

    Optional<AccountRow> find(String userName) {
        return Optional.ofNullable(rows.get(userName));
    }

    /** @throws AccountProblem if there is no such account */
    AccountRow required(String userName) {
        return find(userName).orElseThrow(() -> AccountProblem.unknown(userName));
    }

    /**
     * The row of which somebody saw a version.
     *
     * @throws AccountProblem if there is no such account, or it is another version by now
     */
    AccountRow seen(String userName, long version) {
        AccountRow row = required(userName);
        if (row.version() != version) {
            throw new AccountProblem(
                    AccountProblem.Kind.CONFLICT,
                    new Bilingual(
                            "账号 \"" + userName + "\" 已被他人修改（版本 " + row.version() + "，您看到的是 " + version + "）；请重新载入后再改",
                            "account \"" + userName + "\" was changed meanwhile (version " + row.version()
                                    + ", yours is " + version + "); load it again"));
        }
        return row;
    }

    AccountRow keep(AccountRow row) {
        table.put(row);
        show(List.of(row));
        return row;
    }

    /** Keeps several at once, with what else is written in the transaction; or none of it. */
    void keep(List<AccountRow> changed, Consumer<BooksTx> others) {
        table.put(changed, others);
        show(changed);
    }

    private void show(List<AccountRow> changed) {
        Map<String, AccountRow> next = new TreeMap<>(rows);
        changed.forEach(row -> next.put(row.userName(), row));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(next));
    }
}
