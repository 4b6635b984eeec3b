package io.greenpark.lab.bench;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Readings of {@link BenchPark} that are prepared before the clock runs. */
public final class BenchReadings {
    static final int DEVICES = 50;

    private static final long START_MS = 1_767_225_600_000L;
    private static final long STEP_MS = 60_000;

    private BenchReadings() {}

    /** Gauges of fifty devices, a value per minute each, in the order of time; values with two decimals. */
    public static List<Reading> of(int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<String> keys = BenchPark.keys();
        int points = DEVICES * keys.size();
        List<Reading> readings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int point = i % points;
            String device = BenchPark.device(point / keys.size());
            String key = keys.get(point % keys.size());
            long time = START_MS + i / points * STEP_MS;
            readings.add(new Reading(
                    BenchPark.enterprise(point / keys.size()),
                    device,
                    key,
                    device + "." + key,
                    random.nextInt(100_000) / 100.0,
                    Unit.KW,
                    Flag.NORMAL,
                    time,
                    time,
                    Door.MQTT));
        }
        return readings;
    }
}
