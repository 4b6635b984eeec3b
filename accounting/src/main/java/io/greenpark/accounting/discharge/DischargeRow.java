package io.greenpark.accounting.discharge;

import io.greenpark.park.energy.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mean of an outlet point over an hour or a day.
 *
 * @param mean arithmetic mean of the valid samples in the point's unit; null if there is none
 * @param completeness 0..1 of the expected samples that are there and valid
 */
public record DischargeRow(
        Instant from, Instant to, @Nullable BigDecimal mean, int validSamples, double completeness, Quality quality) {}
