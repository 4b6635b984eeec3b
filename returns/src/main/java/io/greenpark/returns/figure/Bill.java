package io.greenpark.returns.figure;

import org.jspecify.annotations.Nullable;

/**
 * What was billed in the period.
 *
 * @param amount how much was used; null where that is not known
 * @param cost what it cost; null where that is not stated
 */
public record Bill(@Nullable Amount amount, @Nullable Amount cost) {}
