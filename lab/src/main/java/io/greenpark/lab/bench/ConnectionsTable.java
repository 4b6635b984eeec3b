package io.greenpark.lab.bench;

import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;

/** What connections cost, as text. */
final class ConnectionsTable {
    static final String PLAIN = "plain";
    static final String TLS = "TLS";

    private static final double MB = 1 << 20;
    private static final double KB = 1 << 10;

    private ConnectionsTable() {}

    static String conditions(ConnectionsOptions options, long files, long fsyncMicros) {
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add(
                        "load",
                        "MQTT 3.1.1 QoS 1, every connection a device of its own that publishes once within %d s; TLS as"
                                + " greenpark tls sets it up",
                        options.every().toSeconds())
                .add("limit", "%,d files and sockets a process may have open (ulimit -n)", files)
                .add("server", "greenpark run, all roles, " + String.join(" ", PipelineServer.JVM_OPTIONS))
                .add("", """
                        before, after: resident without and with the connections, garbage collected and free heap given up;
                        peak: the most it held since its start
                        """)
                .toString();
    }

    /** One line per run; what a connection costs beside a plain one of as many. */
    static String of(List<ConnectionsRun> runs) {
        String table = new TextTable<ConnectionsRun>()
                .words("kind", 6, ConnectionsRun::kind)
                .count("connections", 12, ConnectionsRun::connections)
                .rate(
                        "opened/s",
                        10,
                        r -> r.connections() * 1e9 / Math.max(1, r.connect().toNanos()))
                .decimal("before MB", 10, 0, r -> r.before() / MB)
                .decimal("after MB", 10, 0, r -> r.after() / MB)
                .decimal("peak MB", 10, 0, r -> r.peak() / MB)
                .decimal("KB a connection", 16, 1, r -> cost(r) / KB)
                .decimal("x plain", 8, 2, r -> ratio(r, runs))
                .plain(runs);
        return runs.stream().allMatch(ConnectionsRun::collected)
                ? table
                : table + "Garbage was not collected before memory was read: this Java brings no jcmd.%n".formatted();
    }

    private static double ratio(ConnectionsRun run, List<ConnectionsRun> runs) {
        return runs.stream()
                .filter(r -> r.kind().equals(PLAIN) && r.connections() == run.connections())
                .mapToDouble(r -> cost(run) / cost(r))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double cost(ConnectionsRun run) {
        return (double) (run.after() - run.before()) / run.connections();
    }
}
