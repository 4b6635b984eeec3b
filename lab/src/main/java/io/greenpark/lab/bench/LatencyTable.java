package io.greenpark.lab.bench;

import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Latencies as text. */
final class LatencyTable {
    static final String INGEST = "Greenpark, ingest alone";
    static final String ALL_ROLES = "Greenpark, all roles";
    static final String EDITED = "the same and edits";

    private LatencyTable() {}

    static String conditions(LatencyOptions options, String mosquitto, long fsyncMicros) {
        String rates = options.rates().stream()
                .map(r -> String.format(Locale.ROOT, "%,d", r))
                .collect(Collectors.joining(", "));
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add(
                        "load",
                        """
                        MQTT 3.1.1 QoS 1, %d connections, %d values per message, %d s per row, by a schedule: %s messages/s;
                        a message counts from when it was due until its PUBACK; device times a quarter of an hour apart
                        """,
                        options.connections(),
                        PipelinePark.POINTS_PER_DEVICE,
                        options.duration().toSeconds(),
                        rates)
                .add(
                        "servers",
                        """
                        Greenpark: every PUBACK after the log's fsync; ingest alone %s, all roles
                        (intake, books, alerts, API) %s
                        """,
                        String.join(" ", JavaServer.JVM_OPTIONS),
                        String.join(" ", PipelineServer.JVM_OPTIONS))
                .add("", IngestTable.baselines(mosquitto))
                .toString();
    }

    /** One line per server and rate, its p99 beside those of the baselines at the same rate. */
    static String of(List<LatencyRun> runs) {
        return new TextTable<LatencyRun>()
                .words("server", 24, LatencyRun::server)
                .count("asked/s", 8, LatencyRun::rate)
                .rate("acknowl./s", 12, r -> r.result().messagesPerSecond())
                .decimal("p50 ms", 8, 2, r -> r.result().latency().p50Micros() / 1e3)
                .decimal("p99 ms", 8, 2, r -> r.result().latency().p99Micros() / 1e3)
                .decimal("max ms", 8, 1, r -> r.result().latency().maxMicros() / 1e3)
                .decimal("p99 x discard", 14, 2, r -> ratio(r, runs, IngestTable.DISCARD))
                .decimal("p99 x Mosquitto", 16, 2, r -> ratio(r, runs, IngestTable.MOSQUITTO))
                .plain(runs);
    }

    private static double ratio(LatencyRun run, List<LatencyRun> runs, String baseline) {
        return runs.stream()
                .filter(r -> r.server().equals(baseline) && r.rate() == run.rate())
                .mapToDouble(r -> (double) run.result().latency().p99Micros()
                        / Math.max(1, r.result().latency().p99Micros()))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** From reading to case; says so where there was no InfluxDB. */
    static String ofCases(Optional<CaseTimes> measured) {
        return measured.map(times -> new TextTable<CaseTimes>()
                        .words("from reading to case", 24, t -> "limit-exceeded")
                        .count("cases", 8, t -> t.sortedMicros().length)
                        .decimal("p50 ms", 8, 0, t -> t.percentile(0.5) / 1e3)
                        .decimal("p99 ms", 8, 0, t -> t.percentile(0.99) / 1e3)
                        .decimal("max ms", 8, 0, t -> t.percentile(1) / 1e3)
                        .words("backlog of the InfluxDB writer", 0, LatencyTable::backlog)
                        .plain(List.of(times)))
                .orElse("influxd was not found, so the time from reading to case is left out."
                        + " Install it: apt-get install influxdb");
    }

    private static String backlog(CaseTimes times) {
        return String.format(
                Locale.ROOT,
                "%,d when the first reading came, %,d with the last case",
                times.lagAtFirst(),
                times.lagAtLast());
    }
}
