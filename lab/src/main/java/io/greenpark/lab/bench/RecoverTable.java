package io.greenpark.lab.bench;

import io.greenpark.lab.load.AckLatency;
import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of a district that came back, as text. */
final class RecoverTable {
    private static final double MB = 1 << 20;

    private RecoverTable() {}

    static String conditions(RecoverOptions options, long fsyncMicros) {
        return new Conditions()
                .machine("the generator", fsyncMicros)
                .add(
                        "load",
                        """
                        MQTT 3.1.1 QoS 1; %,d loggers of ten points come back after %,d minutes and deliver %,d readings, a
                        connection each, %d values per message (%d minutes), %d messages unacknowledged, as fast as they are
                        acknowledged; meanwhile %,d others send ten values each every %.1f s by a schedule, of which a message
                        counts from when it was due until its PUBACK; before the flood %.1f s of live readings alone
                        """,
                        options.devices(),
                        options.minutes(),
                        options.readings(),
                        options.values(),
                        options.timesPerMessage(),
                        options.window(),
                        options.live(),
                        options.every().toMillis() / 1e3,
                        options.quiet().toMillis() / 1e3)
                .add("servers", """
                        greenpark run, every PUBACK after the log's fsync, every other setting at its default; %s
                        discard listener: Vert.x MqttServer that acknowledges at once and keeps nothing
                        """, String.join(" ", PipelineServer.JVM_OPTIONS))
                .add(
                        "day s",
                        "from the first connection to the last acknowledgement of what was delivered; rates are by it")
                .add("caught up", """
                        a reader has no more lag than twice that before the flood, or than live readings of %d s, and stays there;
                        live readings go on until all have
                        """, RecoverBench.LIVE_LAG_SECONDS)
                .toString();
    }

    /** Three tables: the day, live readings by phase, the readers; and what was checked. */
    static String of(List<RecoverResult> results, RecoverOptions options) {
        StringBuilder text = new StringBuilder(day(results)).append(live(results));
        results.forEach(result -> text.append(readers(result, options)));
        return text.toString();
    }

    private static String day(List<RecoverResult> results) {
        return new TextTable<RecoverResult>()
                .words("rooms", 22, RecoverResult::name)
                .decimal("day s", 8, 1, r -> r.whole().toNanos() / 1e9)
                .decimal(
                        "connect s",
                        10,
                        1,
                        r -> r.whole().minus(r.flood().elapsed()).toNanos() / 1e9)
                .rate("acknowl./s", 13, RecoverResult::readingsPerSecond)
                .decimal(
                        "x discard",
                        9,
                        2,
                        r -> r.readingsPerSecond() / results.get(0).readingsPerSecond())
                .decimal("cpu us/r", 9, 1, r -> r.cpu().toNanos() / 1e3 / allReadings(r))
                .decimal("resident MB", 12, 0, r -> r.residentBytes() / MB)
                .decimal("disk B/r", 9, 0, r -> r.diskBytes() / allReadings(r))
                .figure("influxd MB", 11, "%.0f", r -> influx(r.influx(), i -> i.residentBytes() / MB))
                .figure("influx B/r", 11, "%.0f", r -> influx(r.influx(), i -> i.diskBytes() / allReadings(r)))
                .plain(results);
    }

    private static @Nullable Double influx(@Nullable InfluxFootprint influx, Function<InfluxFootprint, Double> figure) {
        return influx == null ? null : figure.apply(influx);
    }

    private static double allReadings(RecoverResult result) {
        long live =
                result.live().values().stream().mapToLong(AckLatency::messages).sum();
        return result.flood().readings() + (double) live * PipelinePark.POINTS_PER_DEVICE;
    }

    /** How long live messages of a phase waited, beside those of the same phase of the first row. */
    private record LivePhase(
            String name,
            String phase,
            AckLatency latency,
            @Nullable AckLatency discard) {
        @Nullable
        Double ratio() {
            return discard == null ? null : (double) latency.p99Micros() / Math.max(1, discard.p99Micros());
        }
    }

    private static String live(List<RecoverResult> results) {
        List<LivePhase> phases = results.stream()
                .flatMap(r -> r.live().entrySet().stream()
                        .map(p -> new LivePhase(
                                r.name(),
                                p.getKey(),
                                p.getValue(),
                                results.get(0).live().get(p.getKey()))))
                .toList();
        return new TextTable<LivePhase>()
                .words("live readings", 22, LivePhase::name)
                .words("phase", 12, LivePhase::phase)
                .count("messages", 10, p -> p.latency().messages())
                .decimal("p50 ms", 9, 2, p -> p.latency().p50Micros() / 1e3)
                .decimal("p99 ms", 9, 2, p -> p.latency().p99Micros() / 1e3)
                .decimal("max ms", 9, 1, p -> p.latency().maxMicros() / 1e3)
                .figure("p99 x discard", 14, "%.2f", LivePhase::ratio)
                .plain(phases);
    }

    private static String readers(RecoverResult result, RecoverOptions options) {
        ReaderCatchUp readers = result.readers();
        if (readers == null) {
            return "";
        }
        String table = new TextTable<Map.Entry<String, Duration>>()
                .words("reader", 22, Map.Entry::getKey)
                .count("largest lag", 16, r -> readers.lags().getOrDefault(r.getKey(), 0L))
                .decimal("caught up s after the day", 26, 1, r -> r.getValue().toNanos() / 1e9)
                .decimal(
                        "s after the flood began",
                        24,
                        1,
                        r -> r.getValue().plus(result.whole()).toNanos() / 1e9)
                .plain(List.copyOf(readers.caughtUp().entrySet()));
        return table
                + String.format(
                        Locale.ROOT,
                        "%nchecked: log and reading store hold each of the %,.0f readings acknowledged once; the energy of"
                                + " each of %,d enterprises is what its registers rose by (%s kWh)%s%n",
                        allReadings(result),
                        readers.enterprises(),
                        PipelinePark.kwh(options.minutes()).toPlainString(),
                        result.influx() == null ? "" : "; InfluxDB holds as many readings");
    }
}
