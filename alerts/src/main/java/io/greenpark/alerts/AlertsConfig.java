package io.greenpark.alerts;

import io.greenpark.alerts.bounce.BounceSettings;
import io.greenpark.alerts.channel.mail.MailSettings;
import io.greenpark.alerts.channel.sms.SmsSettings;
import io.greenpark.alerts.channel.webhook.WebhookSettings;
import io.greenpark.alerts.channel.zhezhengding.ZhezhengdingSettings;
import io.greenpark.alerts.contact.ContactsConfig;
import io.greenpark.alerts.desk.CaseDeskConfig;
import io.greenpark.alerts.evaluation.RulesConfig;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;

/**
 * Settings of alerts: section {@code alerts} with rules, recipients, outbox, contacts, handling and channels, and sections {@code mail} and
 * {@code links}.
 */
public record AlertsConfig(
        RulesConfig rules,
        OutboxConfig outbox,
        ContactsConfig contacts,
        CaseDeskConfig handling,
        MailSettings mail,
        BounceSettings bounces,
        WebhookSettings webhook,
        SmsSettings sms,
        ZhezhengdingSettings zhezhengding,
        LinksConfig links) {
    /** @param root the whole tree of settings */
    public static AlertsConfig from(Settings root, Problems problems) {
        Settings alerts = root.section("alerts");
        MailSettings mail = MailSettings.from(root.section("mail"), problems);
        OutboxConfig outbox = OutboxConfig.from(alerts, problems);
        return new AlertsConfig(
                RulesConfig.from(alerts, problems),
                outbox,
                ContactsConfig.from(alerts.section("contacts"), problems),
                CaseDeskConfig.from(alerts.section("handling"), problems),
                mail,
                BounceSettings.from(root.section("mail").section("bounces"), mail.host() != null, problems),
                WebhookSettings.from(alerts.section("webhook"), problems),
                SmsSettings.from(alerts.section("sms"), outbox.bureau(), problems),
                ZhezhengdingSettings.from(alerts.section("zhezhengding"), outbox.bureau(), problems),
                LinksConfig.from(root.section("links"), problems));
    }
}
