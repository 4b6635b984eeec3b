package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A point's display beside the platform. Amounts and readings are primary ones in the unit of the display.
 *
 * @param registered the ratio that the registry has; null where it says nothing of the time
 * @param nameplate the ratio that the plates say; null where nobody has looked
 * @param first null while the display was not read
 * @param displayed what the display says went through between the readings; null while one of them lacks
 * @param amount what the platform says of it
 * @param percent by how much that differs from the display, in percent of the display's amount; null where one is missing or nothing went
 *     through
 */
public record LineComparison(
        String point,
        @Nullable BigDecimal registered,
        @Nullable BigDecimal nameplate,
        @Nullable Reading first,
        @Nullable Reading second,
        @Nullable BigDecimal displayed,
        @Nullable PlatformAmount amount,
        @Nullable BigDecimal percent,
        List<Check> checks) {
    /**
     * One reading.
     *
     * @param display as a primary value; null where the display shows secondary ones and the plates' ratio is not known
     * @param percent by how much the platform differs from the display; null where one is missing or the display shows 0
     */
    public record Reading(
            DisplayReading read,
            @Nullable BigDecimal display,
            PlatformReading platform,
            @Nullable BigDecimal percent) {}

    public LineComparison {
        checks = List.copyOf(checks);
    }

    /** The same with other checks beside. */
    public LineComparison with(List<Check> more) {
        return new LineComparison(
                point,
                registered,
                nameplate,
                first,
                second,
                displayed,
                amount,
                percent,
                Stream.concat(checks.stream(), more.stream()).toList());
    }
}
