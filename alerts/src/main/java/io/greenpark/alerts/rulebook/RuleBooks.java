package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.alerts.rulebook.RuleTable.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Keeps rules and legal bases in versions. What is shipped of them is version 0 and is not written, so that settings and later versions of the platform
 * may ship another one, until somebody changes it ({@link RuleDesk}). Any thread may call; any process sees what another one changed when it next asks.
 */
public final class RuleBooks {
    private final Map<String, AlertRule> shippedRules = new LinkedHashMap<>();
    private final Map<String, LegalBasis> shippedBases = new LinkedHashMap<>();
    private final Dependencies shippedDependencies =
            DependencyDocument.read(0, Instant.MIN, DependencyDocument.shipped());
    private volatile RuleBook newest;

    /** @param shipped one of each kind, for the whole district */
    public RuleBooks(Collection<AlertRule> shipped) {
        shipped.forEach(r -> shippedRules.put(r.id(), r));
        BasisDocument.shipped().forEach(b -> shippedBases.put(b.id(), b));
        this.newest = new RuleBook(
                0,
                shipped.stream().map(r -> new RuleHistory(List.of(r))).toList(),
                shippedBases.values().stream().map(List::of).toList(),
                List.of(shippedDependencies));
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

    /** As they stand in a transaction that is to change them. */
    RuleBook read(Handle handle) {
        return read(handle, RuleTable.changes(handle));
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
                        row -> BasisDocument.read(row.id(), row.version(), row.document())),
                dependencies(handle));
    }

    private List<Dependencies> dependencies(Handle handle) {
        List<Dependencies> all = new ArrayList<>();
        all.add(shippedDependencies);
        RuleTable.all(handle, RuleTable.DEPENDENCIES)
                .forEach(row -> all.add(DependencyDocument.read(row.version(), row.at(), row.document())));
        return all;
    }

    /** The versions of what explains what with who and why, newest first. */
    public List<PolicyVersion<Dependencies>> dependencyHistory(Handle handle) {
        List<Row> rows = rows(handle, RuleTable.DEPENDENCIES, "");
        rows.add(RuleTable.shipped("", DependencyDocument.shipped()));
        return versions(rows, row -> DependencyDocument.read(row.version(), row.at(), row.document()));
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
}
