package io.greenpark.accounting.energy;

import io.greenpark.accounting.hour.FoldedDays;
import java.util.List;

/** A target of the fuzzer: any bytes of a day of an enterprise's energy. */
public final class EnterpriseHourFuzz {
    private static final FoldedDays<CarrierSum> DAYS =
            new FoldedDays<>(new EnterpriseHourCodec("t"), CarrierSum::startMs);

    private EnterpriseHourFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        DAYS.check(input);
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return DAYS.seeds(new EnterpriseHoursTest());
    }
}
