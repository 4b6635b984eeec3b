package io.greenpark.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.bounce.BounceSettings;
import io.greenpark.alerts.channel.mail.MailSettings;
import io.greenpark.alerts.contact.ContactsConfig;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsConfigTest {
    private final Problems problems = new Problems();

    @Test
    void by_default_every_rule_is_on_and_mail_is_off() {
        AlertsConfig config = AlertsConfig.from(Settings.ofTexts(Map.of()), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(config.mail().host()).isNull();
        assertThat(config.rules().exceeded().policy().trial()).isFalse();
        assertThat(config.rules().exceeded().policy().hysteresis().raiseAfter()).isEqualTo(1);
        assertThat(config.rules().exceeded().policy().hysteresis().clearAfter()).isEqualTo(2);
        assertThat(config.rules().exceeded().thresholds().minCompletenessPercent())
                .isEqualTo(75);
        assertThat(config.rules().warning().thresholds().minRunningPercent()).isEqualTo(25);
        assertThat(config.rules().energy().policy().hysteresis().raiseAfter()).isEqualTo(2);
        assertThat(config.rules().energy().thresholds().minCompletenessPercent())
                .isEqualTo(90);
        assertThat(config.rules().silence().clearAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.rules().gateways().together().least()).isEqualTo(2);
        assertThat(config.rules().gateways().together().sharePercent()).isEqualTo(90);
        assertThat(config.rules().doors().after()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.outbox().giveUpAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void every_setting_is_read() {
        Map<String, String> texts = new HashMap<>(Map.of(
                "alerts.settle", "1m",
                "alerts.device-silent.clearAfter", "10m",
                "alerts.device-silent.maxLag", "7",
                "alerts.device-silent.trial", "true",
                "alerts.outbox.instance", "north",
                "alerts.outbox.firstPause", "1s",
                "alerts.outbox.longestPause", "2m",
                "alerts.outbox.giveUpAfter", "1d",
                "alerts.outbox.claimFor", "2m",
                "alerts.webhook.timeout", "5s"));
        for (String rule : new String[] {"energy-decline-behind", "limit-exceeded", "limit-warning"}) {
            texts.put("alerts." + rule + ".trial", "true");
            texts.put("alerts." + rule + ".raiseAfter", "3");
            texts.put("alerts." + rule + ".clearAfter", "4");
            texts.put("alerts." + rule + ".minCompletenessPercent", "80");
        }
        texts.put("alerts.gateway-silent.trial", "true");
        texts.put("alerts.gateway-silent.sharePercent", "80");
        texts.put("alerts.gateway-silent.clearAfter", "3m");
        texts.put("alerts.door-silent.trial", "true");
        texts.put("alerts.door-silent.after", "4m");
        texts.put("alerts.door-silent.sharePercent", "70");
        texts.put("alerts.door-silent.senders", "9");
        texts.put("alerts.door-silent.clearAfter", "5m");
        texts.put("alerts.canary-missing.trial", "true");
        texts.put("alerts.canary-missing.after", "10m");
        texts.put("alerts.canary-missing.clearAfter", "3m");
        texts.put("alerts.no-working-contact.trial", "true");
        texts.put("alerts.no-working-contact.after", "2d");
        texts.put("alerts.clean-production-overdue.trial", "true");
        texts.put("alerts.power-while-stopped.trial", "true");
        texts.put("alerts.power-while-stopped.baseKw", "25");
        texts.put("alerts.power-while-stopped.raiseAfter", "4");
        texts.put("alerts.power-while-stopped.clearAfter", "5");
        texts.put("alerts.power-while-stopped.minCompletenessPercent", "90");
        texts.put("alerts.contacts.confirmEvery", "30d");
        texts.put("alerts.contacts.spread", "5d");
        texts.put("alerts.contacts.remindAfterDays.0", "3");
        texts.put("alerts.contacts.overdueAfterDays", "9");
        texts.put("alerts.contacts.linkValid", "10d");
        texts.put("alerts.contacts.lettersPerMinute", "7");
        texts.put("alerts.contacts.brokenAfter", "6h");
        texts.put("alerts.energy-decline-behind.worsenPoints", "5");
        texts.put("alerts.energy-decline-behind.clearPoints", "1");
        texts.put("alerts.limit-exceeded.worsenPercent", "50");
        texts.put("alerts.limit-exceeded.clearPercent", "90");
        texts.put("alerts.limit-warning.minRunningPercent", "30");
        texts.put("alerts.limit-warning.clearPercent", "85");
        texts.put("alerts.recipients.0.name", "bureau");
        texts.put("alerts.recipients.0.email", "duty@bureau.example");
        texts.put("alerts.recipients.0.webhook", "https://bureau.example/hook");
        texts.put("alerts.recipients.0.language", "en");
        texts.putAll(Map.of(
                "mail.host", "smtp.bureau.example",
                "mail.port", "2525",
                "mail.tls", "tls",
                "mail.username", "greenpark",
                "mail.password", "secret",
                "mail.from", "greenpark@bureau.example",
                "mail.timeout", "5s"));
        Settings settings = Settings.ofTexts(texts);
        AlertsConfig config = AlertsConfig.from(settings, problems);
        settings.reportUnknown(problems);
        assertThat(problems.list()).isEmpty();
        assertThat(config.rules().settle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.rules().stopped().thresholds().baseKw()).isEqualByComparingTo("25");
        assertThat(config.rules().stopped().policy().hysteresis().raiseAfter()).isEqualTo(4);
        assertThat(config.rules().energy().policy().trial()).isTrue();
        assertThat(config.rules().energy().policy().hysteresis().worsenBy())
                .isEqualByComparingTo(new BigDecimal("0.05"));
        assertThat(config.rules().warning().policy().hysteresis().clearAfter()).isEqualTo(4);
        assertThat(config.rules().gateways().policy().trial()).isTrue();
        assertThat(config.rules().gateways().together().sharePercent()).isEqualTo(80);
        assertThat(config.rules().gateways().clearAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.rules().doors().policy().trial()).isTrue();
        assertThat(config.rules().doors().after()).isEqualTo(Duration.ofMinutes(4));
        assertThat(config.rules().doors().together().sharePercent()).isEqualTo(70);
        assertThat(config.rules().doors().together().least()).isEqualTo(9);
        assertThat(config.rules().doors().clearAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.rules().canary().policy().trial()).isTrue();
        assertThat(config.rules().canary().after()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.rules().canary().clearAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.rules().noContact().policy().trial()).isTrue();
        assertThat(config.rules().noContact().after()).isEqualTo(Duration.ofDays(2));
        assertThat(config.rules().overdue().policy().trial()).isTrue();
        assertThat(config.contacts())
                .isEqualTo(new ContactsConfig(
                        Duration.ofDays(30),
                        Duration.ofDays(5),
                        List.of(3),
                        9,
                        Duration.ofDays(10),
                        7,
                        Duration.ofHours(6)));
        assertThat(config.outbox().recipients())
                .containsExactly(
                        new Contact("bureau", "duty@bureau.example", "https://bureau.example/hook", Locale.ENGLISH));
        assertThat(config.mail())
                .isEqualTo(new MailSettings(
                        "smtp.bureau.example",
                        2525,
                        MailSettings.Tls.TLS,
                        "greenpark",
                        "secret",
                        "greenpark@bureau.example",
                        Duration.ofSeconds(5)));
    }

    @Test
    void a_mailbox_that_mails_come_back_to_is_read_and_faults_of_it_are_named() {
        Problems none = new Problems();
        BounceSettings right = AlertsConfig.from(
                        Settings.ofTexts(Map.of(
                                "mail.host", "smtp.bureau.example",
                                "mail.from", "greenpark@bureau.example",
                                "mail.bounces.host", "imap.bureau.example",
                                "mail.bounces.username", "bounces",
                                "mail.bounces.password", "secret",
                                "mail.bounces.returnPath", "bounces+{id}@bureau.example",
                                "mail.bounces.delayedLimit", "5")),
                        none)
                .bounces();
        assertThat(none.list()).isEmpty();
        assertThat(right.port()).isEqualTo(993);
        assertThat(right.delayedLimit()).isEqualTo(5);
        assertThat(right.toString()).doesNotContain("secret");
        Problems problems = new Problems();
        AlertsConfig.from(
                Settings.ofTexts(Map.of(
                        "mail.bounces.host", "imap.bureau.example",
                        "mail.bounces.tls", "ssl",
                        "mail.bounces.interval", "1s",
                        "mail.bounces.returnPath", "a-name-that-is-too-long+{id}@bureau.example")),
                problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactlyInAnyOrder(
                        "mail.bounces.tls",
                        "mail.bounces.username",
                        "mail.bounces.password",
                        "mail.bounces.host",
                        "mail.bounces.returnPath",
                        "mail.bounces.interval");
    }

    @Test
    void problems_name_key_value_and_what_is_accepted_and_keep_secrets() {
        Settings settings = Settings.ofTexts(Map.of(
                "mail.host", "smtp.bureau.example",
                "mail.tls", "ssl",
                "alerts.recipients.0.name", "bureau",
                "alerts.recipients.0.webhook", "ftp://bureau.example/?token=s3cret",
                "alerts.recipients.1.email", "duty@bureau.example",
                "alerts.limit-exceeded.raiseAfter", "0"));
        AlertsConfig.from(settings, problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::toString)
                .containsExactlyInAnyOrder(
                        "alerts.limit-exceeded.raiseAfter: \"0\" is not allowed; accepted: 1..100",
                        "alerts.recipients.0.webhook: is not allowed; accepted: an http or https URL",
                        "alerts.recipients.1.name: a recipient needs a name, and an email, a webhook, a phone or a zhezhengding account",
                        "mail.tls: \"ssl\" is not allowed; accepted: one of none, starttls, tls",
                        "mail.from: \"\" is not allowed; accepted: a mail address, e.g. greenpark@example.org");
    }

    @Test
    void settings_of_channels_that_cannot_work_are_told_without_secrets_and_numbers() {
        Settings settings = Settings.ofTexts(Map.of(
                "alerts.recipients.0.name", "bureau",
                "alerts.recipients.0.phone", "0579-82312345",
                "alerts.recipients.0.webhook", "https://bureau.example/?token=s3cret",
                "alerts.recipients.0.webhookSecret", "s3cret",
                "alerts.recipients.0.zhezhengding", "10086",
                "alerts.sms.url", "https://sms.example/",
                "alerts.sms.templates.0.code", "SMS_1",
                "alerts.sms.templates.0.event", "exploded",
                "alerts.sms.signing.kind", "aliyun"));
        AlertsConfig config = AlertsConfig.from(settings, problems);
        assertThat(problems.list())
                .extracting(p -> p.toString().replaceFirst(":.*", ""))
                .containsExactlyInAnyOrder(
                        "alerts.recipients.0.phone",
                        "alerts.recipients.0.webhookSecret",
                        "alerts.sms.body",
                        "alerts.sms.templates",
                        "alerts.sms.templates.0.event",
                        "alerts.sms.signing.accessKeyId",
                        "alerts.zhezhengding.appKey");
        assertThat(problems.list().toString() + config).doesNotContain("s3cret", "82312345");
    }

    @Test
    void the_password_is_never_written_out() {
        AlertsConfig config =
                AlertsConfig.from(Settings.ofTexts(Map.of("mail.password", "s3cret", "mail.username", "u")), problems);
        assertThat(config.toString()).doesNotContain("s3cret");
    }
}
