package io.greenpark.store.books;

import io.greenpark.park.reading.Flag;
import java.util.List;

/** A target of the fuzzer: any bytes of a compacted day are samples, which come back the same, or damage that is told. */
public final class DayFuzz {
    private DayFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<StoredSample> samples;
        try {
            samples = DayCodec.decode(input);
        } catch (DamagedDayException e) {
            return;
        }
        if (!samples.equals(DayCodec.decode(DayCodec.encode(samples)))) {
            throw new AssertionError("samples do not come back: " + samples);
        }
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return List.of(
                DayCodec.encode(List.of()),
                DayCodec.encode(List.of(
                        new StoredSample(1_764_000_000_000L, 12.5, Flag.NORMAL, 1_764_000_000_250L, 4_711),
                        new StoredSample(1_764_000_060_000L, -0.1, Flag.NORMAL, 1_764_000_059_000L, 4_700))));
    }
}
