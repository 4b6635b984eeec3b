package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.PayloadForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A target of the fuzzer: any bytes of a payload, of a device's and of a gateway's, are accepted or refused, never thrown at. */
public final class TelemetryJsonFuzz {
    private static final TelemetryJson FORMAT = new TelemetryJson();

    private TelemetryJsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (PayloadForm form : PayloadForm.values()) {
            FORMAT.decode(input, 0, input.length, form);
        }
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return Stream.of(
                        "{\"ts\":1764000000000,\"values\":{\"kwh\":1.5,\"nox\":{\"v\":80.2,\"flag\":\"N\"}}}",
                        "[{\"ts\":\"2025-11-29T08:00:00+08:00\",\"values\":{\"kwh\":null}},{\"kwh\":NaN}]",
                        "{\"meter-1\":{\"ts\":\"2025-11-29 08:00:00\",\"kwh\":1e3},\"meter-2\":[{\"values\":{}}]}",
                        "{\"timestamp\":1764000000,\"values\":{\"\\ud83d\\ude00\":1}}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
