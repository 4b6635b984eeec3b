package io.greenpark.dashboards.source;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.operations.status.Operations;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.live.StandstillRule;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.registry.credential.ConsoleCredentials;
import io.greenpark.store.books.Books;
import org.jspecify.annotations.Nullable;

/**
 * Everything the console shows.
 *
 * @param documents the registry as documents, with their history; {@code registry} is what they say now
 * @param operations the state of the platform itself
 * @param standstill when the data of a device stand still
 * @param inbox the demo's mailbox; null where mail goes out
 */
public record ConsoleSources(
        RegistrySource registry,
        RegistryDocuments documents,
        EnergyAccounts energy,
        IntensityAccounts intensity,
        Standings standings,
        DischargeAccounts discharges,
        Cases cases,
        DeadLetters deadLetters,
        Books books,
        ConsoleCredentials credentials,
        Operations operations,
        StandstillRule standstill,
        @Nullable Inbox inbox) {}
