package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.rulebook.RuleHistory.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All rules and legal bases as of one change of them. What holds for something is looked up by an index that is made once: a look at each scope that any
 * rule of the kind has, however many rules there are. Never changes.
 */
public final class RuleBook {
    private final long changes;
    private final SortedMap<String, RuleHistory> rules = new TreeMap<>();
    private final SortedMap<String, List<LegalBasis>> bases = new TreeMap<>();
    private final List<Dependencies> dependencies;
    private final Map<Case.Rule, Scoped> judging = new EnumMap<>(Case.Rule.class);
    private final Map<Case.Rule, Scoped> trying = new EnumMap<>(Case.Rule.class);

    /**
     * @param changes how many changes it knows of
     * @param rules of each kind the one that holds where no other does is among them
     * @param bases versions of each, oldest first
     * @param dependencies versions of what explains what, oldest first, at least one
     */
    RuleBook(
            long changes,
            Collection<RuleHistory> rules,
            Collection<List<LegalBasis>> bases,
            List<Dependencies> dependencies) {
        this.changes = changes;
        this.dependencies = List.copyOf(dependencies);
        rules.forEach(r -> this.rules.put(r.newest().id(), r));
        bases.forEach(b -> this.bases.put(b.get(0).id(), List.copyOf(b)));
        for (RuleHistory history : this.rules.values()) {
            for (Span span : history.spans()) {
                boolean beside = span.rule().trial() && !span.rule().isBase();
                (beside ? trying : judging)
                        .computeIfAbsent(span.rule().kind(), k -> new Scoped())
                        .add(span);
            }
        }
    }

    /** The spans of a kind, by scope and target; seasonal ones first. */
    private static final class Scoped {
        private static final Comparator<Span> SEASONAL_FIRST =
                Comparator.comparing(s -> s.rule().season() == null);

        private final EnumMap<RuleScope, Map<String, List<Span>>> byScope = new EnumMap<>(RuleScope.class);
        /** Most specific first. */
        private final List<RuleScope> scopes = new ArrayList<>();

        void add(Span span) {
            RuleScope scope = span.rule().scope();
            List<Span> own = byScope.computeIfAbsent(scope, s -> new HashMap<>())
                    .computeIfAbsent(span.rule().target(), t -> new ArrayList<>(1));
            own.add(span);
            own.sort(SEASONAL_FIRST);
            if (!scopes.contains(scope)) {
                scopes.add(scope);
                scopes.sort(Comparator.reverseOrder());
            }
        }

        @Nullable
        AlertRule at(RulePlace place, LocalDate day) {
            for (RuleScope scope : scopes) {
                String target = place.at(scope);
                List<Span> own = target == null
                        ? null
                        : Objects.requireNonNull(byScope.get(scope)).get(target);
                if (own != null) {
                    for (Span span : own) {
                        if (span.contains(day)) {
                            return span.rule();
                        }
                    }
                }
            }
            return null;
        }
    }

    /** How many changes of rules and bases it knows of. */
    public long changes() {
        return changes;
    }

    /** The rule by which something is judged on a day; there always is one. */
    public AlertRule inForce(Case.Rule kind, RulePlace place, LocalDate day) {
        AlertRule found = Objects.requireNonNull(judging.get(kind)).at(place, day);
        return Objects.requireNonNull(found, "no rule of " + kind);
    }

    /** The rule on trial that judges something beside it; null for none. */
    public @Nullable AlertRule onTrial(Case.Rule kind, RulePlace place, LocalDate day) {
        Scoped scoped = trying.get(kind);
        return scoped == null ? null : scoped.at(place, day);
    }

    /** Whether any rule of a kind judges beside the one in force, whatever the day. */
    public boolean tries(Case.Rule kind) {
        return trying.containsKey(kind);
    }

    /** What explains what now. */
    public Dependencies dependencies() {
        return dependencies.get(dependencies.size() - 1);
    }

    /** What explained what at a time. */
    public Dependencies dependencies(Instant at) {
        Dependencies held = dependencies.get(0);
        for (Dependencies each : dependencies) {
            held = each.at().isAfter(at) ? held : each;
        }
        return held;
    }

    /** By their ids, in order. */
    public SortedMap<String, RuleHistory> rules() {
        return rules;
    }

    public Optional<RuleHistory> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The newest versions of all legal bases, by their ids. */
    public Map<String, LegalBasis> bases() {
        Map<String, LegalBasis> newest = new LinkedHashMap<>();
        bases.forEach((id, versions) -> newest.put(id, versions.get(versions.size() - 1)));
        return newest;
    }

    /** All versions of a legal basis, oldest first; empty where there is none. */
    public List<LegalBasis> basis(String id) {
        return bases.getOrDefault(id, List.of());
    }

    /** What a rule cites on a day of something: of each basis the record in force then, along its successors; none that does not speak of it. */
    public List<LegalBasis> cited(AlertRule rule, RulePlace place, LocalDate day) {
        return rule.bases().stream()
                .map(id -> inForce(id, day))
                .flatMap(Optional::stream)
                .filter(b -> b.speaksOf(place.medium()))
                .distinct()
                .toList();
    }

    /** The record that a basis comes to on a day; the last one where none is in force. */
    public Optional<LegalBasis> inForce(String id, LocalDate day) {
        Map<String, LegalBasis> newest = bases();
        LegalBasis found = newest.get(id);
        // As many steps as there are records: what follows itself ends, too.
        for (int i = 0; found != null && found.isOver(day) && i < newest.size(); i++) {
            LegalBasis next = found.successor() == null ? null : newest.get(found.successor());
            if (next == null || next.from() != null && next.from().isAfter(day)) {
                break;
            }
            found = next;
        }
        return Optional.ofNullable(found);
    }

    /** What a rule cites though it is over on a day and another one follows it. */
    public List<LegalBasis> outdated(AlertRule rule, LocalDate day) {
        return rule.bases().stream()
                .map(id -> bases().get(id))
                .filter(b -> b != null && b.isOver(day) && b.successor() != null)
                .toList();
    }
}
