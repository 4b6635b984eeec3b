package io.greenpark.operations.monitor;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.outbox.OutboxCounts;
import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.influx.RefusedPoints;
import io.greenpark.operations.disk.DiskMonitor;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.Operations;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.operations.status.OperationsSnapshot.RefusedByInflux;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.Trouble.Kind;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.store.consumer.MissedReadings;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the states of all rooms together and says what is wrong with them. What costs a look at files or books is looked
 * at anew only after a while, so that many watchers cost no more than one.
 */
public final class HealthMonitor implements Operations, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    private static final Duration PICTURE_OLD = Duration.ofSeconds(2);
    private static final Duration DISK_OLD = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    /** Time to order a disk. */
    private static final double DISK_WARNING_DAYS = 14;

    private static final int REFUSALS_SHOWN = 100;

    private final MonitoredSystem system;
    private final Clock clock;
    private final Cached<DiskUse> disk;
    private final Cached<OperationsSnapshot> snapshot;
    private final Metrics metrics;
    private final BackgroundLoop look;
    private volatile List<LoopStatus> readersSeen = List.of();
    private volatile Counted lastCounted = Counted.NOTHING;

    public HealthMonitor(MonitoredSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
        DiskMonitor disks = new DiskMonitor(
                system.files(), system.logConfig(), system.log()::status, system.books(), system.registry(), clock);
        this.disk = new Cached<>(disks::look, DISK_OLD, clock);
        this.snapshot = new Cached<>(this::draw, PICTURE_OLD, clock);
        this.metrics = new Metrics(this::snapshot);
        this.look = new BackgroundLoop("watch", this::see, () -> 0, LOOK_EVERY, clock);
    }

    public HealthMonitor start() {
        look.start();
        return this;
    }

    /** Liveness must not wait for the books, so what asks them is asked here. */
    private boolean see() {
        readersSeen = system.readers().get();
        return false;
    }

    @Override
    public List<Trouble> stuck() {
        List<Trouble> stuck = new ArrayList<>();
        system.loops().stuck().forEach(words -> stuck.add(new Trouble(Kind.EVENT_LOOP_STUCK, words)));
        if (!system.log().isRunning()) {
            stuck.add(new Trouble(Kind.WRITER_ENDED, "the thread log-writer has ended; restart"));
        }
        if (!system.deadLetters().isRunning()) {
            stuck.add(new Trouble(Kind.WRITER_ENDED, "the thread dead-letter-writer has ended; restart"));
        }
        for (LoopStatus reader : readersSeen) {
            if (!reader.running()) {
                stuck.add(new Trouble(
                        Kind.READER_ENDED, "the thread of reader " + reader.name() + " has ended; restart"));
            }
        }
        return stuck;
    }

    @Override
    public List<Trouble> notReady() {
        List<Trouble> troubles = new ArrayList<>();
        for (DoorStatus door : system.doors().get()) {
            if (!door.open()) {
                troubles.add(new Trouble(Kind.DOOR_SHUT, words(door)));
            }
        }
        String log = system.log().status().trouble();
        if (log != null) {
            troubles.add(new Trouble(Kind.LOG_NOT_WRITABLE, log));
        }
        String letters = system.deadLetters().trouble();
        if (letters != null) {
            troubles.add(new Trouble(Kind.DEAD_LETTERS_NOT_WRITABLE, letters));
        }
        return troubles;
    }

    private static String words(CertificateStatus c) {
        String how = c.trouble() == null
                ? "expires at " + c.expires() + ", in " + c.daysLeft() + " days"
                : "was changed and cannot be used: " + c.trouble();
        return "the certificate of " + c.usedBy() + ", \"" + c.file() + "\", " + how + "; renew it with greenpark tls";
    }

    private static String words(DoorStatus door) {
        return door.name() + " (" + door.address() + ")" + (door.problem() == null ? "" : ": " + door.problem());
    }

    @Override
    public List<Trouble> degraded() {
        return degraded(system.readers().get(), disk.get());
    }

    private List<Trouble> degraded(List<LoopStatus> readers, DiskUse use) {
        List<Trouble> troubles = new ArrayList<>();
        booksTrouble().ifPresent(troubles::add);
        for (DoorStatus broker : system.brokers().get()) {
            if (!broker.open()) {
                troubles.add(new Trouble(Kind.BROKER_AWAY, words(broker)));
            }
        }
        for (LoopStatus reader : readers) {
            if (reader.failure() != null) {
                troubles.add(new Trouble(Kind.READER_FAILS, "reader " + reader.name() + ": " + reader.failure()));
            }
        }
        for (CertificateStatus certificate : system.certificates().get()) {
            if (certificate.state() != CertificateStatus.State.WELL) {
                troubles.add(new Trouble(Kind.CERTIFICATE, words(certificate)));
            }
        }
        CanaryStatus canary = system.canary().get();
        if (canary != null && canary.problem() != null) {
            troubles.add(new Trouble(Kind.CANARY_MISSING, canary.problem()));
        }
        for (DiskUse.Disk each : use.disks()) {
            Double days = each.daysUntilFull();
            if (days != null && days < DISK_WARNING_DAYS) {
                troubles.add(new Trouble(
                        Kind.DISK_FILLING,
                        "disk " + each.name() + " has " + each.freeBytes() + " bytes free and will be full in "
                                + Math.round(Math.floor(days)) + " days; make room or shorten log.keep"));
            }
        }
        return troubles;
    }

    /** Intake keeps what it is sent without them; accounts, alerts and the console wait. */
    private Optional<Trouble> booksTrouble() {
        try {
            system.books().read(handle -> handle.createQuery("SELECT 1 AS one")
                    .mapTo(Integer.class)
                    .one());
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("the books do not answer", e);
            return Optional.of(new Trouble(
                    Kind.BOOKS_UNREACHABLE, "the books do not answer (" + e.getMessage() + "); see their database"));
        }
    }

    @Override
    public OperationsSnapshot snapshot() {
        return snapshot.get();
    }

    /** What the books count; one consistent view. */
    private record Counted(
            Map<String, Long> missed,
            RefusedByInflux refusedPoints,
            OutboxCounts outbox,
            Map<Case.Rule, Long> openCases) {
        static final Counted NOTHING =
                new Counted(Map.of(), new RefusedByInflux(0, List.of()), new OutboxCounts(0, 0), Map.of());

        static Counted of(Handle handle) {
            return new Counted(
                    MissedReadings.missed(handle),
                    new RefusedByInflux(RefusedPoints.total(handle), RefusedPoints.list(handle, REFUSALS_SHOWN)),
                    OutboxCounts.of(handle),
                    OpenCases.count(handle));
        }
    }

    /** While the books are away, what they counted last: the rest of the picture is needed then most of all. */
    private Counted count() {
        try {
            lastCounted = system.books().read(Counted::of);
        } catch (RuntimeException e) {
            LOG.debug("the books do not answer; what they counted last is shown", e);
        }
        return lastCounted;
    }

    private OperationsSnapshot draw() {
        List<LoopStatus> readers = system.readers().get();
        DiskUse use = disk.get();
        Counted counted = count();
        List<DoorStatus> doors = new ArrayList<>(system.doors().get());
        doors.addAll(system.brokers().get());
        return new OperationsSnapshot(
                clock.instant(),
                system.versions(),
                stuck(),
                notReady(),
                degraded(readers, use),
                doors,
                system.intake().get(),
                readers,
                counted.missed(),
                system.log().status(),
                counted.refusedPoints(),
                counted.outbox(),
                counted.openCases(),
                system.certificates().get(),
                system.canary().get(),
                use);
    }

    @Override
    public String metrics() {
        return metrics.scrape();
    }

    @Override
    public void close() {
        look.close();
        metrics.close();
    }
}
