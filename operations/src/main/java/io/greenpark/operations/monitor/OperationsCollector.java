package io.greenpark.operations.monitor;

import static io.greenpark.operations.monitor.MetricFamilies.counter;
import static io.greenpark.operations.monitor.MetricFamilies.gauge;
import static io.greenpark.operations.monitor.MetricFamilies.histogram;
import static io.greenpark.operations.monitor.MetricFamilies.info;
import static io.greenpark.operations.monitor.MetricFamilies.sample;

import io.greenpark.alerts.bounce.BounceCounts;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.monitor.MetricFamilies.MetricSample;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.operations.status.IntakeStatus.DoorTraffic;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.operations.status.QuarantineCounts;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.store.document.DocumentCounts;
import io.greenpark.store.log.LogStatus;
import io.greenpark.store.loop.LoopStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform's snapshot as metrics. Labels are of closed sets or come from the configuration (doors, reasons, readers,
 * stores, rules): what devices send never becomes a label.
 */
final class OperationsCollector implements MultiCollector {
    private static final double NANOS = 1e9;

    private final Supplier<OperationsSnapshot> snapshots;

    OperationsCollector(Supplier<OperationsSnapshot> snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public MetricSnapshots collect() {
        OperationsSnapshot snapshot = snapshots.get();
        List<MetricSnapshot> all = new ArrayList<>();
        process(all, snapshot);
        traffic(all, snapshot.intake().doors());
        doors(all, snapshot.doors());
        inFlight(all, snapshot.intake());
        log(all, snapshot.log());
        readers(all, snapshot);
        alerts(all, snapshot);
        findings(all, snapshot.counts().findings());
        quarantine(all, snapshot.quarantine());
        files(all, snapshot.counts().files());
        disk(all, snapshot.disk());
        certificates(all, snapshot.certificates());
        registry(all, snapshot.registryFiles());
        canary(all, snapshot.canary());
        http(all, snapshot.http());
        return new MetricSnapshots(all);
    }

    private static void process(List<MetricSnapshot> all, OperationsSnapshot snapshot) {
        all.add(info(
                "greenpark_version",
                "What runs here; the versions stand in the labels.",
                "version",
                snapshot.versions().getOrDefault("greenpark", ""),
                "java",
                snapshot.versions().getOrDefault("java", "")));
        all.add(gauge(
                "greenpark_live",
                "1 while event loops and writing threads turn.",
                flag(snapshot.troubles().stuck().isEmpty())));
        all.add(gauge(
                "greenpark_ready",
                "1 while messages can be taken in and kept, and the console answers.",
                flag(snapshot.troubles().notReady().isEmpty())));
        all.add(gauge(
                "greenpark_degraded_troubles",
                "Things that are wrong although messages are taken in and kept.",
                (double) snapshot.troubles().degraded().size()));
    }

    private static void traffic(List<MetricSnapshot> all, List<DoorTraffic> traffic) {
        all.add(counter(
                "greenpark_messages",
                "Messages answered, whether kept or refused.",
                each(traffic, d -> sample(d.messages(), "door", d.door()))));
        all.add(counter(
                "greenpark_readings",
                "Readings made durable and acknowledged.",
                each(traffic, d -> sample(d.readings(), "door", d.door()))));
        all.add(counter(
                "greenpark_retained_messages",
                "Messages passed over, as a broker had retained them: no news.",
                each(traffic, d -> sample(d.retained(), "door", d.door()))));
        List<MetricSample> refusals = new ArrayList<>();
        traffic.forEach(d -> d.refusals()
                .forEach((reason, n) -> refusals.add(sample(n, "door", d.door(), "reason", reason.code()))));
        all.add(counter("greenpark_refusals", "Values and messages refused, by reason.", refusals));
    }

    private static void doors(List<MetricSnapshot> all, List<DoorStatus> doors) {
        all.add(gauge(
                "greenpark_door_open",
                "1 while a door takes messages.",
                each(doors, d -> sample(flag(d.open()), "name", d.name()))));
        List<MetricSample> connections = new ArrayList<>();
        for (DoorStatus door : doors) {
            Integer open = door.connections();
            if (open != null) {
                connections.add(sample(open, "name", door.name()));
            }
        }
        all.add(gauge("greenpark_door_connections", "Connected senders.", connections));
    }

    private static void inFlight(List<MetricSnapshot> all, IntakeStatus intake) {
        all.add(gauge(
                "greenpark_intake_in_flight_readings", "Readings and refusals taken in and not yet durable.", (double)
                        intake.inFlight()));
        all.add(gauge(
                "greenpark_intake_in_flight_limit_readings",
                "How many there may be before connections are held back.",
                (double) intake.limit()));
    }

    private static void log(List<MetricSnapshot> all, LogStatus log) {
        all.add(histogram(
                "greenpark_log_commit_seconds",
                "Duration of the log's commits, fsync included.",
                log.commitNanos(),
                NANOS));
        all.add(histogram("greenpark_log_commit_readings", "Readings per commit.", log.commitReadings(), 1));
        all.add(counter("greenpark_log_failed_commits", "Commits that failed.", log.failedCommits()));
        all.add(counter("greenpark_log_damaged_rows", "Damaged rows met by readers.", log.damagedRows()));
        all.add(counter("greenpark_log_readings", "Readings ever written to the log.", log.endOffset()));
        all.add(gauge("greenpark_log_kept_readings", "Readings the log keeps.", (double) log.readings()));
        all.add(gauge("greenpark_log_writable", "1 while the log can be written.", flag(log.trouble() == null)));
    }

    private static void readers(List<MetricSnapshot> all, OperationsSnapshot snapshot) {
        List<LoopStatus> readers = snapshot.readers();
        long now = snapshot.at().toEpochMilli();
        all.add(gauge(
                "greenpark_reader_lag",
                "What a reader has yet to process: readings, marks or notices.",
                each(readers, r -> sample(r.lag(), "reader", r.name()))));
        all.add(gauge(
                "greenpark_reader_failing_seconds",
                "For how long every attempt of a reader has failed; 0 while it works.",
                each(readers, r -> sample(failingSeconds(r, now), "reader", r.name()))));
        all.add(counter(
                "greenpark_reader_failures",
                "Attempts of a reader that failed.",
                each(readers, r -> sample(r.failures(), "reader", r.name()))));
        all.add(counter(
                "greenpark_reader_missed_readings",
                "Readings that a reader could no longer read, dropped or damaged.",
                each(readers, r -> sample(snapshot.counts().missed().getOrDefault(r.name(), 0L), "reader", r.name()))));
        all.add(counter(
                "greenpark_influx_refused_points",
                "Points that InfluxDB refused for good; the operations page says why.",
                snapshot.counts().refusedPoints().total()));
    }

    private static double failingSeconds(LoopStatus reader, long nowMs) {
        Long since = reader.failingSinceMs();
        return since == null ? 0 : Math.max(0, nowMs - since) / 1_000.0;
    }

    private static void alerts(List<MetricSnapshot> all, OperationsSnapshot snapshot) {
        all.add(gauge("greenpark_outbox_pending_notices", "Notices to be delivered or tried again.", (double)
                snapshot.counts().outbox().pending()));
        all.add(gauge("greenpark_outbox_failed_notices", "Notices given up.", (double)
                snapshot.counts().outbox().givenUp()));
        all.add(counter(
                "greenpark_bounce_mails",
                "Mails in the mailbox that mails come back to, by what they are.",
                each(
                        BounceCounts.CODES,
                        code -> sample(snapshot.counts().bounces().of(code), "kind", code))));
        all.add(gauge(
                "greenpark_cases_open",
                "Open cases.",
                each(
                        List.copyOf(snapshot.counts().openCases().entrySet()),
                        e -> sample(e.getValue(), "rule", e.getKey().code()))));
    }

    private static void files(List<MetricSnapshot> all, DocumentCounts files) {
        all.add(gauge("greenpark_attachments", "Files attached by people, without removed ones.", (double)
                files.documents()));
        all.add(gauge("greenpark_attachments_bytes", "What files take on the disk, removed ones too.", (double)
                files.bytes()));
    }

    private static void findings(List<MetricSnapshot> all, Map<FindingKind, Long> findings) {
        all.add(gauge(
                "greenpark_findings_points",
                "Points with something noticed about their readings, in the last 40 days or yet to be decided; /findings lists"
                        + " them.",
                each(
                        List.of(FindingKind.values()),
                        kind -> sample(findings.getOrDefault(kind, 0L), "kind", EnumCode.of(kind)))));
    }

    private static void quarantine(List<MetricSnapshot> all, QuarantineCounts quarantine) {
        all.add(gauge(
                "greenpark_quarantine_devices",
                "Devices that proved senders name and nobody has claimed, of which readings wait; /quarantine lists them.",
                (double) quarantine.devices()));
        all.add(gauge(
                "greenpark_quarantine_readings", "Readings that wait to be claimed.", (double) quarantine.readings()));
        all.add(gauge(
                "greenpark_quarantine_dropped",
                "Readings of what waits now that were not kept, or not to the end, for want of room or of age.",
                (double) quarantine.dropped()));
    }

    private static void disk(List<MetricSnapshot> all, DiskUse disk) {
        List<MetricSample> used = new ArrayList<>();
        List<MetricSample> perReading = new ArrayList<>();
        for (DiskUse.StoreUse store : disk.stores()) {
            if (store.usedBytes() != null) {
                used.add(sample(store.usedBytes(), "store", store.name()));
            }
            if (store.bytesPerReading() != null) {
                perReading.add(sample(store.bytesPerReading(), "store", store.name()));
            }
        }
        all.add(gauge("greenpark_store_used_bytes", "What a store's files take.", used));
        all.add(gauge("greenpark_store_reading_bytes", "What a reading adds to a store.", perReading));
        List<MetricSample> free = new ArrayList<>();
        List<MetricSample> fullIn = new ArrayList<>();
        for (DiskUse.Disk d : disk.disks()) {
            for (String store : d.stores()) {
                free.add(sample(d.freeBytes(), "store", store));
                fullIn.add(sample(seconds(d.daysUntilFull()), "store", store));
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
                each(certificates, c -> sample(c.expires().toEpochMilli() / 1_000.0, "used_by", c.usedBy()))));
    }

    private static void registry(List<MetricSnapshot> all, FilesStatus files) {
        all.add(gauge(
                "greenpark_registry_files_in_force",
                "1 while what the registry's files say is in force; 0 while they have faults or wait for confirmation.",
                flag(files.state() == RegistryFiles.State.IN_FORCE)));
        all.add(gauge("greenpark_registry_file_faults", "Faults found in the registry's files.", (double)
                files.faults().size()));
        all.add(gauge(
                "greenpark_registry_file_differences",
                "What people changed in the registry and its files say otherwise.",
                (double) files.differences().size()));
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
        List<MetricSample> stages = new ArrayList<>();
        canary.stages().forEach((stage, took) -> stages.add(sample(took.toNanos() / NANOS, "stage", stage.code())));
        all.add(gauge(
                "greenpark_canary_stage_seconds",
                "How long the newest canary reading took to each stage it reached.",
                stages));
    }

    private static void http(List<MetricSnapshot> all, HttpTraffic http) {
        HttpTraffic.Connections connections = http.connections();
        all.add(gauge("greenpark_http_connections", "Connections to the console.", (double) connections.open()));
        all.add(gauge("greenpark_http_connections_limit", "How many there may be.", (double) connections.most()));
        all.add(counter(
                "greenpark_http_connections_cut",
                "Connections closed for newer ones, since a client took too long, or at once for lack of room.",
                List.of(
                        sample(connections.evicted(), "reason", "evicted"),
                        sample(connections.late(), "reason", "late"),
                        sample(connections.refused(), "reason", "refused"))));
        HttpTraffic.SignIns signIns = http.signIns();
        all.add(counter(
                "greenpark_sign_ins",
                "Attempts to sign in to the console, by what came of them.",
                List.of(
                        sample(signIns.accepted(), "result", "accepted"),
                        sample(signIns.rejected(), "result", "rejected"),
                        sample(signIns.throttled(), "result", "throttled"))));
    }

    private static <T> List<MetricSample> each(List<T> items, Function<T, MetricSample> toSample) {
        return items.stream().map(toSample).toList();
    }

    private static Double flag(boolean on) {
        return on ? 1.0 : 0.0;
    }
}
