package io.greenpark.accounting.energy;

import io.greenpark.accounting.hour.FoldedDays;
import java.util.List;

/** A target of the fuzzer: any bytes of a day of a point's energy. */
public final class PointHourFuzz {
    private static final FoldedDays<StoredHour> DAYS =
            new FoldedDays<>(new PointHourCodec("t"), s -> s.hour().hourMs());

    private PointHourFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        DAYS.check(input);
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return DAYS.seeds(new PointHoursTest());
    }
}
