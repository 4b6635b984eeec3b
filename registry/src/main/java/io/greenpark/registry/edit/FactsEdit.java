package io.greenpark.registry.edit;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts changed facts in the place of those they change, and new ones at the end. */
final class FactsEdit {
    private final Set<DocumentKey> removed;

    private FactsEdit(Set<DocumentKey> removed) {
        this.removed = removed;
    }

    /** All facts with some changed or added, and without what is removed. */
    static Registry.Facts apply(Registry.Facts all, Registry.Facts some, Set<DocumentKey> removed) {
        FactsEdit edit = new FactsEdit(removed);
        return new Registry.Facts(
                some.district(),
                edit.list(all.parks(), some.parks(), DocumentKind.PARK, Park::id),
                edit.list(all.enterprises(), some.enterprises(), DocumentKind.ENTERPRISE, Enterprise::id),
                edit.list(all.outlets(), some.outlets(), DocumentKind.OUTLET, Outlet::id),
                edit.list(all.gateways(), some.gateways(), DocumentKind.GATEWAY, Gateway::id),
                edit.list(all.devices(), some.devices(), DocumentKind.DEVICE, Device::id),
                edit.list(all.points(), some.points(), DocumentKind.POINT, Point::id),
                edit.list(all.statistics(), some.statistics(), DocumentKind.STATISTIC, s -> DocumentKey.statistic(
                                s.enterpriseId(), s.month())
                        .id()),
                edit.list(all.bills(), some.bills(), DocumentKind.BILL, b -> b.key()
                        .id()),
                edit.list(
                        all.coefficientSets(),
                        some.coefficientSets(),
                        DocumentKind.COEFFICIENT_SET,
                        CoefficientSet::id),
                edit.list(all.targets(), some.targets(), DocumentKind.TARGET, Target::id),
                edit.list(all.limits(), some.limits(), DocumentKind.LIMIT, Limit::id),
                edit.list(all.closings(), some.closings(), DocumentKind.CLOSING, c -> c.key()
                        .id()));
    }

    private <T> List<T> list(List<T> all, List<T> some, DocumentKind kind, Function<T, String> id) {
        if (some.isEmpty() && removed.stream().noneMatch(key -> key.kind() == kind)) {
            return all;
        }
        Map<String, T> changed = new LinkedHashMap<>();
        some.forEach(one -> changed.put(id.apply(one), one));
        List<T> edited = new ArrayList<>();
        for (T one : all) {
            String oneId = id.apply(one);
            T other = changed.remove(oneId);
            if (other != null) {
                edited.add(other);
            } else if (!removed.contains(new DocumentKey(kind, oneId))) {
                edited.add(one);
            }
        }
        edited.addAll(changed.values());
        return edited;
    }
}
