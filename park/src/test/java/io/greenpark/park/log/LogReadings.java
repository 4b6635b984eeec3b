package io.greenpark.park.log;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import java.util.List;
import java.util.stream.IntStream;

/** Readings to put into a log, told apart by their value: reading {@code n} has the value {@code n}. */
public final class LogReadings {
    private static final long START_MS = 1_514_764_800_000L;

    private LogReadings() {}

    /** Readings {@code from} to {@code to}, exclusive. */
    public static List<Reading> readings(int from, int to) {
        return IntStream.range(from, to).mapToObj(LogReadings::reading).toList();
    }

    public static Reading reading(int n) {
        int device = n % 7;
        return new Reading(
                "steel-plant",
                "meter-" + device,
                "energy",
                "steel-plant.meter-" + device + ".energy",
                n,
                Unit.KWH,
                Flag.NORMAL,
                START_MS + n * 1_000L,
                START_MS + n * 1_000L + 250,
                Door.MQTT);
    }

    /** The numbers of readings, to compare by. */
    public static List<Integer> numbers(List<Reading> readings) {
        return readings.stream().map(r -> (int) r.value()).toList();
    }
}
