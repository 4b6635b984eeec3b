package io.greenpark.park.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells that the registry became another one.
 *
 * @param number of the committed change
 * @param keys the documents that were added, changed or removed
 */
public record RegistryChange(long number, Set<DocumentKey> keys) {
    public RegistryChange {
        keys = Set.copyOf(keys);
    }

    /** The documents in which two registries differ. */
    public static RegistryChange between(long number, Registry before, Registry after) {
        Map<DocumentKey, Object> was = records(before.facts());
        Map<DocumentKey, Object> is = records(after.facts());
        Set<DocumentKey> keys = new HashSet<>(was.keySet());
        keys.addAll(is.keySet());
        keys.removeIf(key -> Objects.equals(was.get(key), is.get(key)));
        return new RegistryChange(number, keys);
    }

    /** The ids of one kind among them. */
    public Set<String> ids(DocumentKind kind) {
        return keys.stream().filter(k -> k.kind() == kind).map(DocumentKey::id).collect(Collectors.toSet());
    }

    /** Whether there are any of some kinds among them. */
    public boolean touches(DocumentKind... kinds) {
        Set<DocumentKind> wanted = Set.of(kinds);
        return keys.stream().anyMatch(key -> wanted.contains(key.kind()));
    }

    private static Map<DocumentKey, Object> records(Registry.Facts facts) {
        Map<DocumentKey, Object> records = new HashMap<>();
        BiConsumer<DocumentKey, Object> add = records::put;
        add.accept(new DocumentKey(DocumentKind.DISTRICT, facts.districtId()), facts.district());
        addAll(facts.parks(), DocumentKind.PARK, Park::id, add);
        addAll(facts.enterprises(), DocumentKind.ENTERPRISE, Enterprise::id, add);
        addAll(facts.outlets(), DocumentKind.OUTLET, Outlet::id, add);
        addAll(facts.gateways(), DocumentKind.GATEWAY, Gateway::id, add);
        addAll(facts.devices(), DocumentKind.DEVICE, Device::id, add);
        addAll(facts.points(), DocumentKind.POINT, Point::id, add);
        facts.statistics().forEach(s -> add.accept(DocumentKey.statistic(s.enterpriseId(), s.month()), s));
        facts.bills().forEach(b -> add.accept(b.key(), b));
        addAll(facts.coefficientSets(), DocumentKind.COEFFICIENT_SET, CoefficientSet::id, add);
        addAll(facts.targets(), DocumentKind.TARGET, Target::id, add);
        addAll(facts.limits(), DocumentKind.LIMIT, Limit::id, add);
        return records;
    }

    private static <T> void addAll(
            List<T> all, DocumentKind kind, Function<T, String> id, BiConsumer<DocumentKey, Object> add) {
        all.forEach(one -> add.accept(new DocumentKey(kind, id.apply(one)), one));
    }
}
