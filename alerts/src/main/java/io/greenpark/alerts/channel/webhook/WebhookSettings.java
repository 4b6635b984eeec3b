package io.greenpark.alerts.channel.webhook;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of the webhook channel, section {@code alerts.webhook}.
 *
 * @param timeout the longest wait for an answer ({@code timeout}, default 10s)
 */
public record WebhookSettings(Duration timeout) {
    public static WebhookSettings from(Settings webhook, Problems problems) {
        return new WebhookSettings(webhook.duration(
                "timeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(50), problems));
    }
}
