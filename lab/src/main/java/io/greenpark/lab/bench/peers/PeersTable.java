package io.greenpark.lab.bench.peers;

import io.greenpark.lab.bench.BenchTable;
import io.greenpark.lab.bench.PipelineServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What landed of what was acknowledged, as text. */
final class PeersTable {
    private static final double MB = 1 << 20;
    private static final String NEXT = System.lineSeparator() + "           ";

    private PeersTable() {}

    /** What the figures depend on. */
    static String conditions(PeersOptions options, List<String> versions, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                BenchTable.machine(fsyncMicros),
                "servers    every row with a new influxd of its own; " + String.join(NEXT, versions),
                "           Greenpark: greenpark run with all roles, every setting as nobody changed it; "
                        + String.join(" ", PipelineServer.JVM_OPTIONS),
                "           settings of the others: peers/ of this distribution, docs/peers.md",
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1, %d connections, 1 value a message; a row ends when all that was sent"
                                + " has landed%sor nothing more has for %d s",
                        options.connections(),
                        NEXT,
                        options.quiet().toSeconds()),
                "columns    landed, lost: of the acknowledged readings, by device and device time (InfluxDB keeps equal"
                        + " points once," + NEXT + "so a reading written twice is not seen here); unasked: landed and"
                        + " never acknowledged, the answer" + NEXT
                        + "went with its connection; landed/s: until the last"
                        + " landed; MB: resident, broker and bridge" + NEXT + "together, Greenpark alone; cpu: of the"
                        + " same, and of influxd, by acknowledged reading",
                "");
    }

    /** A row as soon as it is known. */
    static String progress(PeersResult row) {
        return String.format(
                Locale.ROOT,
                "  %s: %s (%s): %,d acknowledged, %,d of them landed",
                row.load().name().toLowerCase(Locale.ROOT),
                row.chain().program().title(),
                row.chain().settings(),
                row.acknowledged(),
                row.comparison().landed());
    }

    /** A part for each load, a line for each chain. */
    static String of(List<PeersResult> rows, PeersOptions options) {
        StringBuilder table = new StringBuilder();
        for (Load load : options.loads()) {
            List<PeersResult> part = new ArrayList<>(rows);
            part.removeIf(row -> row.load() != load);
            table.append(String.format(Locale.ROOT, "%n%s%n", title(load, options)));
            table.append(String.format(
                    Locale.ROOT,
                    "%-20s %-8s %11s %9s %9s %9s %7s %8s %9s %12s %6s %9s %14s%n",
                    "way",
                    "settings",
                    "acknowl./s",
                    "acknowl.",
                    "landed",
                    "lost",
                    "of ack.",
                    "unasked",
                    "landed/s",
                    "x Greenpark",
                    "MB",
                    "cpu us/r",
                    "influxd us/r"));
            part.forEach(row -> table.append(line(row, part)));
        }
        return table.toString();
    }

    private static String title(Load load, PeersOptions options) {
        return load == Load.FAST
                ? String.format(Locale.ROOT, "%,d readings %s", options.readings(), load.title())
                : String.format(
                        Locale.ROOT, "%,d readings/s for %d s %s", options.rate(), options.seconds(), load.title());
    }

    private static String line(PeersResult row, List<PeersResult> part) {
        double acknowledged = Math.max(1, row.acknowledged());
        return String.format(
                Locale.ROOT,
                "%-20s %-8s %,11.0f %,9d %,9d %,9d %6.2f%% %,8d %,9.0f %12s %6.0f %9.1f %14.1f%n",
                row.chain().program().title(),
                row.chain().settings(),
                row.acknowledgedPerSecond(),
                row.acknowledged(),
                row.comparison().landed(),
                row.comparison().lost(),
                100 * row.comparison().landed() / acknowledged,
                row.comparison().unacknowledged(),
                row.landedPerSecond(),
                ratio(row, part),
                row.residentBytes() / MB,
                row.cpu().toNanos() / 1e3 / acknowledged,
                row.influxCpu().toNanos() / 1e3 / acknowledged);
    }

    /** What lands a second, by that of Greenpark in the same part. */
    private static String ratio(PeersResult row, List<PeersResult> part) {
        return part.stream()
                .filter(r -> r.chain() == Chain.GREENPARK)
                .map(r -> String.format(Locale.ROOT, "%.2f", row.landedPerSecond() / r.landedPerSecond()))
                .findFirst()
                .orElse("-");
    }
}
