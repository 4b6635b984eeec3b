package io.greenpark.alerts.outbox;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the bureau's recipients, the list {@code alerts.recipients}: {@code name}, {@code email}, {@code webhook} and {@code webhookSecret}
 * (secrets), {@code phone} (told by SMS), {@code zhezhengding} (account id) or {@code zhezhengdingOrganization} (its code), {@code language}.
 */
final class BureauSettings {
    private static final int SHORTEST_SECRET = 16;

    private BureauSettings() {}

    static List<BureauRecipient> from(Settings alerts, Problems problems) {
        List<BureauRecipient> recipients = new ArrayList<>();
        for (Settings entry : alerts.sections("recipients")) {
            BureauRecipient recipient = recipient(entry, problems);
            if (recipient != null) {
                recipients.add(recipient);
            }
        }
        return recipients;
    }

    private static @Nullable BureauRecipient recipient(Settings s, Problems problems) {
        String name = s.text("name", "");
        String email = s.textOrNull("email");
        String webhook = s.secret("webhook", problems);
        String phone = s.textOrNull("phone");
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
        if (phone != null && MobilePhone.of(phone) == null) {
            problems.add(s.place("phone"), s.fullKey("phone"), MobilePhone.ALLOWED);
        }
        String secret = secret(s, webhook, problems);
        WorkAddress work = work(s, problems);
        if (name.isBlank() || (email == null && webhook == null && phone == null && work == null)) {
            problems.add(
                    s.place("name"),
                    s.fullKey("name"),
                    "a recipient needs a name, and an email, a webhook, a phone or a zhezhengding account");
            return null;
        }
        return new BureauRecipient(
                new Contact(name, email, webhook, phone, Locale.forLanguageTag(language)), secret, work);
    }

    private static @Nullable String secret(Settings s, @Nullable String webhook, Problems problems) {
        String secret = s.secret("webhookSecret", problems);
        if (secret != null && webhook == null) {
            problems.add(
                    s.place("webhookSecret"),
                    s.fullKey("webhookSecret"),
                    "is not used: there is no webhook to sign for");
        }
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            problems.add(
                    s.place("webhookSecret"),
                    s.fullKey("webhookSecret"),
                    "is not allowed; accepted: a secret of at least " + SHORTEST_SECRET + " characters");
        }
        return secret;
    }

    private static @Nullable WorkAddress work(Settings s, Problems problems) {
        String account = s.textOrNull("zhezhengding");
        String organization = s.textOrNull("zhezhengdingOrganization");
        if (account != null && organization != null) {
            problems.add(
                    s.place("zhezhengdingOrganization"),
                    s.fullKey("zhezhengdingOrganization"),
                    "is there beside zhezhengding; give the account or the organization, or make two recipients");
        }
        if (account != null) {
            return new WorkAddress(WorkAddress.Kind.ACCOUNT, account);
        }
        return organization == null ? null : new WorkAddress(WorkAddress.Kind.ORGANIZATION, organization);
    }
}
