package io.greenpark.alerts.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a case can be about; there is at most one open case of each.
 *
 * @param subject see {@link Case#subject()}
 */
public record Matter(
        Case.Rule rule,
        String subject,
        String enterpriseId,
        @Nullable String pointId,
        @Nullable String deviceId) {}
