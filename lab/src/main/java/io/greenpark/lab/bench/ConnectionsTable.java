package io.greenpark.lab.bench;

import java.util.List;
import java.util.Locale;

/** What connections cost, as text. */
final class ConnectionsTable {
    static final String PLAIN = "plain";
    static final String TLS = "TLS";

    private static final double MB = 1 << 20;
    private static final double KB = 1 << 10;

    private ConnectionsTable() {}

    /** What the figures depend on. */
    static String conditions(ConnectionsOptions options, long files, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                BenchTable.machine(fsyncMicros),
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1, every connection a device of its own that publishes once within %d s; TLS as"
                                + " greenpark tls sets it up",
                        options.every().toSeconds()),
                String.format(
                        Locale.ROOT, "limit      %,d files and sockets a process may have open (ulimit -n)", files),
                "server     greenpark run, all roles, " + String.join(" ", PipelineServer.JVM_OPTIONS),
                "           before, after: resident without and with the connections, garbage collected and free heap given up;",
                "           peak: the most it held since its start",
                "");
    }

    /** One line a row; what a connection costs beside a plain one of as many. */
    static String of(List<ConnectionsRun> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-6s %12s %10s %10s %10s %10s %16s %8s%n",
                "kind",
                "connections",
                "opened/s",
                "before MB",
                "after MB",
                "peak MB",
                "KB a connection",
                "x plain"));
        for (ConnectionsRun row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-6s %,12d %,10.0f %10.0f %10.0f %10.0f %16.1f %8.2f%n",
                    row.kind(),
                    row.connections(),
                    row.connections() * 1e9 / Math.max(1, row.connect().toNanos()),
                    row.before() / MB,
                    row.after() / MB,
                    row.peak() / MB,
                    cost(row) / KB,
                    rows.stream()
                            .filter(r -> r.kind().equals(PLAIN) && r.connections() == row.connections())
                            .mapToDouble(r -> cost(row) / cost(r))
                            .findFirst()
                            .orElse(Double.NaN)));
        }
        if (!rows.stream().allMatch(ConnectionsRun::collected)) {
            table.append("Garbage was not collected before memory was read: this Java brings no jcmd.")
                    .append(System.lineSeparator());
        }
        return table.toString();
    }

    private static double cost(ConnectionsRun row) {
        return (double) (row.after() - row.before()) / row.connections();
    }
}
