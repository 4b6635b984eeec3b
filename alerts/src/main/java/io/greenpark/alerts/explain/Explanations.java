package io.greenpark.alerts.explain;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.rulebook.Dependencies;
import io.greenpark.alerts.rulebook.Dependency;
import io.greenpark.alerts.rulebook.Relation;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Looks which open cases are explained, by the dependencies that are in force now, and keeps what it finds. A case on trial neither explains nor is
 * explained. Which devices a door speaks for only the evaluation of silence knows: it raises no cases of theirs at all. Any thread may call.
 */
public final class Explanations implements Explaining {
    private final RuleBooks rules;
    private final RegistrySource registry;
    private final StoppedEnterprises stopped;

    public Explanations(RuleBooks rules, RegistrySource registry, StoppedEnterprises stopped) {
        this.rules = rules;
        this.registry = registry;
        this.stopped = stopped;
    }

    /** Looks at all open cases; what is explained since, or is not any more, is noted. */
    public void step(Books books, Instant now) {
        stopped.refresh(books);
        if (!books.read(handle -> changes(handle, now)).isEmpty()) {
            books.write(tx -> {
                changes(tx.handle(), now).forEach(one -> ExplainedTable.put(tx.handle(), one));
                return true;
            });
        }
    }

    private List<Explanation> changes(Handle handle, Instant now) {
        Registry current = registry.current();
        Dependencies dependencies = rules.current(handle).dependencies();
        Map<String, Explanation> known = ExplainedTable.open(handle);
        Map<String, Explanation> found = new HashMap<>();
        Map<Case.Rule, List<Case>> open = new HashMap<>();
        Set<Case.Rule> explained =
                dependencies.all().stream().map(Dependency::explained).collect(Collectors.toSet());
        for (Case.Rule kind : explained) {
            for (Case c : openOf(handle, open, kind)) {
                find(handle, current, dependencies, open, c, now).ifPresent(one -> found.put(c.id(), one));
            }
        }
        return Stream.concat(
                        known.values().stream()
                                .filter(one -> !sameAs(one, found.get(one.caseId())))
                                .map(one -> ended(one, now)),
                        found.values().stream().filter(one -> !sameAs(one, known.get(one.caseId()))))
                .toList();
    }

    private static boolean sameAs(Explanation one, @Nullable Explanation other) {
        return other != null && one.same(other);
    }

    private static Explanation ended(Explanation one, Instant now) {
        return new Explanation(one.caseId(), one.explaining(), one.byCase(), one.version(), one.from(), now);
    }

    @Override
    public boolean explains(Handle handle, Registry current, Case c, Instant now) {
        if (c.trial() || c.state() != Case.State.OPEN) {
            return false;
        }
        Explanation known = ExplainedTable.open(handle, c.id());
        Explanation found = find(handle, current, rules.current(handle).dependencies(), new HashMap<>(), c, now)
                .orElse(null);
        if (known != null && !sameAs(known, found)) {
            ExplainedTable.put(handle, ended(known, now));
        }
        if (found != null && !sameAs(found, known)) {
            ExplainedTable.put(handle, found);
        }
        return found != null;
    }

    private Optional<Explanation> find(
            Handle handle,
            Registry current,
            Dependencies dependencies,
            Map<Case.Rule, List<Case>> open,
            Case c,
            Instant now) {
        for (Dependency each : dependencies.of(c.rule())) {
            Case.Rule kind = each.explaining();
            if (kind == null) {
                if (stopped.at(current, c.about(), now).isPresent()) {
                    return Optional.of(explanation(c, each, null, dependencies, now));
                }
                continue;
            }
            for (Case by : openOf(handle, open, kind)) {
                if (!by.id().equals(c.id()) && relates(current, each.relation(), by, c)) {
                    return Optional.of(explanation(c, each, by.id(), dependencies, now));
                }
            }
        }
        return Optional.empty();
    }

    private static Explanation explanation(
            Case c, Dependency by, @Nullable String byCase, Dependencies dependencies, Instant now) {
        return new Explanation(c.id(), by.explainingCode(), byCase, dependencies.version(), now, null);
    }

    private static List<Case> openOf(Handle handle, Map<Case.Rule, List<Case>> open, Case.Rule kind) {
        return open.computeIfAbsent(kind, k -> CaseBook.open(handle, k));
    }

    private static boolean relates(Registry registry, Relation relation, Case by, Case c) {
        return switch (relation) {
            case SAME -> by.subject().equals(c.subject());
            case DEVICE -> same(device(registry, by), device(registry, c));
            case GATEWAY ->
                same(
                        by.subject(),
                        Optional.ofNullable(device(registry, c))
                                .flatMap(registry::device)
                                .map(Device::gatewayId)
                                .orElse(null));
            case DOOR -> false;
            case OUTLET -> same(outlet(registry, by), outlet(registry, c));
            case ENTERPRISE -> same(by.enterpriseId(), c.enterpriseId());
        };
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && Objects.equals(one, other);
    }

    private static @Nullable String device(Registry registry, Case c) {
        return c.deviceId() != null
                ? c.deviceId()
                : point(registry, c).map(Point::deviceId).orElse(null);
    }

    private static @Nullable String outlet(Registry registry, Case c) {
        return point(registry, c).map(Point::outletId).orElse(null);
    }

    private static Optional<Point> point(Registry registry, Case c) {
        return Optional.ofNullable(c.pointId()).flatMap(registry::point);
    }
}
