package io.greenpark.deploy.app;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.disclosure.DisclosureRule;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.series.DischargeSeries;
import io.greenpark.accounting.series.EnergySeries;
import io.greenpark.accounting.series.IntensitySeries;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.series.CaseCountSeries;
import io.greenpark.cleanproduction.series.CoverageSeries;
import io.greenpark.objection.desk.ObjectionRemarks;
import io.greenpark.objection.desk.ObjectionSeries;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.series.GaugeSeries;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The accounts, to be read by alerts, console and series. */
record Accounts(
        EnergyAccounts energy, IntensityAccounts intensity, DischargeAccounts discharge, Disclosures disclosures) {
    static Accounts of(Stores stores, DisclosureRule rule, Clock clock) {
        Disclosures disclosures = new Disclosures(rule);
        return new Accounts(
                new BooksEnergyAccounts(stores.books(), stores.registry()),
                new BooksIntensityAccounts(stores.books(), stores.registry(), disclosures, clock),
                new BooksDischargeAccounts(stores.books(), stores.registry()),
                disclosures);
    }

    /** The series for Grafana, but those of the platform's health. */
    List<SeriesSource> series(RegistrySource registry, Clock clock) {
        return series(registry, disclosures, clock);
    }

    /** The same where there is no installation to read but a view of its books. */
    static List<SeriesSource> series(RegistrySource registry, Disclosures disclosures, Clock clock) {
        List<SeriesSource> sources = new ArrayList<>(Alerts.series(registry, disclosures, new ObjectionRemarks()));
        sources.add(new EnergySeries(registry));
        sources.add(new IntensitySeries(registry, disclosures, clock));
        sources.add(new DischargeSeries(registry));
        sources.add(new ObjectionSeries(registry));
        sources.addAll(gauges(registry, clock));
        return sources;
    }

    /** Those of them that are marked by the clock. */
    static List<GaugeSeries> gauges(RegistrySource registry, Clock clock) {
        return List.of(new CaseCountSeries(registry, clock), new CoverageSeries(registry, clock));
    }
}
