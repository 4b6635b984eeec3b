package io.greenpark.accounting.point;

import io.greenpark.accounting.point.PointSeries.What;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value of a point that was shown for a while and then replaced, because readings came late or were corrected, or the registry
 * said otherwise of the point.
 *
 * @param step HOUR, or DAY of a mean that is booked by days
 * @param from begin and
 * @param to end of the hour or day it is of
 * @param what whether amounts or means
 * @param value what was shown; null where nothing was
 * @param shownSince when it was booked
 * @param replacedAt when another took its place
 * @param present what is shown now, which may be the third or fourth; null where nothing is
 * @param unit of both values
 */
public record FormerValue(
        Point point,
        Step step,
        Instant from,
        Instant to,
        What what,
        @Nullable BigDecimal value,
        Quality quality,
        Instant shownSince,
        Instant replacedAt,
        @Nullable BigDecimal present,
        @Nullable Quality presentQuality,
        Unit unit) {}
