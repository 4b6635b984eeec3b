package io.greenpark.accounting.basis;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The table {@code account_basis}: digests of the facts that the books rest on, by what they are the facts of. */
final class AccountBasisTable {
    private static final GenericType<Map<String, String>> DIGESTS = new GenericType<>() {};

    private AccountBasisTable() {}

    static Map<String, String> load(Handle handle) {
        return handle.createQuery("SELECT subject, digest FROM account_basis")
                .setMapKeyColumn("subject")
                .setMapValueColumn("digest")
                .collectInto(DIGESTS);
    }

    static void write(Handle handle, String subject, String digest) {
        handle.execute(
                "INSERT INTO account_basis (subject, digest) VALUES (?, ?)"
                        + " ON CONFLICT (subject) DO UPDATE SET digest = excluded.digest",
                subject,
                digest);
    }
}
