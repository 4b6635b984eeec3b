package io.greenpark.alerts.handling;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.park.registry.Outlet.Standing;
import org.jspecify.annotations.Nullable;

/**
 * By what a case finds its procedure.
 *
 * @param keyDischarger whether the enterprise is on the list of key dischargers (重点排污单位)
 * @param standing of the outlet; null where it is about none
 */
public record CaseTraits(
        Case.Rule rule,
        CaseLevel level,
        boolean keyDischarger,
        @Nullable Standing standing) {}
