package io.greenpark.deploy.app;

import io.greenpark.access.account.Identities;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.reading.Position;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.credential.CredentialStore;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.document.FolderDocumentStore;
import io.greenpark.store.live.LiveReader;
import io.greenpark.store.log.LogFolder;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Everything durable of one installation: in its data folder {@code log/}, {@code dead-letters.db}, {@code documents/}, {@code
 * credentials/}
 * and, where no server has the books, {@code books.db}.
 */
record Stores(
        SqliteTelemetryLog log,
        Books books,
        SqliteDeadLetters deadLetters,
        DocumentStore documents,
        RegistryService registry,
        CredentialStore credentials,
        Identities identities) {
    private static final String DEAD_LETTERS = "dead-letters.db";

    /**
     * Opens them all, or none of them.
     *
     * @throws io.greenpark.store.sqlite.NewerFormatException if a newer version has written one; nothing is changed then
     */
    static Stores open(AppConfig config, RegistryService.Start start, Path data, Clock clock, ShutdownStack shutdown)
            throws IOException {
        refuseNewer(data);
        Books books = shutdown.add("books", books(config, data, clock));
        SqliteTelemetryLog log = shutdown.add("log", SqliteTelemetryLog.open(data, config.log(), clock));
        keepUnread(log, books);
        SqliteDeadLetters deadLetters = shutdown.add(
                "dead letters",
                SqliteDeadLetters.open(data.resolve(DEAD_LETTERS), config.deadLetters(), config.quarantine(), clock));
        DocumentStore documents = FolderDocumentStore.open(data, config.documents(), books, clock);
        RegistryService registry =
                shutdown.add("registry", RegistryService.open(config.file(), books, config.registry(), start, clock));
        CredentialStore credentials = CredentialStore.open(data, books, registry, clock);
        Identities identities = Identities.open(data, books, config.signIn(), clock);
        registry.start();
        return new Stores(log, books, deadLetters, documents, registry, credentials, identities);
    }

    /** Checked for all stores before any is migrated to this version's schema, from which there is no way back. */
    private static void refuseNewer(Path data) throws IOException {
        BooksDatabase.refuseNewer(data);
        LogFolder.refuseNewer(data.resolve("log"));
        SqliteDeadLetters.refuseNewer(data.resolve(DEAD_LETTERS));
    }

    /**
     * Retention drops nothing that accounts and live state have not read, even in a command without these readers or before
     * they are started.
     */
    private static void keepUnread(SqliteTelemetryLog log, Books books) {
        for (String reader : List.of(LogIntake.READER, LiveReader.NAME)) {
            log.register(
                    reader,
                    partition -> books.<Position, RuntimeException>read(
                            handle -> books.ports(handle).positions().get(reader, partition)));
        }
    }

    /** The books alone; a command may open them beside the process that runs on the data folder. */
    static Books books(AppConfig config, Path data, Clock clock) {
        return BooksDatabase.open(data, config.books(), clock);
    }
}
