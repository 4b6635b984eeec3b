package io.greenpark.alerts.outbox;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the outbox, section {@code alerts}.
 *
 * @param instance name of this process among several on one database ({@code outbox.instance}, default greenpark)
 * @param firstPause pause before the second attempt; it doubles from there ({@code outbox.firstPause}, default 10s)
 * @param longestPause the pause grows no longer ({@code outbox.longestPause}, default 1h)
 * @param giveUpAfter how long delivery is tried ({@code outbox.giveUpAfter}, default 3d)
 * @param claimFor after this a claimed message of a vanished process is free again ({@code outbox.claimFor}, default 5m)
 * @param recipients the bureau's recipients, notified of every case ({@code recipients}: name, email, webhook, language)
 */
public record OutboxConfig(
        String instance,
        Duration firstPause,
        Duration longestPause,
        Duration giveUpAfter,
        Duration claimFor,
        List<Contact> recipients) {
    public OutboxConfig {
        recipients = List.copyOf(recipients);
    }

    public static OutboxConfig from(Settings alerts, Problems problems) {
        Settings s = alerts.section("outbox");
        Duration second = Duration.ofSeconds(1);
        Duration day = Duration.ofDays(1);
        List<Contact> recipients = new ArrayList<>();
        for (Settings entry : alerts.sections("recipients")) {
            Contact contact = recipient(entry, problems);
            if (contact != null) {
                recipients.add(contact);
            }
        }
        return new OutboxConfig(
                s.text("instance", "greenpark"),
                s.duration("firstPause", Duration.ofSeconds(10), second, day, problems),
                s.duration("longestPause", Duration.ofHours(1), second, day, problems),
                s.duration("giveUpAfter", Duration.ofDays(3), Duration.ofMinutes(1), Duration.ofDays(365), problems),
                s.duration("claimFor", Duration.ofMinutes(5), Duration.ofMinutes(1), day, problems),
                recipients);
    }

    private static @Nullable Contact recipient(Settings s, Problems problems) {
        String name = s.text("name", "");
        String email = s.textOrNull("email");
        String webhook = s.secret("webhook", problems);
        String language = s.text("language", "zh");
        if (!language.equals("zh") && !language.equals("en")) {
            problems.add(
                    s.place("language"),
                    s.fullKey("language"),
                    "\"" + language + "\" is not allowed; accepted: zh, en");
        }
        if (email != null && !email.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            problems.add(
                    s.place("email"), s.fullKey("email"), "\"" + email + "\" is not allowed; accepted: a mail address");
        }
        if (webhook != null && !webhook.matches("https?://[^\\s]+")) {
            // The address may hold a token, so it is not shown.
            problems.add(s.place("webhook"), s.fullKey("webhook"), "is not allowed; accepted: an http or https URL");
        }
        if (name.isBlank() || (email == null && webhook == null)) {
            problems.add(s.place("name"), s.fullKey("name"), "a recipient needs a name, and an email or a webhook");
            return null;
        }
        return new Contact(name, email, webhook, Locale.forLanguageTag(language));
    }
}
