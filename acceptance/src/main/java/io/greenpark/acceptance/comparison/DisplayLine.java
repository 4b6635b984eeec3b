package io.greenpark.acceptance.comparison;

import io.greenpark.park.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What was read at the meter of one point.
 *
 * @param unit of the display
 * @param first null while it was not read
 * @param second likewise, later than the first
 */
public record DisplayLine(
        String point,
        Side side,
        Unit unit,
        Nameplate nameplate,
        @Nullable DisplayReading first,
        @Nullable DisplayReading second) {}
