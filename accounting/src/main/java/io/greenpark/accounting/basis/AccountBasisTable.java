package io.greenpark.accounting.basis;

import io.greenpark.store.books.KeyedTexts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code account_basis}: digests of the facts that the books rest on, by what they are the facts of. */
final class AccountBasisTable {
    private static final KeyedTexts DIGESTS = new KeyedTexts("account_basis", "subject", "digest");

    private AccountBasisTable() {}

    static Map<String, String> load(Handle handle) {
        return DIGESTS.load(handle);
    }

    /** Those of some subjects. */
    static Map<String, String> load(Handle handle, Collection<String> subjects) {
        return DIGESTS.load(handle, subjects);
    }

    /** What there are digests of, of the statistics of an enterprise. */
    static List<BasisKey> statistics(Handle handle, String enterprise) {
        String prefix = BasisKey.statisticsOf(enterprise);
        return handle
                .createQuery("SELECT subject FROM account_basis WHERE subject LIKE :pattern")
                // Where an id holds a wildcard there are more.
                .bind("pattern", prefix + "%")
                .mapTo(String.class)
                .stream()
                .filter(subject -> subject.startsWith(prefix))
                .flatMap(subject -> BasisKey.ofText(subject).stream())
                .toList();
    }

    static void write(Handle handle, Map<String, String> digests) {
        if (digests.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO account_basis (subject, digest) VALUES (?, ?)"
                + " ON CONFLICT (subject) DO UPDATE SET digest = excluded.digest");
        digests.forEach(batch::add);
        batch.execute();
    }

    static void delete(Handle handle, String subject) {
        handle.execute("DELETE FROM account_basis WHERE subject = ?", subject);
    }
}
