package io.greenpark.lab.bench;

import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of the whole pipeline as text. */
final class PipelineTable {
    static final String INTAKE = "intake alone";
    static final String WHOLE = "intake, books, alerts";
    static final String WITH_INFLUX = "the same and InfluxDB";

    private static final double MB = 1 << 20;

    private PipelineTable() {}

    static String conditions(PipelineOptions options, long fsyncMicros) {
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add(
                        "load",
                        """
                        MQTT 3.1.1 QoS 1, %d connections, %d values per message, %d hours, one every %d s = %,d
                        readings, in order of time, as fast as they are acknowledged; of ten points six registers, two
                        amounts, two gauges with a limit
                        """,
                        options.devices(),
                        PipelinePark.POINTS_PER_DEVICE,
                        options.history().toHours(),
                        options.every().toSeconds(),
                        options.messagesPerDevice() * options.devices() * PipelinePark.POINTS_PER_DEVICE)
                .add("servers", """
                        greenpark run, every PUBACK after the log's fsync, every other setting at its default; %s
                        sustained: readings by the time from the first message until no reader has a lag
                        """, String.join(" ", PipelineServer.JVM_OPTIONS))
                .toString();
    }

    /** One line per run, with its ratio to the first. */
    static String of(List<PipelineRun> runs) {
        return new TextTable<PipelineRun>()
                .words("rooms", 22, PipelineRun::name)
                .rate("acknowl./s", 13, r -> r.load().readingsPerSecond())
                .rate("sustained/s", 13, PipelineRun::readingsPerSecond)
                .decimal(
                        "x intake",
                        8,
                        2,
                        r -> r.readingsPerSecond() / runs.get(0).readingsPerSecond())
                .decimal("whole s", 8, 1, r -> r.whole().toNanos() / 1e9)
                .decimal(
                        "cpu us/r",
                        9,
                        1,
                        r -> r.cpu().toNanos() / 1e3 / r.load().readings())
                .decimal("resident MB", 12, 0, r -> r.residentBytes() / MB)
                .decimal(
                        "disk B/r",
                        10,
                        0,
                        r -> (double) r.diskBytes() / r.load().readings())
                .words("largest lag of a reader", 0, r -> lags(r.lags()))
                .plain(runs);
    }

    private static String lags(Map<String, Long> lags) {
        String text = lags.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "-" : text;
    }
}
