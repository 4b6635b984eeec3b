package io.greenpark.accounting.point;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a point says of an hour, a day or a month of which something is known.
 *
 * @param value amount or mean in the unit of the series
 * @param min least and
 * @param max largest value that stood in it; null where the books keep none
 * @param validSamples how many samples it rests on; null of amounts
 * @param coverage of the time of the period in which the point was in use
 */
public record PointPeriod(
        Instant from,
        Instant to,
        BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer validSamples,
        Coverage coverage,
        Quality quality) {}
