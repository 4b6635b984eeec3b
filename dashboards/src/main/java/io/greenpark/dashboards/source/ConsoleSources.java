package io.greenpark.dashboards.source;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.status.Operations;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.registry.credential.ConsoleCredentials;
import io.greenpark.store.books.Books;
import io.greenpark.store.loop.LoopStatus;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything the console shows.
 *
 * @param readers how the readers of the log stand, this moment
 * @param doors how the doors stand, this moment
 * @param operations how the platform itself fares
 * @param certificates how the certificates in use stand, this moment
 * @param inbox the demo's mailbox; null where mail goes out
 */
public record ConsoleSources(
        RegistrySource registry,
        EnergyAccounts energy,
        IntensityAccounts intensity,
        DischargeAccounts discharges,
        Cases cases,
        DeadLetters deadLetters,
        Books books,
        Supplier<List<LoopStatus>> readers,
        Supplier<List<DoorStatus>> doors,
        ConsoleCredentials credentials,
        Operations operations,
        Supplier<List<CertificateStatus>> certificates,
        @Nullable Inbox inbox) {}
