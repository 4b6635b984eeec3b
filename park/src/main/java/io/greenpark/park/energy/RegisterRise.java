package io.greenpark.park.energy;

import java.math.BigDecimal;

/**
 * A confirmed rise of a register from one value to the next.
 *
 * @param fromBase the register at its start, base units before the ratio
 * @param toBase the register at its end, continued past its range on a rollover; not below {@code fromBase}
 * @param unfrozen whether it spreads a jump after a freeze over the time of the freeze
 */
record RegisterRise(long fromMs, long toMs, BigDecimal fromBase, BigDecimal toBase, boolean unfrozen) {}
