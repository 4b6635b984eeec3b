package io.greenpark.operations.monitor;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.disk.DiskMonitor;
import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.Operations;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.operations.status.QuarantineCounts;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.Troubles;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The state of the running platform, judged by {@link HealthChecks}. What costs a look at files or books is looked at
 * again only after a while, so that many observers cost no more than one.
 */
public final class HealthMonitor implements Operations, AutoCloseable {
    private static final Duration SNAPSHOT_MAX_AGE = Duration.ofSeconds(2);
    private static final Duration DISK_MAX_AGE = Duration.ofMinutes(1);
    private static final Duration FINDINGS_MAX_AGE = Duration.ofSeconds(30);
    private static final Duration READERS_EVERY = Duration.ofSeconds(5);

    private final MonitoredSystem system;
    private final Clock clock;
    private final HealthChecks checks;
    private final BooksCounter counter;
    private final Cached<DiskUse> disk;
    private final Cached<OperationsSnapshot> snapshot;
    private final PrometheusMetrics metrics;
    private final BackgroundLoop readerLoop;
    private volatile List<LoopStatus> lastReaders = List.of();

    public HealthMonitor(MonitoredSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
        this.checks = new HealthChecks(system);
        MonitoredStores stores = system.stores();
        this.counter = new BooksCounter(stores.books(), new Cached<>(system.findings(), FINDINGS_MAX_AGE, clock)::get);
        DiskMonitor disks = new DiskMonitor(
                stores.files(), stores.logConfig(), stores.log()::status, stores.books(), stores.registry(), clock);
        this.disk = new Cached<>(disks::measure, DISK_MAX_AGE, clock);
        this.snapshot = new Cached<>(this::takeSnapshot, SNAPSHOT_MAX_AGE, clock);
        this.metrics = new PrometheusMetrics(this::snapshot);
        this.readerLoop = new BackgroundLoop("monitor", this::readReaders, READERS_EVERY, clock);
    }

    public HealthMonitor start() {
        readerLoop.start();
        return this;
    }

    /** Readers ask the books for their lag, and {@link #stuck} must not wait for the books. */
    private boolean readReaders() {
        lastReaders = system.readers().get();
        return false;
    }

    @Override
    public List<Trouble> stuck() {
        return checks.stuck(lastReaders);
    }

    @Override
    public List<Trouble> notReady() {
        return checks.notReady();
    }

    @Override
    public List<Trouble> degraded() {
        return checks.degraded(readers(), disk.get());
    }

    @Override
    public List<LoopStatus> readers() {
        return system.readers().get();
    }

    @Override
    public List<DoorStatus> doors() {
        return system.doors().all();
    }

    @Override
    public List<CertificateStatus> certificates() {
        return system.certificates().get();
    }

    @Override
    public OperationsSnapshot snapshot() {
        return snapshot.get();
    }

    private OperationsSnapshot takeSnapshot() {
        List<LoopStatus> readers = readers();
        DiskUse diskUse = disk.get();
        return new OperationsSnapshot(
                clock.instant(),
                system.versions(),
                new Troubles(stuck(), notReady(), checks.degraded(readers, diskUse)),
                doors(),
                system.doors().intake().get(),
                readers,
                system.stores().log().status(),
                counter.counts(),
                QuarantineCounts.of(system.stores().deadLetters().quarantine()),
                certificates(),
                system.registryFiles().get(),
                system.canary().get(),
                diskUse,
                system.http().get(),
                system.exposures());
    }

    @Override
    public String metrics() {
        return metrics.scrape();
    }

    @Override
    public void close() {
        readerLoop.close();
        metrics.close();
    }
}
