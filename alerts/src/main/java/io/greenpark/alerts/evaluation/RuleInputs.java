package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.alerts.stopped.StopOrders;
import io.greenpark.park.registry.RegistrySource;

/** What the rules read, how far that is behind the log, by which doors it comes, and which enterprises are ordered to stop. */
public record RuleInputs(
        RegistrySource registry,
        DischargeAccounts discharge,
        IntensityAccounts intensity,
        EnergyAccounts energy,
        Disclosures disclosures,
        ReaderLag lag,
        DoorInputs doors,
        StopOrders stopOrders) {}
