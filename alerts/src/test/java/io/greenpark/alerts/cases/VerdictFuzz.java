package io.greenpark.alerts.cases;

import io.greenpark.accounting.hour.FoldedDays;
import java.util.List;

/** A target of the fuzzer: any bytes of a day of a limit's verdicts. */
public final class VerdictFuzz {
    private static final FoldedDays<StoredVerdict> DAYS =
            new FoldedDays<>(new VerdictCodec("t", kind -> true), StoredVerdict::startMs);

    private VerdictFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        DAYS.check(input);
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return DAYS.seeds(new VerdictHoursTest());
    }
}
