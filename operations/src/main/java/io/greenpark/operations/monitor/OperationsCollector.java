package io.greenpark.operations.monitor;

import static io.greenpark.operations.monitor.Samples.counter;
import static io.greenpark.operations.monitor.Samples.gauge;
import static io.greenpark.operations.monitor.Samples.histogram;
import static io.greenpark.operations.monitor.Samples.info;
import static io.greenpark.operations.monitor.Samples.of;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.monitor.Samples.Sample;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.operations.status.OperationsSnapshot.Passed;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.store.log.LogStatus;
import io.greenpark.store.loop.LoopStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform's picture as metrics. Labels are of closed sets or come from the configuration (doors, reasons, readers,
 * stores, rules): what devices send never becomes a label.
 */
final class OperationsCollector implements MultiCollector {
    private static final double NANOS = 1e9;

    private final Supplier<OperationsSnapshot> snapshot;

    OperationsCollector(Supplier<OperationsSnapshot> snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public MetricSnapshots collect() {
        OperationsSnapshot p = snapshot.get();
        List<MetricSnapshot> all = new ArrayList<>();
        process(all, p);
        doors(all, p);
        log(all, p.log());
        readers(all, p);
        alerts(all, p);
        disk(all, p.disk());
        certificates(all, p.certificates());
        canary(all, p.canary());
        return new MetricSnapshots(all);
    }

    private static void process(List<MetricSnapshot> all, OperationsSnapshot p) {
        all.add(info(
                "greenpark_version",
                "What runs here; the versions stand in the labels.",
                "version",
                p.versions().getOrDefault("greenpark", ""),
                "java",
                p.versions().getOrDefault("java", "")));
        all.add(gauge(
                "greenpark_live",
                "1 while event loops and writing threads turn.",
                flag(p.stuck().isEmpty())));
        all.add(gauge(
                "greenpark_ready",
                "1 while messages can be taken in and kept, and the console answers.",
                flag(p.notReady().isEmpty())));
        all.add(gauge(
                "greenpark_degraded_troubles",
                "Things that are wrong although messages are taken in and kept.",
                (double) p.degraded().size()));
    }

    private static void doors(List<MetricSnapshot> all, OperationsSnapshot p) {
        List<Passed> passed = p.intake().passed();
        all.add(counter(
                "greenpark_messages",
                "Messages answered, whether kept or refused.",
                each(passed, d -> of(d.messages(), "door", d.door()))));
        all.add(counter(
                "greenpark_readings",
                "Readings made durable and acknowledged.",
                each(passed, d -> of(d.readings(), "door", d.door()))));
        List<Sample> refusals = new ArrayList<>();
        passed.forEach(d ->
                d.refusals().forEach((reason, n) -> refusals.add(of(n, "door", d.door(), "reason", reason.code()))));
        all.add(counter("greenpark_refusals", "Values and messages refused, by reason.", refusals));
        all.add(gauge(
                "greenpark_door_open",
                "1 while a door takes messages.",
                each(p.doors(), d -> of(flag(d.open()), "name", d.name()))));
        List<Sample> connections = new ArrayList<>();
        for (DoorStatus door : p.doors()) {
            Integer open = door.connections();
            if (open != null) {
                connections.add(of(open, "name", door.name()));
            }
        }
        all.add(gauge("greenpark_door_connections", "Connected senders.", connections));
        all.add(gauge(
                "greenpark_intake_in_flight_readings", "Readings and refusals taken in and not yet durable.", (double)
                        p.intake().inFlight()));
        all.add(gauge(
                "greenpark_intake_in_flight_limit_readings",
                "How many there may be before connections are held back.",
                (double) p.intake().limit()));
    }

    private static void log(List<MetricSnapshot> all, LogStatus log) {
        all.add(histogram(
                "greenpark_log_commit_seconds",
                "Duration of the log's commits, fsync included.",
                log.commitNanos(),
                NANOS));
        all.add(histogram("greenpark_log_commit_readings", "Readings a commit.", log.commitReadings(), 1));
        all.add(counter("greenpark_log_failed_commits", "Commits that failed.", log.failedCommits()));
        all.add(counter("greenpark_log_damaged_rows", "Damaged rows met by readers.", log.damagedRows()));
        all.add(counter("greenpark_log_readings", "Readings ever written to the log.", log.endOffset()));
        all.add(gauge("greenpark_log_kept_readings", "Readings the log keeps.", (double) log.readings()));
        all.add(gauge("greenpark_log_writable", "1 while the log can be written.", flag(log.trouble() == null)));
    }

    private static void readers(List<MetricSnapshot> all, OperationsSnapshot p) {
        List<LoopStatus> readers = p.readers();
        long now = p.at().toEpochMilli();
        all.add(gauge(
                "greenpark_reader_lag",
                "What a reader has yet to process: readings, marks or notices.",
                each(readers, r -> of(r.lag(), "reader", r.name()))));
        all.add(gauge(
                "greenpark_reader_failing_seconds",
                "For how long every attempt of a reader has failed; 0 while it works.",
                each(readers, r -> of(failingSeconds(r, now), "reader", r.name()))));
        all.add(counter(
                "greenpark_reader_failures",
                "Attempts of a reader that failed.",
                each(readers, r -> of(r.failures(), "reader", r.name()))));
        all.add(counter(
                "greenpark_reader_missed_readings",
                "Readings that a reader could no longer read, dropped or damaged.",
                each(readers, r -> of(p.missed().getOrDefault(r.name(), 0L), "reader", r.name()))));
        all.add(counter(
                "greenpark_influx_refused_points",
                "Points that InfluxDB refused for good; the operations page says why.",
                p.refusedPoints().total()));
    }

    private static double failingSeconds(LoopStatus reader, long nowMs) {
        Long since = reader.failingSinceMs();
        return since == null ? 0 : Math.max(0, nowMs - since) / 1_000.0;
    }

    private static void alerts(List<MetricSnapshot> all, OperationsSnapshot p) {
        all.add(gauge("greenpark_outbox_pending_notices", "Notices to be delivered or tried again.", (double)
                p.outbox().pending()));
        all.add(gauge("greenpark_outbox_failed_notices", "Notices given up.", (double)
                p.outbox().givenUp()));
        all.add(gauge(
                "greenpark_cases_open",
                "Open cases.",
                each(
                        List.copyOf(p.openCases().entrySet()),
                        e -> of(e.getValue(), "rule", e.getKey().code()))));
    }

    private static void disk(List<MetricSnapshot> all, DiskUse disk) {
        List<Sample> used = new ArrayList<>();
        List<Sample> each = new ArrayList<>();
        for (DiskUse.Store store : disk.stores()) {
            if (store.usedBytes() != null) {
                used.add(of(store.usedBytes(), "store", store.name()));
            }
            if (store.bytesPerReading() != null) {
                each.add(of(store.bytesPerReading(), "store", store.name()));
            }
        }
        all.add(gauge("greenpark_store_used_bytes", "What a store's files take.", used));
        all.add(gauge("greenpark_store_reading_bytes", "What a reading adds to a store.", each));
        List<Sample> free = new ArrayList<>();
        List<Sample> fullIn = new ArrayList<>();
        for (DiskUse.Disk d : disk.disks()) {
            for (String store : d.stores()) {
                free.add(of(d.freeBytes(), "store", store));
                fullIn.add(of(seconds(d.daysUntilFull()), "store", store));
            }
        }
        all.add(gauge("greenpark_store_free_bytes", "Room on the disk of a store.", free));
        all.add(gauge(
                "greenpark_store_full_in_seconds",
                "Time until the disk of a store is full, by the present growth; +Inf where no end is in sight.",
                fullIn));
    }

    private static double seconds(@Nullable Double days) {
        return days == null ? Double.POSITIVE_INFINITY : Duration.ofDays(1).toSeconds() * days;
    }

    private static void certificates(List<MetricSnapshot> all, List<CertificateStatus> certificates) {
        all.add(gauge(
                "greenpark_certificate_expiry_timestamp_seconds",
                "When a certificate in use expires.",
                each(certificates, c -> of(c.expires().toEpochMilli() / 1_000.0, "used_by", c.usedBy()))));
    }

    private static void canary(List<MetricSnapshot> all, @Nullable CanaryStatus canary) {
        if (canary == null) {
            return;
        }
        all.add(counter("greenpark_canary_sent", "Canary readings sent.", canary.sent()));
        all.add(counter("greenpark_canary_arrived", "Canary readings that arrived in time.", canary.arrived()));
        all.add(counter("greenpark_canary_missing", "Canary readings that did not.", canary.missing()));
        Instant last = canary.lastArrived();
        all.add(gauge(
                "greenpark_canary_last_arrived_timestamp_seconds",
                "When the newest canary reading that arrived was sent.",
                last == null ? null : last.toEpochMilli() / 1_000.0));
        List<Sample> stages = new ArrayList<>();
        canary.stages().forEach((stage, took) -> stages.add(of(took.toNanos() / NANOS, "stage", stage.code())));
        all.add(gauge(
                "greenpark_canary_stage_seconds",
                "How long the newest canary reading took to each stage it reached.",
                stages));
    }

    private static <T> List<Sample> each(List<T> items, Function<T, Sample> sample) {
        return items.stream().map(sample).toList();
    }

    private static Double flag(boolean on) {
        return on ? 1.0 : 0.0;
    }
}
