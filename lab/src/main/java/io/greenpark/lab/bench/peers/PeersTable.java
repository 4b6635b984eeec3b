package io.greenpark.lab.bench.peers;

import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What landed of what was acknowledged, as text. */
final class PeersTable {
    private static final double MB = 1 << 20;

    private PeersTable() {}

    static String conditions(PeersOptions options, List<String> versions, long fsyncMicros) {
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add("servers", "every row with a new influxd of its own; " + String.join("\n", versions))
                .add("", """
                        Greenpark: greenpark run with all roles, every setting at its default; %s
                        settings of the others: peers/ of this distribution, docs/peers.md
                        """, String.join(" ", PipelineServer.JVM_OPTIONS))
                .add("load", """
                        MQTT 3.1.1 QoS 1, %d connections, 1 value per message; a row ends when all that was sent has landed
                        or nothing more has for %d s
                        """, options.connections(), options.quiet().toSeconds())
                .add("columns", """
                        landed, lost: of the acknowledged readings, by device and device time (InfluxDB keeps equal points once,
                        so a reading written twice is not seen here); unasked: landed and never acknowledged, the answer
                        went with its connection; landed/s: until the last landed; MB: resident, broker and bridge
                        together, Greenpark alone; cpu: of the same, and of influxd, per acknowledged reading
                        """)
                .toString();
    }

    /** A result as soon as it is known. */
    static String progress(PeersResult result) {
        return String.format(
                Locale.ROOT,
                "  %s: %s (%s): %,d acknowledged, %,d of them landed",
                result.load().name().toLowerCase(Locale.ROOT),
                result.chain().program().title(),
                result.chain().settings(),
                result.acknowledged(),
                result.comparison().landed());
    }

    /** A part for each load, a line for each chain. */
    static String of(List<PeersResult> results, PeersOptions options) {
        return options.loads().stream()
                .map(load -> String.format(Locale.ROOT, "%n%s", title(load, options))
                        + part(results.stream().filter(r -> r.load() == load).toList()))
                .collect(Collectors.joining());
    }

    private static String title(PeersLoad load, PeersOptions options) {
        return load == PeersLoad.FAST
                ? String.format(Locale.ROOT, "%,d readings %s", options.readings(), load.title())
                : String.format(
                        Locale.ROOT, "%,d readings/s for %d s %s", options.rate(), options.seconds(), load.title());
    }

    private static String part(List<PeersResult> part) {
        return new TextTable<PeersResult>()
                .words("way", 20, r -> r.chain().program().title())
                .words("settings", 8, r -> r.chain().settings())
                .rate("acknowl./s", 11, PeersResult::acknowledgedPerSecond)
                .count("acknowl.", 9, PeersResult::acknowledged)
                .count("landed", 9, r -> r.comparison().landed())
                .count("lost", 9, r -> r.comparison().lost())
                .figure(
                        "of ack.",
                        7,
                        "%.2f%%",
                        r -> 100 * perAcknowledged(r, r.comparison().landed()))
                .count("unasked", 8, r -> r.comparison().unacknowledged())
                .rate("landed/s", 9, PeersResult::landedPerSecond)
                .figure("x Greenpark", 12, "%.2f", r -> ratio(r, part))
                .decimal("MB", 6, 0, r -> r.residentBytes() / MB)
                .decimal("cpu us/r", 9, 1, r -> perAcknowledged(r, r.cpu().toNanos() / 1e3))
                .decimal(
                        "influxd us/r",
                        14,
                        1,
                        r -> perAcknowledged(r, r.influxCpu().toNanos() / 1e3))
                .plain(part);
    }

    private static double perAcknowledged(PeersResult result, double figure) {
        return figure / Math.max(1, result.acknowledged());
    }

    /** What lands per second, by that of Greenpark in the same part. */
    private static @Nullable Double ratio(PeersResult result, List<PeersResult> part) {
        return part.stream()
                .filter(r -> r.chain() == Chain.GREENPARK)
                .map(r -> result.landedPerSecond() / r.landedPerSecond())
                .findFirst()
                .orElse(null);
    }
}
