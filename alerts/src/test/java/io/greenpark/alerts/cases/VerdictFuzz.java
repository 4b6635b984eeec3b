package io.greenpark.alerts.cases;

import io.greenpark.accounting.hour.FoldedDays;
import java.util.List;
import java.util.Set;

/** A target of the fuzzer: any bytes of a day of a limit's verdicts. */
public final class VerdictFuzz {
    private static final FoldedDays<StoredVerdict> DAYS = new FoldedDays<>(
            new VerdictCodec("t", Set.of(Case.Rule.LIMIT_EXCEEDED, Case.Rule.LIMIT_WARNING)), StoredVerdict::startMs);

    private VerdictFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        DAYS.check(input);
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return DAYS.seeds(new VerdictHoursTest());
    }
}
