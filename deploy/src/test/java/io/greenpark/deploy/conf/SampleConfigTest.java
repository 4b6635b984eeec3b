package io.greenpark.deploy.conf;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks {@code conf/greenpark.yaml} against the settings that components read: every key, and every default. */
class SampleConfigTest {
    private static final Path SAMPLE = Path.of("conf/greenpark.yaml");

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private Settings read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("greenpark.yaml"), text);
        return ConfigFile.read(file, List.of(), problems).settings();
    }

    private List<Object> components(Settings s) {
        return List.of(
                RegistryConfig.from(s, problems),
                MqttConfig.from(s.section("mqtt"), problems),
                BrokerConfig.all(s, problems),
                MappingConfig.all(s, folder.resolve("greenpark.yaml"), problems),
                CoapDoorConfig.from(s.section("coap"), problems),
                IntakeConfig.from(s.section("intake"), problems),
                LogConfig.from(s.section("log"), problems),
                BooksConfig.from(s.section("books"), problems),
                DeadLetterConfig.from(s.section("deadLetters"), problems),
                QuarantineConfig.from(s.section("quarantine"), problems),
                AuditConfig.from(s.section("auditLog"), problems),
                DocumentConfig.from(s.section("documents"), problems),
                PackConfig.from(s.section("packs"), problems),
                InfluxConfig.from(s.section("influx"), problems),
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
                TlsConfig.from(s.section("tls"), problems));
    }

    private static String sample() throws IOException {
        return Files.readString(SAMPLE);
    }

    private static String withDefaults(String text) {
        return text.replaceAll("(?m)^(\\s*)#(\\w)", "$1$2");
    }

    private static String withExamples(String text) {
        return text.replaceAll("(?m)^(\\s*)#: (.*)", "$1$2");
    }

    @Test
    void the_sample_changes_no_default() throws IOException {
        List<Object> sample = components(read(sample()));
        assertThat(sample).isEqualTo(components(read("")));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void every_default_shown_is_the_default() throws IOException {
        Settings settings = read(withDefaults(sample()));
        assertThat(settings.keys()).hasSizeGreaterThan(70);
        List<Object> shown = components(settings);
        settings.reportUnknown(problems);
        assertThat(shown).isEqualTo(components(read("")));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void it_shows_exactly_the_known_keys() throws IOException {
        Settings settings = read(withExamples(withDefaults(sample())));
        components(settings);
        Set<String> sections = Set.of(
                "brokers",
                "mappings",
                "alerts.groups",
                "alerts.recipients",
                "alerts.webhook.signing",
                "alerts.sms.fields",
                "alerts.sms.headers",
                "alerts.sms.rests",
                "alerts.sms.templates",
                "alerts.sms.templates.variables");
        Set<String> asked = names(settings.asked());
        asked.removeAll(sections);
        assertThat(names(settings.keys())).isEqualTo(asked);
    }

    /** Keys without their list indices. */
    private static Set<String> names(Set<String> keys) {
        return keys.stream().map(k -> k.replaceAll("\\.\\d+", "")).collect(Collectors.toCollection(TreeSet::new));
    }
}
