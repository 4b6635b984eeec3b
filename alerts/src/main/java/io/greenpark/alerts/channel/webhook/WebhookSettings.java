package io.greenpark.alerts.channel.webhook;

import io.greenpark.alerts.outbox.BureauRecipient;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the webhook channel, section {@code alerts.webhook}.
 *
 * @param timeout the longest wait for an answer ({@code timeout}, default 10s)
 * @param secrets what notices to an address are signed with, by the address; of one that is not here they are not signed. Of contacts in {@code
 *     signing} (url, secret), of the bureau's recipients in {@code webhookSecret}
 */
public record WebhookSettings(Duration timeout, Map<String, String> secrets) {
    private static final int SHORTEST_SECRET = 16;

    public WebhookSettings {
        secrets = Map.copyOf(secrets);
    }

    public static WebhookSettings from(Settings webhook, Problems problems) {
        Map<String, String> secrets = new HashMap<>();
        for (Settings entry : webhook.sections("signing")) {
            String url = entry.secret("url", problems);
            String secret = entry.secret("secret", problems);
            if (url == null || !url.matches("https?://[^\\s]+")) {
                problems.add(
                        entry.place("url"),
                        entry.fullKey("url"),
                        "is not allowed; accepted: the http or https URL as the registry has it");
            } else if (secret == null || secret.length() < SHORTEST_SECRET) {
                problems.add(
                        entry.place("secret"),
                        entry.fullKey("secret"),
                        "is not allowed; accepted: a secret of at least " + SHORTEST_SECRET + " characters");
            } else if (secrets.put(url, secret) != null) {
                problems.add(entry.place("url"), entry.fullKey("url"), "is there twice; give each address one secret");
            }
        }
        return new WebhookSettings(
                webhook.duration(
                        "timeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(50), problems),
                secrets);
    }

    /** With what the bureau's recipients have. */
    public WebhookSettings with(OutboxConfig outbox) {
        Map<String, String> all = new HashMap<>(secrets);
        for (BureauRecipient recipient : outbox.bureau()) {
            String url = recipient.contact().webhook();
            String secret = recipient.webhookSecret();
            if (url != null && secret != null) {
                all.put(url, secret);
            }
        }
        return new WebhookSettings(timeout, all);
    }

    /** What notices to an address are signed with; null where they are not. */
    @Nullable
    String secret(String url) {
        return secrets.get(url);
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "WebhookSettings[" + timeout + ", " + secrets.size() + " signed]";
    }
}
