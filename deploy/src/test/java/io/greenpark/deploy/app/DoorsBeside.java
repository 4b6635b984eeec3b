package io.greenpark.deploy.app;

import io.greenpark.config.setting.Problems;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.credential.CredentialStore;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksBeside;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The doors as a process wires them, with a data folder of its own, on books that another process has. */
public final class DoorsBeside implements AutoCloseable {
    private final ShutdownStack shutdown = new ShutdownStack();
    private final Doors doors;

    private DoorsBeside(Path file, Path data, List<String> sets) throws Exception {
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(file, sets, data, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.list().toString());
        }
        Clock clock = Clock.systemUTC();
        Books books = shutdown.add("books", new BooksBeside(config.books().server()));
        SqliteTelemetryLog log = shutdown.add("log", SqliteTelemetryLog.open(data, config.log(), clock));
        SqliteDeadLetters deadLetters = shutdown.add(
                "dead letters",
                SqliteDeadLetters.open(
                        data.resolve("dead-letters.db"), config.deadLetters(), config.quarantine(), clock));
        RegistryService registry = shutdown.add(
                "registry",
                RegistryService.open(
                        config.file(), books, config.registry(), RegistryService.Start.ON_LAST_GOOD, clock));
        CredentialStore credentials = CredentialStore.open(data, books, registry, clock);
        Stores stores = new Stores(log, books, deadLetters, null, registry, credentials, null);
        Vertx vertx = Vertx.vertx();
        shutdown.add("event loops", () -> Futures.await(vertx.close()));
        Updates.open(stores, clock, shutdown);
        Certificates certificates = shutdown.add("certificates", new Certificates(config.tls(), clock))
                .start();
        doors = Doors.open(config, stores, CanaryParts.of(stores), certificates, vertx, clock, shutdown);
    }

    /** Opens them on free ports. */
    public static DoorsBeside open(Path file, Path data, List<String> sets) throws Exception {
        return new DoorsBeside(file, data, sets);
    }

    public String mqttUrl() {
        return doors.mqttUrl();
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
