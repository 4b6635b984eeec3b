package io.greenpark.alerts;

import io.greenpark.alerts.channel.mail.MailSettings;
import io.greenpark.alerts.channel.webhook.WebhookSettings;
import io.greenpark.alerts.contact.ContactsConfig;
import io.greenpark.alerts.evaluation.RulesConfig;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;

/**
 * Settings of alerts: section {@code alerts} with rules, recipients, outbox, contacts and webhook, and sections {@code mail} and
 * {@code links}.
 */
public record AlertsConfig(
        RulesConfig rules,
        OutboxConfig outbox,
        ContactsConfig contacts,
        MailSettings mail,
        WebhookSettings webhook,
        LinksConfig links) {
    /** @param root the whole tree of settings */
    public static AlertsConfig from(Settings root, Problems problems) {
        Settings alerts = root.section("alerts");
        return new AlertsConfig(
                RulesConfig.from(alerts, problems),
                OutboxConfig.from(alerts, problems),
                ContactsConfig.from(alerts.section("contacts"), problems),
                MailSettings.from(root.section("mail"), problems),
                WebhookSettings.from(alerts.section("webhook"), problems),
                LinksConfig.from(root.section("links"), problems));
    }
}
