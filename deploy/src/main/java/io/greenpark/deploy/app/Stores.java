package io.greenpark.deploy.app;

import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.credential.CredentialStore;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.registry.RegistryService;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Everything durable of one installation: in its data folder {@code log/}, {@code dead-letters.db}, {@code credentials/}
 * and, where no server has the books, {@code books.db}.
 */
record Stores(
        TelemetryLog log, Books books, DeadLetters deadLetters, RegistryService registry, CredentialStore credentials) {

    static Stores open(AppConfig config, Path data, Clock clock, Closing closing) {
        Books books = closing.add("books", BooksDatabase.open(data, config.books(), clock));
        TelemetryLog log = closing.add("log", SqliteTelemetryLog.open(data, config.log(), clock));
        DeadLetters deadLetters = closing.add(
                "dead letters", SqliteDeadLetters.open(data.resolve("dead-letters.db"), config.deadLetters(), clock));
        RegistryService registry =
                closing.add("registry", RegistryService.open(config.file(), books, config.registry(), clock));
        CredentialStore credentials = CredentialStore.open(data, books, registry, clock);
        registry.start();
        return new Stores(log, books, deadLetters, registry, credentials);
    }
}
