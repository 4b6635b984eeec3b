package io.greenpark.sim.replay;

import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Amounts of quarter hours as a register would have shown them: its reading before the first and after each of them. */
final class Registers {
    /** The device of the register in {@code real-plants.yaml}. */
    static final String DEVICE = "steel-register";

    private static final BigDecimal START_KWH = new BigDecimal("100000.00");
    private static final BigDecimal RANGE_KWH = new BigDecimal("1000000");
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private Registers() {}

    /** The register's readings; it wraps once on the way. */
    static List<Measured> of(List<Measured> amounts, String key) {
        List<Measured> readings = new ArrayList<>();
        BigDecimal register = START_KWH;
        for (Measured amount : amounts) {
            if (readings.isEmpty()) {
                readings.add(reading(amount.at().minus(PERIOD), key, register));
            }
            BigDecimal kwh = amount.values().get(key);
            register = register.add(kwh == null ? BigDecimal.ZERO : kwh).remainder(RANGE_KWH);
            readings.add(reading(amount.at(), key, register));
        }
        return readings;
    }

    private static Measured reading(Instant at, String key, BigDecimal register) {
        return new Measured(at, Map.of(key, register));
    }
}
