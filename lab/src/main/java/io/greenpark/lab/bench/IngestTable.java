package io.greenpark.lab.bench;

import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;

/** Intake beside its baselines, as text. */
final class IngestTable {
    static final String DISCARD = "discard listener";
    static final String MOSQUITTO = "Mosquitto";
    static final String GREENPARK = "Greenpark";

    private static final double MB = 1 << 20;

    private IngestTable() {}

    static String conditions(IngestOptions options, String mosquitto, long fsyncMicros) {
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add(
                        "load",
                        "MQTT 3.1.1 QoS 1, %d connections, %d unacknowledged messages each, %d s per row",
                        options.connections(),
                        options.window(),
                        options.duration().toSeconds())
                .add(
                        "servers",
                        "Greenpark: ingest role alone, every PUBACK after the log's fsync; "
                                + String.join(" ", JavaServer.JVM_OPTIONS))
                .add("", baselines(mosquitto))
                .toString();
    }

    /** What the baselines do and do not. */
    static String baselines(String mosquitto) {
        return """
                discard listener: Vert.x MqttServer that acknowledges at once and keeps nothing
                %s: persistence on, no queue bound, one persistent QoS 1 subscriber; it does not fsync before it acknowledges
                """.formatted(mosquitto);
    }

    /** One line per server and message size, with its ratios to the baselines of the same size. */
    static String of(List<IngestRun> runs) {
        return new TextTable<IngestRun>()
                .words("server", 17, IngestRun::server)
                .figure("values", 7, "%d", IngestRun::values)
                .rate("messages/s", 12, r -> r.result().messagesPerSecond())
                .rate("readings/s", 12, r -> r.result().readingsPerSecond())
                .decimal("p50 ms", 8, 1, r -> r.result().latency().p50Micros() / 1e3)
                .decimal("p99 ms", 8, 1, r -> r.result().latency().p99Micros() / 1e3)
                .decimal(
                        "cpu us/m",
                        9,
                        1,
                        r -> r.cpu().toNanos() / 1e3 / Math.max(1, r.result().acknowledgedInAll()))
                .decimal("resident MB", 11, 0, r -> r.residentBytes() / MB)
                .decimal("x discard", 10, 2, r -> ratio(r, runs, DISCARD))
                .decimal("x Mosquitto", 11, 2, r -> ratio(r, runs, MOSQUITTO))
                .plain(runs);
    }

    private static double ratio(IngestRun run, List<IngestRun> runs, String baseline) {
        return runs.stream()
                .filter(r -> r.server().equals(baseline) && r.values() == run.values())
                .mapToDouble(r -> run.result().messagesPerSecond() / r.result().messagesPerSecond())
                .findFirst()
                .orElse(Double.NaN);
    }
}
