package io.greenpark.alerts.policy;

import java.time.Instant;

/**
 * A version of a policy.
 *
 * @param version 1, 2, 3 ...; 0 for what is shipped, as long as nobody changed it
 * @param by who made it
 * @param document as JSON with sorted keys
 * @param says what it says
 */
public record PolicyVersion<T>(long version, Instant at, String by, String reason, String document, T says) {}
