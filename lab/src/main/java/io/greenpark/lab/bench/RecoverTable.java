package io.greenpark.lab.bench;

import io.greenpark.lab.load.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a district that came back, as text. */
final class RecoverTable {
    private static final double MB = 1 << 20;

    private RecoverTable() {}

    /** What the figures depend on. */
    static String conditions(RecoverOptions options, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                BenchTable.machine(fsyncMicros),
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1; %,d loggers of ten points come back after %,d minutes and deliver %,d readings, a",
                        options.devices(),
                        options.minutes(),
                        options.readings()),
                String.format(
                        Locale.ROOT,
                        "           connection each, %d values a message (%d minutes), %d messages unacknowledged, as fast as they are",
                        options.values(),
                        options.timesPerMessage(),
                        options.window()),
                String.format(
                        Locale.ROOT,
                        "           acknowledged; meanwhile %,d others send ten values each every %s s by a schedule, of which a message",
                        options.live(),
                        seconds(options.every())),
                String.format(
                        Locale.ROOT,
                        "           counts from when it was due until its PUBACK; before the flood %s s of live readings alone",
                        seconds(options.quiet())),
                "servers    greenpark run, every PUBACK after the log's fsync, every other setting as nobody changed it; "
                        + String.join(" ", PipelineServer.JVM_OPTIONS),
                "           discard listener: Vert.x MqttServer that acknowledges at once and keeps nothing",
                "day s      from the first connection to the last acknowledgement of what was delivered; rates are by it",
                "caught up  a reader has no more lag than twice that before the flood, or than live readings of "
                        + RecoverBench.LIVE_LAG_SECONDS + " s, and stays there;",
                "           live readings go on until all have",
                "");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }

    /** Three tables: the day, live readings by phase, the readers; and what was checked. */
    static String of(List<RecoverResult> rows, RecoverOptions options) {
        StringBuilder text = new StringBuilder();
        day(text, rows);
        live(text, rows);
        rows.forEach(row -> readers(text, row, options));
        return text.toString();
    }

    private static void day(StringBuilder text, List<RecoverResult> rows) {
        text.append(String.format(
                Locale.ROOT,
                "%n%-22s %8s %10s %13s %9s %9s %12s %9s %11s %11s%n",
                "rooms",
                "day s",
                "connect s",
                "acknowl./s",
                "x discard",
                "cpu us/r",
                "resident MB",
                "disk B/r",
                "influxd MB",
                "influx B/r"));
        for (RecoverResult row : rows) {
            InfluxFootprint influx = row.influx();
            double readings = allReadings(row);
            text.append(String.format(
                    Locale.ROOT,
                    "%-22s %8.1f %10.1f %,13.0f %9.2f %9.1f %12.0f %9.0f %11s %11s%n",
                    row.name(),
                    row.whole().toNanos() / 1e9,
                    row.whole().minus(row.flood().elapsed()).toNanos() / 1e9,
                    row.readingsPerSecond(),
                    row.readingsPerSecond() / rows.get(0).readingsPerSecond(),
                    row.cpu().toNanos() / 1e3 / readings,
                    row.residentBytes() / MB,
                    row.diskBytes() / readings,
                    influx == null ? "-" : String.format(Locale.ROOT, "%.0f", influx.residentBytes() / MB),
                    influx == null ? "-" : String.format(Locale.ROOT, "%.0f", influx.diskBytes() / readings)));
        }
    }

    private static double allReadings(RecoverResult row) {
        long live = row.live().values().stream().mapToLong(Waiting::messages).sum();
        return row.flood().readings() + (double) live * PipelinePark.POINTS_PER_DEVICE;
    }

    private static void live(StringBuilder text, List<RecoverResult> rows) {
        text.append(String.format(
                Locale.ROOT,
                "%n%-22s %-12s %10s %9s %9s %9s %14s%n",
                "live readings",
                "phase",
                "messages",
                "p50 ms",
                "p99 ms",
                "max ms",
                "p99 x discard"));
        for (RecoverResult row : rows) {
            row.live()
                    .forEach((phase, waiting) -> text.append(String.format(
                            Locale.ROOT,
                            "%-22s %-12s %,10d %9.2f %9.2f %9.1f %14s%n",
                            row.name(),
                            phase,
                            waiting.messages(),
                            waiting.p50Micros() / 1e3,
                            waiting.p99Micros() / 1e3,
                            waiting.maxMicros() / 1e3,
                            ratio(waiting, rows.get(0).live().get(phase)))));
        }
    }

    private static String ratio(Waiting waiting, @Nullable Waiting discard) {
        return discard == null
                ? "-"
                : String.format(Locale.ROOT, "%.2f", (double) waiting.p99Micros() / Math.max(1, discard.p99Micros()));
    }

    private static void readers(StringBuilder text, RecoverResult row, RecoverOptions options) {
        ReaderCatchUp readers = row.readers();
        if (readers == null) {
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%-22s %16s %26s %24s%n",
                "reader",
                "largest lag",
                "caught up s after the day",
                "s after the flood began"));
        for (Map.Entry<String, Duration> reader : readers.caughtUp().entrySet()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-22s %,16d %26.1f %24.1f%n",
                    reader.getKey(),
                    readers.lags().getOrDefault(reader.getKey(), 0L),
                    reader.getValue().toNanos() / 1e9,
                    reader.getValue().plus(row.whole()).toNanos() / 1e9));
        }
        text.append(String.format(
                Locale.ROOT,
                "%nchecked: log and reading store hold each of the %,.0f readings acknowledged once; the energy of each of %,d"
                        + " enterprises is what its registers rose by (%s kWh)%s%n",
                allReadings(row),
                readers.enterprises(),
                PipelinePark.kwh(options.minutes()).toPlainString(),
                row.influx() == null ? "" : "; InfluxDB holds as many readings"));
    }
}
