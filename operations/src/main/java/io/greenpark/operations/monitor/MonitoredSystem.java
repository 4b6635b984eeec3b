package io.greenpark.operations.monitor;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.disk.StoreFiles;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.loop.LoopStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What there is to watch; every supplier is asked anew each time.
 *
 * @param readers may block
 * @param doors the platform's own doors
 * @param brokers connections to brokers, which are others' machines
 * @param canary gives null where the canary is switched off
 * @param versions what runs here, by name
 */
public record MonitoredSystem(
        StoreFiles files,
        LogConfig logConfig,
        SqliteTelemetryLog log,
        Books books,
        SqliteDeadLetters deadLetters,
        RegistrySource registry,
        Supplier<List<LoopStatus>> readers,
        Supplier<List<DoorStatus>> doors,
        Supplier<List<DoorStatus>> brokers,
        Supplier<OperationsSnapshot.Intake> intake,
        Supplier<List<CertificateStatus>> certificates,
        Supplier<@Nullable CanaryStatus> canary,
        EventLoopWatchdog loops,
        Map<String, String> versions) {
    public MonitoredSystem {
        versions = Map.copyOf(versions);
    }
}
