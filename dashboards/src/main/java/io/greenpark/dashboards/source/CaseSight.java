package io.greenpark.dashboards.source;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Scope;
import java.util.Optional;

/** Whether somebody who has a part of the district sees a case, as {@link ScopedCases} shows them. */
public final class CaseSight {
    private CaseSight() {}

    /** @param registry one that has what the case is about */
    public static boolean covers(Scope scope, Case c, Registry registry) {
        String device = c.deviceId();
        boolean ofOutlet = Optional.ofNullable(c.pointId())
                .flatMap(registry::point)
                .filter(p -> p.outletId() != null && scope.outlets().contains(p.outletId()))
                .isPresent();
        return scope.has(c.about(), registry)
                || ofOutlet
                || c.pointId() == null && device != null && scope.devices().contains(device);
    }
}
