package io.greenpark.store.log;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.bytes.DamagedBytesException;
import java.util.List;

/** A target of the fuzzer: any bytes of a log row are readings, which come back the same, or damage that is told. */
public final class LogRowFuzz {
    private LogRowFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Reading> readings;
        try {
            readings = RowDecoder.decode(input);
        } catch (DamagedBytesException e) {
            return;
        }
        if (!readings.isEmpty() && !readings.equals(again(readings))) {
            throw new AssertionError("readings do not come back: " + readings);
        }
    }

    private static List<Reading> again(List<Reading> readings) {
        try {
            return RowDecoder.decode(new RowEncoder().encode(readings));
        } catch (DamagedBytesException e) {
            throw new AssertionError("what was written cannot be read: " + readings, e);
        }
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        Reading energy = new Reading(
                "steel", "meter-1", "kwh", "meter-1-kwh", 12.25, Unit.KWH, Flag.NORMAL, 1_764L << 30, 9, Door.MQTT);
        Reading raw = new Reading("e", "d", "k", "p", 0.1 + 0.2, Unit.MG_PER_M3, Flag.NORMAL, -1, 1, Door.COAP);
        return List.of(new RowEncoder().encode(List.of(energy)), new RowEncoder().encode(List.of(energy, raw, energy)));
    }
}
