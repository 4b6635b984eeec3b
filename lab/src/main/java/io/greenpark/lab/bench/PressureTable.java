package io.greenpark.lab.bench;

import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;

/** The figures of back-pressure as text. */
final class PressureTable {
    /** Metaspace, code, stacks and the collector's own, beside heap and direct memory; an allowance, not measured apart. */
    static final int JVM_OWN_MB = 200;

    private static final double MB = 1 << 20;

    private PressureTable() {}

    /** What a server may take at most, in MB. */
    static int boundMb(PressureOptions options) {
        return options.heapMb() + options.directMb() + JVM_OWN_MB;
    }

    static String conditions(PressureOptions options, long fsyncMicros) {
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add(
                        "load",
                        """
                        MQTT 3.1.1 QoS 1, %,d messages of %d values per row, %d unacknowledged each; after a quarter
                        of them the log's commits stand still for %d ms (its write lock is held from outside)
                        """,
                        options.messages(),
                        PipelinePark.POINTS_PER_DEVICE,
                        options.window(),
                        options.stall().toMillis())
                .add(
                        "server",
                        "greenpark run with doors, log and console, every limit at its default; "
                                + String.join(" ", options.jvm()))
                .add(
                        "bound",
                        "resident: heap %d + direct %d + the JVM's own %d = %d MB",
                        options.heapMb(),
                        options.directMb(),
                        JVM_OWN_MB,
                        boundMb(options))
                .add("columns", """
                        kept, ackn., in flight, limit, stall MB: at the end of the stall, messages durable and messages
                        acknowledged, and the most readings in flight and the most memory during it; unackn., false, twice:
                        at the end of all, by counting the log
                        """)
                .toString();
    }

    /** One line per number of connections. */
    static String of(List<PressureRun> runs, PressureOptions options) {
        return new TextTable<PressureRun>()
                .words("connections", 11, r -> String.valueOf(r.connections()))
                .count("sent", 9, r -> r.load().sent())
                .count("acknowledged", 12, r -> r.load().acknowledgedInAll())
                .count("kept", 9, r -> r.stalled().kept())
                .count("ackn.", 9, r -> r.stalled().acknowledged())
                .count("in flight", 9, r -> r.stalled().inFlight())
                .count("limit", 9, PressureRun::limit)
                .decimal("before MB", 9, 0, r -> r.stalled().residentBefore() / MB)
                .decimal("stall MB", 9, 0, r -> r.stalled().resident() / MB)
                .decimal("after MB", 9, 0, r -> r.residentAfter() / MB)
                .figure("bound", 6, "%d", r -> boundMb(options))
                .figure("unackn.", 7, "%d", PressureRun::unacknowledged)
                .figure("false", 6, "%d", PressureRun::falselyAcknowledged)
                .figure("twice", 6, "%d", r -> r.comparison().twice())
                .plain(runs);
    }
}
