package io.greenpark.deploy.app;

import io.greenpark.acceptance.AcceptanceConfig;
import io.greenpark.access.account.SignInConfig;
import io.greenpark.access.audit.AuditConfig;
import io.greenpark.accounting.AccountingConfig;
import io.greenpark.accounting.disclosure.DisclosureRule;
import io.greenpark.alerts.AlertsConfig;
import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.TlsConfig;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.dashboards.console.HttpConfig;
import io.greenpark.dashboards.pack.PackConfig;
import io.greenpark.influx.InfluxConfig;
import io.greenpark.ingest.broker.BrokerConfig;
import io.greenpark.ingest.coap.CoapDoorConfig;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.mapping.MappingConfig;
import io.greenpark.ingest.mqtt.MqttConfig;
import io.greenpark.objection.ObjectionConfig;
import io.greenpark.operations.canary.CanaryConfig;
import io.greenpark.plan.telling.SheetRemindersConfig;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.closing.ClosingConfig;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.deadletter.DeadLetterConfig;
import io.greenpark.store.deadletter.QuarantineConfig;
import io.greenpark.store.document.DocumentConfig;
import io.greenpark.store.log.LogConfig;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration but its registry, as one file and its overrides give it: one component per section of the file.
 *
 * @param file what was read; knows where the registry is
 */
public record AppConfig(
        ConfigFile file,
        LogConfig log,
        BooksConfig books,
        RegistryConfig registry,
        DeadLetterConfig deadLetters,
        QuarantineConfig quarantine,
        AuditConfig auditLog,
        DocumentConfig documents,
        PackConfig packs,
        InfluxConfig influx,
        IntakeConfig intake,
        MqttConfig mqtt,
        CoapDoorConfig coap,
        List<BrokerConfig> brokers,
        List<MappingConfig> mappings,
        AccountingConfig accounting,
        DisclosureRule statistics,
        ClosingConfig closing,
        AlertsConfig alerts,
        ReturnsConfig returns,
        CleanProductionConfig cleanProduction,
        ObjectionConfig objections,
        SheetRemindersConfig yearSheets,
        AcceptanceConfig acceptance,
        HttpConfig http,
        SignInConfig signIn,
        CanaryConfig canary,
        TlsConfig tls) {

    /**
     * Reads a configuration; every fault goes to {@code problems}, and then the result must not be used.
     *
     * @param data the folder of the installation, whose certificate is used where the configuration names none; null
     *     for none
     */
    public static AppConfig read(Path path, List<String> sets, @Nullable Path data, Problems problems) {
        ConfigFile file = ConfigFile.read(path, sets, problems);
        TlsConfig tls = TlsConfig.from(file.settings().section("tls"), problems);
        Settings s = data == null ? file.settings() : TlsFolder.of(data).over(file.settings(), tls);
        AppConfig config = new AppConfig(
                file,
                LogConfig.from(s.section("log"), problems),
                BooksConfig.from(s.section("books"), problems),
                RegistryConfig.from(s, problems),
                DeadLetterConfig.from(s.section("deadLetters"), problems),
                QuarantineConfig.from(s.section("quarantine"), problems),
                AuditConfig.from(s.section("auditLog"), problems),
                DocumentConfig.from(s.section("documents"), problems),
                PackConfig.from(s.section("packs"), problems),
                InfluxConfig.from(s.section("influx"), problems),
                IntakeConfig.from(s.section("intake"), problems),
                MqttConfig.from(s.section("mqtt"), problems),
                CoapDoorConfig.from(s.section("coap"), problems),
                BrokerConfig.all(s, problems),
                MappingConfig.all(s, path, problems),
                AccountingConfig.from(s.section("accounting"), problems),
                DisclosureRule.from(s.section("statistics"), problems),
                ClosingConfig.from(s.section("statistics"), problems),
                AlertsConfig.from(s, problems),
                ReturnsConfig.from(s.section("returns"), problems),
                CleanProductionConfig.from(s.section("cleanProduction"), problems),
                ObjectionConfig.from(s.section("objections"), problems),
                SheetRemindersConfig.from(s.section("yearSheets"), problems),
                AcceptanceConfig.from(s.section("acceptance"), problems),
                HttpConfig.from(s.section("http"), problems),
                SignInConfig.from(s.section("signIn"), problems),
                CanaryConfig.from(s.section("canary"), problems),
                tls);
        config.canary().check(config.alerts().rules().canary().after(), s.section("alerts"), problems);
        config.checkInFlight(s.section("intake"), problems);
        s.reportUnknown(problems);
        return config;
    }

    /**
     * Holds what the doors take in at a time to what log and dead letters take: connections are to be held back before
     * those refuse, since a refusal ends a connection.
     */
    private void checkInFlight(Settings intakeSection, Problems problems) {
        checkBelow("log.maxInFlightReadings", log.maxInFlightReadings(), intakeSection, problems);
        checkBelow("deadLetters.maxInFlight", deadLetters.maxInFlight(), intakeSection, problems);
    }

    private void checkBelow(String otherKey, int limit, Settings intakeSection, Problems problems) {
        if (intake.maxInFlight() >= limit) {
            String key = "maxInFlight";
            problems.add(
                    intakeSection.place(key),
                    intakeSection.fullKey(key),
                    "\"" + intake.maxInFlight() + "\" is not allowed; accepted: less than " + otherKey + ", which is "
                            + limit + "; lower it or raise that one");
        }
    }
}
