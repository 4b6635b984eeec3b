package io.greenpark.alerts.policy;

import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The policies of one kind in the table {@code policy_version}: rows are only added, the newest is in force. What is shipped is in force as version 0
 * until somebody changes it, so that a later version of the platform may ship another one. Any thread may call.
 */
public final class Policies<T> {
    /** Who ships. */
    public static final String PLATFORM = "greenpark";

    private static final String NAMED = "document";
    /** Why there is what is shipped. */
    public static final String SHIPPED = "随平台提供 / shipped with the platform";

    private final PolicyKind<T> kind;
    private final PolicyVersion<T> shipped;

    /** What texts say; there are as many as versions. */
    private final Map<String, T> read = new ConcurrentHashMap<>();

    public Policies(PolicyKind<T> kind) {
        this.kind = kind;
        String document = PolicyJson.canonical(NAMED, kind.shipped());
        this.shipped = new PolicyVersion<>(0, Instant.EPOCH, PLATFORM, SHIPPED, document, of(document));
    }

    /** What the platform ships. */
    public PolicyVersion<T> shipped() {
        return shipped;
    }

    /** The one in force. */
    public PolicyVersion<T> newest(Handle handle) {
        return first(rows(query(handle, "ORDER BY version DESC LIMIT 1"))).orElse(shipped);
    }

    /** A version; empty where there is none. */
    public Optional<PolicyVersion<T>> find(Handle handle, long version) {
        return version == 0
                ? Optional.of(shipped)
                : first(rows(query(handle, "AND version = :version").bind("version", version)));
    }

    /** All, newest first, the shipped one last. */
    public List<PolicyVersion<T>> all(Handle handle) {
        List<PolicyVersion<T>> all = rows(query(handle, "ORDER BY version DESC"));
        all.add(shipped);
        return List.copyOf(all);
    }

    /**
     * Puts another one in force.
     *
     * @param seen the version that whoever changes it has seen
     * @return empty where another one is in force by now
     * @throws PolicyFault if it cannot be used
     */
    public Optional<PolicyVersion<T>> change(
            Books books, Clock clock, String document, long seen, String by, String reason) {
        String canonical = canonical(document);
        return books.write(tx -> change(tx.handle(), clock.instant(), canonical, seen, by, reason));
    }

    /** As it would be kept; with {@link PolicyFault} where it cannot be used. */
    public String canonical(String document) {
        String canonical = PolicyJson.canonical(NAMED, document);
        of(canonical);
        return canonical;
    }

    /** The same in a transaction, of a document that is canonical. */
    public Optional<PolicyVersion<T>> change(
            Handle handle, Instant at, String canonical, long seen, String by, String reason) {
        if (newest(handle).version() != seen) {
            return Optional.empty();
        }
        PolicyVersion<T> next = new PolicyVersion<>(seen + 1, at, by, reason, canonical, of(canonical));
        insert(handle, next);
        return Optional.of(next);
    }

    private void insert(Handle handle, PolicyVersion<T> one) {
        handle.execute(
                "INSERT INTO policy_version (kind, version, at_ms, by_whom, reason, document) VALUES (?, ?, ?, ?, ?, ?)",
                kind.code(),
                one.version(),
                one.at().toEpochMilli(),
                one.by(),
                one.reason(),
                one.document());
    }

    private Query query(Handle handle, String rest) {
        return handle.createQuery("SELECT * FROM policy_version WHERE kind = :kind " + rest)
                .bind("kind", kind.code());
    }

    private List<PolicyVersion<T>> rows(Query query) {
        return query.map((row, context) -> {
                    String document = row.getString("document");
                    return new PolicyVersion<>(
                            row.getLong("version"),
                            Instant.ofEpochMilli(row.getLong("at_ms")),
                            row.getString("by_whom"),
                            row.getString("reason"),
                            document,
                            of(document));
                })
                .list();
    }

    private static <V> Optional<V> first(List<V> rows) {
        return rows.stream().findFirst();
    }

    private T of(String document) {
        return read.computeIfAbsent(document, text -> kind.read(PolicyJson.root(NAMED, text)));
    }
}
