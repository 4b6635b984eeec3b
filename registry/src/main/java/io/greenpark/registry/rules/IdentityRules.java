package io.greenpark.registry.rules;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.RegistryRules.DocumentFaults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What may not change from one registry to the next: a point id means one thing for ever, it may not move to another device
 * or quantity, nor a device or outlet with points to another enterprise; and of a statistic that is new, or of which it was said before, must be said what it may be used for.
 */
public final class IdentityRules {
    private IdentityRules() {}

    /** Tells what changed and may not. */
    public static void check(Registry before, Registry after, DocumentFaults faults) {
        Set<String> movedDevices = new HashSet<>();
        for (Point point : changed(before, after, Registry.Facts::points)) {
            before.point(point.id()).ifPresent(old -> {
                DocumentKey key = new DocumentKey(DocumentKind.POINT, point.id());
                same(faults, key, "device", old.deviceId(), point.deviceId());
                same(faults, key, "quantity", old.quantity(), point.quantity());
                boolean moved = !old.enterpriseId().equals(point.enterpriseId());
                if (moved && old.deviceId().equals(point.deviceId()) && movedDevices.add(point.deviceId())) {
                    DocumentKey device = new DocumentKey(DocumentKind.DEVICE, point.deviceId());
                    same(faults, device, "enterprise", old.enterpriseId(), point.enterpriseId());
                }
            });
        }
        for (Outlet outlet : changed(before, after, Registry.Facts::outlets)) {
            before.outlet(outlet.id()).filter(old -> isWatched(before, old)).ifPresent(old -> {
                DocumentKey key = new DocumentKey(DocumentKind.OUTLET, outlet.id());
                same(faults, key, "enterprise", old.enterpriseId(), outlet.enterpriseId());
            });
        }
        for (MonthlyStatistic statistic : changed(before, after, Registry.Facts::statistics)) {
            if (!statistic.useStated()) {
                statedUse(before, statistic, faults);
            }
        }
    }

    /** Facts of a kind; none if they are the very list that they were, in which nothing can have changed. */
    @SuppressWarnings("ReferenceEquality")
    private static <T> List<T> changed(Registry before, Registry after, Function<Registry.Facts, List<T>> facts) {
        List<T> now = facts.apply(after.facts());
        return now == facts.apply(before.facts()) ? List.of() : now;
    }

    private static boolean isWatched(Registry registry, Outlet outlet) {
        return registry.pointsOfEnterprise(outlet.enterpriseId()).stream()
                .anyMatch(p -> outlet.id().equals(p.outletId()));
    }

    private static void same(DocumentFaults faults, DocumentKey key, String field, String old, String given) {
        if (!old.equals(given)) {
            faults.fault(
                    key,
                    field,
                    new Bilingual(
                            "“" + given + "”与原来的“" + old + "”不同，而该编号下已有读数；编号不能挪用，请为"
                                    + key.kind().named().zh() + "另取编号",
                            "\"" + given + "\" differs from \"" + old + "\", under which this id has readings; ids are"
                                    + " never reused: give the " + key.kind().noun() + " a new id"));
        }
    }

    private static void statedUse(Registry before, MonthlyStatistic statistic, DocumentFaults faults) {
        boolean neverStated = before.statistic(statistic.enterpriseId(), statistic.month())
                .filter(old -> !old.useStated())
                .isPresent();
        if (!neverStated) {
            faults.fault(
                    DocumentKey.statistic(statistic.enterpriseId(), statistic.month()),
                    "allowedUse",
                    new Bilingual(
                            "未填写；按数据提供方的许可选择：judge（可用于考核：予以显示，可据以预警）、show-own（仅本企业及其主管人员可见）、" + "aggregate-only（仅汇总使用）",
                            "is missing; accepted: judge (shown, and alerts may rest on it), show-own (shown to the"
                                    + " enterprise and its officers), aggregate-only (in sums that tell nobody's own), as its"
                                    + " provider allows"));
        }
    }
}
