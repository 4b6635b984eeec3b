package io.greenpark.park.registry;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The record of a meter replacement: without it a step down of a register is never counted.
 *
 * @param oldEnd last value of the old register, in the unit sent
 * @param newStart first value of the new one
 */
public record Replacement(Instant at, BigDecimal oldEnd, BigDecimal newStart) {}
