package io.greenpark.lab.fuzz;

import io.greenpark.accounting.discharge.MeanHourFuzz;
import io.greenpark.accounting.energy.EnterpriseHourFuzz;
import io.greenpark.accounting.energy.PointHourFuzz;
import io.greenpark.accounting.finding.FindingHoursFuzz;
import io.greenpark.alerts.cases.VerdictFuzz;
import io.greenpark.ingest.json.TelemetryJsonFuzz;
import io.greenpark.registry.RegistryYamlFuzz;
import io.greenpark.store.books.DayFuzz;
import io.greenpark.store.log.LogRowFuzz;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** All targets of the fuzzer as one, which starts once for all of them: the first byte of an input says whose the rest is. */
public final class DecodersFuzz {
    /**
     * A target.
     *
     * @param decode tries an input
     * @param seeds what the fuzzer begins with
     */
    record Decoder(Class<?> target, Consumer<byte[]> decode, List<byte[]> seeds) {}

    static final List<Decoder> DECODERS = List.of(
            new Decoder(TelemetryJsonFuzz.class, TelemetryJsonFuzz::fuzzerTestOneInput, TelemetryJsonFuzz.seeds()),
            new Decoder(RegistryYamlFuzz.class, RegistryYamlFuzz::fuzzerTestOneInput, RegistryYamlFuzz.seeds()),
            new Decoder(LogRowFuzz.class, LogRowFuzz::fuzzerTestOneInput, LogRowFuzz.seeds()),
            new Decoder(DayFuzz.class, DayFuzz::fuzzerTestOneInput, DayFuzz.seeds()),
            new Decoder(PointHourFuzz.class, PointHourFuzz::fuzzerTestOneInput, PointHourFuzz.seeds()),
            new Decoder(EnterpriseHourFuzz.class, EnterpriseHourFuzz::fuzzerTestOneInput, EnterpriseHourFuzz.seeds()),
            new Decoder(MeanHourFuzz.class, MeanHourFuzz::fuzzerTestOneInput, MeanHourFuzz.seeds()),
            new Decoder(FindingHoursFuzz.class, FindingHoursFuzz::fuzzerTestOneInput, FindingHoursFuzz.seeds()),
            new Decoder(VerdictFuzz.class, VerdictFuzz::fuzzerTestOneInput, VerdictFuzz.seeds()));

    private DecodersFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Decoder decoder = DECODERS.get((input[0] & 0xFF) % DECODERS.size());
            decoder.decode().accept(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** The input that is a decoder's. */
    static byte[] input(int decoder, byte[] rest) {
        byte[] input = new byte[rest.length + 1];
        input[0] = (byte) decoder;
        System.arraycopy(rest, 0, input, 1, rest.length);
        return input;
    }
}
