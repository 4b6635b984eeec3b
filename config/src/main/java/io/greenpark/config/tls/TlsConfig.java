package io.greenpark.config.tls;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the certificate in the data folder, section {@code tls}.
 *
 * @param mqtt whether MQTT over TLS opens with it ({@code mqtt}, default true)
 * @param http whether the console speaks HTTPS with it ({@code http}, default true)
 * @param warnBefore how long before a certificate ends health and log warn ({@code warnBefore}, default 30d)
 * @param lookEvery how often the files of certificates are looked at ({@code lookEvery}, default 1m)
 * @param publishedOn where a container engine or a forwarding rule shows the ports without TLS: its address ({@code publishedOn}); null
 *     where they are reached at their own
 */
public record TlsConfig(
        boolean mqtt,
        boolean http,
        Duration warnBefore,
        Duration lookEvery,
        @Nullable String publishedOn) {
    public static TlsConfig from(Settings section, Problems problems) {
        return new TlsConfig(
                section.flag("mqtt", true, problems),
                section.flag("http", true, problems),
                section.duration("warnBefore", Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(365), problems),
                section.duration(
                        "lookEvery", Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofDays(1), problems),
                section.textOrNull("publishedOn"));
    }

    /** The address at which a port without TLS is reached that listens on {@code host}. */
    public String plainHost(String host) {
        return publishedOn == null ? host : publishedOn;
    }
}
