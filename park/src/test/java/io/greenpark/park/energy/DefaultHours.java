package io.greenpark.park.energy;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import java.util.List;

/** Energy hours by the default rules of registers, and where it is so late that no value stands for now. */
public final class DefaultHours {
    private DefaultHours() {}

    public static EnergyHourCalculation.Calculated calculate(
            Point point,
            ParkTime time,
            List<Sample> samples,
            long registerFromMs,
            List<Long> correctedMs,
            long fromMs,
            long toMs) {
        return EnergyHourCalculation.calculate(
                point,
                time,
                samples,
                registerFromMs,
                correctedMs,
                fromMs,
                toMs,
                RegisterRules.defaults(),
                Long.MAX_VALUE);
    }
}
