package io.greenpark.operations.monitor;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.reason.Reason;
import io.greenpark.store.loop.LoopStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong with a system, by its present state. Any thread may ask. */
final class HealthChecks {
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);

    /** Time to order a disk. */
    private static final double DISK_WARNING_DAYS = 14;

    /** More of them fill a page and tell nobody more. */
    private static final int MOST_POINTS = 10;

    private final MonitoredSystem system;

    HealthChecks(MonitoredSystem system) {
        this.system = system;
    }

    /** What only a restart mends; asks neither books nor files. */
    List<Trouble> stuck(List<LoopStatus> readers) {
        List<Trouble> stuck = new ArrayList<>();
        system.eventLoops().stuck().forEach(detail -> stuck.add(new Trouble(TroubleKind.EVENT_LOOP_STUCK, detail)));
        if (!system.stores().log().isRunning()) {
            stuck.add(new Trouble(TroubleKind.WRITER_ENDED, "the thread log-writer has ended; restart"));
        }
        if (!system.stores().deadLetters().isRunning()) {
            stuck.add(new Trouble(TroubleKind.WRITER_ENDED, "the thread dead-letter-writer has ended; restart"));
        }
        for (LoopStatus reader : readers) {
            if (!reader.running()) {
                stuck.add(new Trouble(
                        TroubleKind.READER_ENDED, "the thread of reader " + reader.name() + " has ended; restart"));
            }
        }
        return stuck;
    }

    List<Trouble> notReady() {
        List<Trouble> troubles = new ArrayList<>();
        addShutDoors(troubles, TroubleKind.DOOR_SHUT, system.doors().own().get());
        addUnwritable(
                troubles,
                TroubleKind.LOG_NOT_WRITABLE,
                system.stores().log().status().trouble());
        addUnwritable(
                troubles,
                TroubleKind.DEAD_LETTERS_NOT_WRITABLE,
                system.stores().deadLetters().trouble());
        return troubles;
    }

    List<Trouble> degraded(List<LoopStatus> readers, DiskUse disk) {
        List<Trouble> troubles = new ArrayList<>();
        unreachableBooks().ifPresent(troubles::add);
        troubles.addAll(RegistryFilesCheck.troubles(system.registryFiles().get()));
        addShutDoors(troubles, TroubleKind.BROKER_AWAY, system.doors().brokers().get());
        for (LoopStatus reader : readers) {
            if (reader.failure() != null) {
                troubles.add(
                        new Trouble(TroubleKind.READER_FAILS, "reader " + reader.name() + ": " + reader.failure()));
            }
        }
        addFailingPoints(troubles, system.failingPoints().get());
        troubles.addAll(HeldBackCheck.troubles(system.heldBack().get()));
        for (CertificateStatus certificate : system.certificates().get()) {
            if (certificate.state() != CertificateStatus.State.WELL) {
                troubles.add(new Trouble(TroubleKind.CERTIFICATE, describe(certificate)));
            }
        }
        CanaryStatus canary = system.canary().get();
        if (canary != null && canary.problem() != null) {
            troubles.add(new Trouble(TroubleKind.CANARY_MISSING, canary.problem()));
        }
        disk.disks().forEach(each -> addIfFilling(troubles, each));
        addIfCrowded(troubles, system.http().get().connections());
        return troubles;
    }

    private static void addIfCrowded(List<Trouble> troubles, HttpTraffic.Connections http) {
        if (http.crowded()) {
            String why = http.most() < http.wanted()
                    ? "the process may not open more files and sockets; raise ulimit -n (LimitNOFILE in a service)"
                    : "see who connects, raise http.maxConnections or http.maxConnectionsPerAddress, or name a reverse proxy in"
                            + " http.proxies";
            troubles.add(new Trouble(
                    TroubleKind.HTTP_CROWDED,
                    "the console's port had as many connections within the last minute as it may, of " + http.most()
                            + " in all; " + http.evicted()
                            + " that waited were closed for newer ones since the start, and "
                            + http.refused() + " were refused; " + why));
        }
    }

    private static void addFailingPoints(List<Trouble> troubles, List<Reason> failing) {
        for (Reason reason : failing.subList(0, Math.min(MOST_POINTS, failing.size()))) {
            troubles.add(new Trouble(
                    TroubleKind.POINT_NOT_COMPUTED,
                    reason.text().en()
                            + "; its hours are missing until that reading or the point's facts are corrected"));
        }
        if (failing.size() > MOST_POINTS) {
            troubles.add(new Trouble(
                    TroubleKind.POINT_NOT_COMPUTED,
                    failing.size() - MOST_POINTS + " more points than are listed here; the log names each"));
        }
    }

    private static void addShutDoors(List<Trouble> troubles, TroubleKind kind, List<DoorStatus> doors) {
        for (DoorStatus door : doors) {
            if (!door.open()) {
                String problem = door.problem() == null ? "" : ": " + door.problem();
                troubles.add(new Trouble(kind, door.name() + " (" + door.address() + ")" + problem));
            }
        }
    }

    private static void addUnwritable(List<Trouble> troubles, TroubleKind kind, @Nullable String detail) {
        if (detail != null) {
            troubles.add(new Trouble(kind, detail));
        }
    }

    /** Not "not ready": intake keeps what it is sent without the books; accounts, alerts and the console wait. */
    private Optional<Trouble> unreachableBooks() {
        try {
            system.stores().books().read(handle -> handle.createQuery("SELECT 1 AS one")
                    .mapTo(Integer.class)
                    .one());
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("the books do not answer", e);
            return Optional.of(new Trouble(
                    TroubleKind.BOOKS_UNREACHABLE,
                    "the books do not answer (" + e.getMessage() + "); see their database"));
        }
    }

    private static String describe(CertificateStatus c) {
        String how = c.trouble() == null
                ? "expires at " + c.expires() + ", in " + c.daysLeft() + " days"
                : "was changed and cannot be used: " + c.trouble();
        return "the certificate of " + c.usedBy() + ", \"" + c.file() + "\", " + how + "; renew it with greenpark tls";
    }

    private static void addIfFilling(List<Trouble> troubles, DiskUse.Disk disk) {
        Double days = disk.daysUntilFull();
        if (days != null && days < DISK_WARNING_DAYS) {
            troubles.add(new Trouble(
                    TroubleKind.DISK_FILLING,
                    "disk " + disk.name() + " has " + disk.freeBytes() + " bytes free and will be full in "
                            + Math.round(Math.floor(days)) + " days; make room or shorten log.keep"));
        }
    }
}
