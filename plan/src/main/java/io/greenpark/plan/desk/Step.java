package io.greenpark.plan.desk;

import java.time.Instant;

/**
 * A version of something, with who made it.
 *
 * @param what as it was since
 */
public record Step<T>(T what, Instant at, String who) {}
