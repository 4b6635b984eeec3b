package io.greenpark.accounting.discharge;

import io.greenpark.accounting.hour.FoldedDays;
import java.util.List;

/** A target of the fuzzer: any bytes of a day of a point's means. */
public final class MeanHourFuzz {
    private static final FoldedDays<StoredMean> DAYS = new FoldedDays<>(new MeanHourCodec("t"), StoredMean::startMs);

    private MeanHourFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        DAYS.check(input);
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return DAYS.seeds(new MeanHoursTest());
    }
}
