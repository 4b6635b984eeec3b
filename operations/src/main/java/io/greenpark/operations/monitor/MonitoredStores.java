package io.greenpark.operations.monitor;

import io.greenpark.operations.disk.StoreFiles;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;

/** What is durable: where it lies, and the open stores. */
public record MonitoredStores(
        StoreFiles files,
        LogConfig logConfig,
        SqliteTelemetryLog log,
        Books books,
        SqliteDeadLetters deadLetters,
        RegistrySource registry) {}
