package io.greenpark.returns.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a product was made.
 *
 * @param unit as the enterprise counts it: {@code t}, {@code 件}
 * @param amount null where it is not known
 */
public record Product(String name, String unit, @Nullable BigDecimal amount) {}
