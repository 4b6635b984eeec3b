package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.dashboards.source.CaseSight;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As whom somebody acts on a case: of the office, by the roles that have it, of the enterprise, or not at all. */
final class CaseActors {
    private CaseActors() {}

    /** @param registry as whoever asks sees it */
    static @Nullable Actor of(Viewer viewer, Case c, Registry registry) {
        Set<Role> roles = CaseStaff.OWNERS.stream()
                .filter(role -> has(viewer, role, c, registry))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        if (!roles.isEmpty()) {
            return Actor.ofOffice(viewer.person(), viewer.account(), roles);
        }
        return isOfEnterprise(viewer, c, registry) ? Actor.ofEnterprise(viewer.person(), viewer.account()) : null;
    }

    /** Whether somebody answers for the enterprise that a case is about. */
    static boolean isOfEnterprise(Viewer viewer, Case c, Registry registry) {
        return c.enterpriseId() != null && has(viewer, Role.ENTERPRISE_CONTACT, c, registry);
    }

    private static boolean has(Viewer viewer, Role role, Case c, Registry registry) {
        return viewer.scopeOf(Set.of(role))
                .filter(scope -> CaseSight.covers(scope, c, registry))
                .isPresent();
    }
}
