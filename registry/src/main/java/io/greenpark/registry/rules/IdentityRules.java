package io.greenpark.registry.rules;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.rules.RegistryRules.DocumentFaults;

/**
 * What may not change from one registry to the next: a point id means one thing for ever, it may not move to another device,
 * enterprise or quantity; and of a statistic that is new, or of which it was said before, must be said what it may be used for.
 */
public final class IdentityRules {
    private IdentityRules() {}

    /** Tells what changed and may not. */
    public static void check(Registry before, Registry after, DocumentFaults faults) {
        for (Point point : after.facts().points()) {
            before.point(point.id()).ifPresent(old -> samePoint(old, point, faults));
        }
        for (MonthlyStatistic statistic : after.facts().statistics()) {
            if (!statistic.useStated()) {
                statedUse(before, statistic, faults);
            }
        }
    }

    private static void samePoint(Point old, Point point, DocumentFaults faults) {
        same(faults, point, "device", old.deviceId(), point.deviceId());
        same(faults, point, "enterprise", old.enterpriseId(), point.enterpriseId());
        same(faults, point, "quantity", old.quantity(), point.quantity());
    }

    private static void same(DocumentFaults faults, Point point, String field, String old, String given) {
        if (!old.equals(given)) {
            faults.fault(
                    new DocumentKey(DocumentKind.POINT, point.id()),
                    field,
                    "\"" + given + "\" differs from \"" + old + "\", under which this id has readings; ids are never"
                            + " reused: give the point a new id");
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
                    "is missing; accepted: judge (shown, and alerts may rest on it), show-own (shown to the enterprise"
                            + " and its officers), aggregate-only (in sums that tell nobody's own), as its provider allows");
        }
    }
}
