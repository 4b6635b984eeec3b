package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.alerts.rulebook.RuleTable.Row;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Keeps rules and legal bases in versions. What is shipped of them is version 0 and is not written, so that settings and later versions of the platform
 * may ship another one, until somebody changes it. Any thread may call; any process sees what another one changed when it next asks.
 */
public final class RuleBooks {
    private final Map<String, AlertRule> shippedRules = new LinkedHashMap<>();
    private final Map<String, LegalBasis> shippedBases = new LinkedHashMap<>();
    private volatile RuleBook newest;

    /** @param shipped one of each kind, for the whole district */
    public RuleBooks(Collection<AlertRule> shipped) {
        shipped.forEach(r -> shippedRules.put(r.id(), r));
        BasisDocument.shipped().forEach(b -> shippedBases.put(b.id(), b));
        this.newest = new RuleBook(
                0,
                shipped.stream().map(r -> new RuleHistory(List.of(r))).toList(),
                shippedBases.values().stream().map(List::of).toList());
    }

    /** As they are before anything is read of what people changed. */
    public RuleBook unchanged() {
        return newest;
    }

    /** As they stand now. */
    public RuleBook current(Handle handle) {
        RuleBook known = newest;
        long changes = RuleTable.changes(handle);
        if (known.changes() == changes) {
            return known;
        }
        RuleBook read = read(handle, changes);
        newest = read;
        return read;
    }

    private RuleBook read(Handle handle, long changes) {
        List<RuleHistory> rules = versions(
                        handle,
                        RuleTable.RULE,
                        shippedRules,
                        row -> RuleDocument.read(row.id(), row.version(), row.document()))
                .stream()
                .map(RuleHistory::new)
                .toList();
        return new RuleBook(
                changes,
                rules,
                versions(
                        handle,
                        RuleTable.BASIS,
                        shippedBases,
                        row -> BasisDocument.read(row.id(), row.version(), row.document())));
    }

    private static <T> List<List<T>> versions(Handle handle, String of, Map<String, T> shipped, Function<Row, T> read) {
        Map<String, List<T>> all = new LinkedHashMap<>();
        shipped.forEach(
                (id, one) -> all.computeIfAbsent(id, i -> new ArrayList<>()).add(one));
        RuleTable.all(handle, of).forEach(row -> all.computeIfAbsent(row.id(), i -> new ArrayList<>())
                .add(read.apply(row)));
        return List.copyOf(all.values());
    }

    /** The versions of a rule with who and why, newest first; empty where there is none. */
    public List<PolicyVersion<AlertRule>> history(Handle handle, String id) {
        AlertRule shipped = shippedRules.get(id);
        List<Row> rows = rows(handle, RuleTable.RULE, id);
        if (shipped != null) {
            rows.add(RuleTable.shipped(id, RuleDocument.write(shipped).toString()));
        }
        return versions(rows, row -> RuleDocument.read(row.id(), row.version(), row.document()));
    }

    /** The versions of a legal basis with who and why, newest first; empty where there is none. */
    public List<PolicyVersion<LegalBasis>> basisHistory(Handle handle, String id) {
        LegalBasis shipped = shippedBases.get(id);
        List<Row> rows = rows(handle, RuleTable.BASIS, id);
        if (shipped != null) {
            rows.add(RuleTable.shipped(id, BasisDocument.write(shipped).toString()));
        }
        return versions(rows, row -> BasisDocument.read(row.id(), row.version(), row.document()));
    }

    private static List<Row> rows(Handle handle, String of, String id) {
        List<Row> rows = new ArrayList<>(RuleTable.of(handle, of, id));
        rows.sort(Comparator.comparing(Row::version).reversed());
        return rows;
    }

    private static <T> List<PolicyVersion<T>> versions(List<Row> rows, Function<Row, T> read) {
        return rows.stream()
                .map(row -> new PolicyVersion<>(
                        row.version(), row.at(), row.by(), row.reason(), row.document(), read.apply(row)))
                .toList();
    }

    /**
     * A change that somebody wants.
     *
     * @param id of what is changed; empty for a new rule
     * @param document all of what it is to say, as JSON
     * @param seen the version that whoever changes it has seen; 0 for what is new
     */
    public record Wanted(String id, String document, long seen, String by, String reason) {}

    /**
     * Changes a rule, or makes one.
     *
     * @return empty where another version is the newest by now
     * @throws io.greenpark.alerts.policy.PolicyFault if it cannot be used
     */
    public Optional<AlertRule> change(Books books, Clock clock, Registry registry, Wanted wanted) {
        PolicyNode root = PolicyJson.root("document", wanted.document());
        AlertRule says = RuleDocument.read(wanted.id(), 0, root);
        return books.write(tx -> {
            RuleBook book = read(tx.handle(), RuleTable.changes(tx.handle()));
            String id = wanted.id().isEmpty() ? nextId(book, says) : wanted.id();
            long newestVersion = book.rule(id).map(h -> h.newest().version()).orElse(0L);
            if (newestVersion != wanted.seen()) {
                return Optional.empty();
            }
            AlertRule next = RuleDocument.read(id, newestVersion + 1, root);
            LocalDate today = RuleChecks.today(registry, next, clock);
            RuleChecks.check(book, registry, next, today);
            RuleTable.insert(
                    tx.handle(),
                    RuleTable.RULE,
                    new Row(
                            id,
                            next.version(),
                            clock.instant(),
                            wanted.by(),
                            wanted.reason(),
                            PolicyJson.canonical(id, RuleDocument.write(next).toString())));
            return Optional.of(next);
        });
    }

    /** Rules of a kind are numbered from 2 on: the shipped one is the first. */
    private static String nextId(RuleBook book, AlertRule says) {
        long number = 1
                + book.rules().values().stream()
                        .filter(h -> h.newest().kind() == says.kind())
                        .count();
        return says.kind().code() + "-" + number;
    }

    /**
     * Changes a legal basis, or enters one under its id.
     *
     * @return empty where another version is the newest by now
     * @throws io.greenpark.alerts.policy.PolicyFault if it cannot be used
     */
    public Optional<LegalBasis> changeBasis(Books books, Clock clock, Wanted wanted) {
        PolicyNode root = PolicyJson.root("document", wanted.document());
        BasisDocument.read(wanted.id(), 0, root);
        return books.write(tx -> {
            RuleBook book = read(tx.handle(), RuleTable.changes(tx.handle()));
            List<LegalBasis> versions = book.basis(wanted.id());
            long newestVersion =
                    versions.isEmpty() ? 0 : versions.get(versions.size() - 1).version();
            if (newestVersion != wanted.seen()) {
                return Optional.empty();
            }
            LegalBasis next = BasisDocument.read(wanted.id(), newestVersion + 1, root);
            RuleChecks.check(book, next);
            RuleTable.insert(
                    tx.handle(),
                    RuleTable.BASIS,
                    new Row(
                            next.id(),
                            next.version(),
                            clock.instant(),
                            wanted.by(),
                            wanted.reason(),
                            PolicyJson.canonical(
                                    next.id(), BasisDocument.write(next).toString())));
            return Optional.of(next);
        });
    }
}
