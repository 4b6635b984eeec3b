package io.greenpark.accounting.finding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A target of the fuzzer: any bytes of a row's hours are findings, which come back the same, or damage that is told. */
public final class FindingHoursFuzz {
    private FindingHoursFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        TreeMap<Long, HourFindings> hours;
        try {
            hours = FindingHoursCodec.read(input, "row");
        } catch (DamagedFindingsException e) {
            return;
        }
        if (!hours.equals(FindingHoursCodec.read(FindingHoursCodec.write(hours), "row"))) {
            throw new AssertionError("findings do not come back: " + hours);
        }
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        HourFindings one = new HourFindings(1, 1_764_028_800_000L, 1_764_028_800_000L, "{\"code\":\"NO_SAMPLES\"}");
        return List.of(
                FindingHoursCodec.write(new TreeMap<>()),
                FindingHoursCodec.write(new TreeMap<>(Map.of(0L, one, 1_764_028_800_000L, one))));
    }
}
