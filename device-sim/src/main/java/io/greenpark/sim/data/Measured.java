package io.greenpark.sim.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a device measured at one time.
 *
 * @param at the device's time stamp
 * @param values the values by key, exact, in the order of the file; a missing value has no entry
 */
public record Measured(Instant at, Map<String, BigDecimal> values) {
    public Measured {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
