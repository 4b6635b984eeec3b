package io.greenpark.alerts.handling;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.HandlingStage;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as far as it decides what can be done about it.
 *
 * @param state what is measured
 * @param ofEnterprise whether it is about an enterprise, and not about a park, the district or the platform
 * @param demanded whether the enterprise has to answer
 * @param termed whether somebody has a term
 * @param checkedBy the account that verified, reviewed, handed over or declared a misreport; null while none did
 */
public record CasePosition(
        HandlingStage stage,
        Case.State state,
        boolean ofEnterprise,
        boolean demanded,
        boolean termed,
        @Nullable String checkedBy) {}
