package io.greenpark.alerts.outbox;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the addresses in mails, section {@code links}: officers may reach the console otherwise than enterprises do.
 *
 * @param officers for people of the bureau, parks and district; null for the console's own address
 * @param enterprises for people of enterprises; null for the console's own address
 * @param acknowledgeFor for how long a link in a message acknowledges its case ({@code acknowledgeFor}, default 7d)
 */
public record LinksConfig(
        @Nullable String officers, @Nullable String enterprises, Duration acknowledgeFor) {
    /** Where people reach the console, without a slash at the end. */
    public record Urls(String officers, String enterprises) {}

    /** Reads the section {@code links}; faults go to {@code problems}. */
    public static LinksConfig from(Settings links, Problems problems) {
        return new LinksConfig(
                url(links, "officers", problems),
                url(links, "enterprises", problems),
                links.duration(
                        "acknowledgeFor", Duration.ofDays(7), Duration.ofHours(1), Duration.ofDays(60), problems));
    }

    private static @Nullable String url(Settings links, String key, Problems problems) {
        String url = links.textOrNull(key);
        if (url == null) {
            return null;
        }
        if (!url.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
            problems.add(
                    links.place(key),
                    links.fullKey(key),
                    "\"" + url
                            + "\" is not allowed; accepted: an http or https URL, e.g. https://greenpark.example.org");
        }
        return url.replaceFirst("/+$", "");
    }

    /** @param consoleUrl the console's own address, for those whose is not stated */
    public Urls urls(String consoleUrl) {
        return new Urls(officers == null ? consoleUrl : officers, enterprises == null ? consoleUrl : enterprises);
    }
}
