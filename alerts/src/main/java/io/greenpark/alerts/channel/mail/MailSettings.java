package io.greenpark.alerts.channel.mail;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the mail channel, section {@code mail}; off where no host is set.
 *
 * @param host the mail server ({@code host}); null for no mail
 * @param port its port ({@code port}; default 465 with tls, 587 with starttls, 25 without)
 * @param tls {@code none}, {@code starttls} or {@code tls} ({@code tls}, default starttls)
 * @param userName account to sign in with ({@code username}); null for none
 * @param password its password ({@code password}: text, {@code ${ENV}} or {@code file:PATH}); null for none
 * @param from address of the sender ({@code from}); required with a host
 * @param timeout the longest wait for the server ({@code timeout}, default 20s)
 */
public record MailSettings(
        @Nullable String host,
        int port,
        Tls tls,
        @Nullable String userName,
        @Nullable String password,
        String from,
        Duration timeout) {
    /** How the connection is protected. */
    public enum Tls {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    public static MailSettings from(Settings mail, Problems problems) {
        Tls tls = mail.choice("tls", Tls.STARTTLS, Tls.class, problems);
        String host = mail.textOrNull("host");
        String from = mail.text("from", "");
        if (host != null && !from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            problems.add(
                    mail.place("from"),
                    mail.fullKey("from"),
                    "\"" + from + "\" is not allowed; accepted: a mail address, e.g. greenpark@example.org");
        }
        return new MailSettings(
                host,
                mail.integer("port", tls.port, 1, 65_535, problems),
                tls,
                mail.textOrNull("username"),
                mail.secret("password", problems),
                from,
                mail.duration(
                        "timeout", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(50), problems));
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + tls + ", from " + from + "]";
    }
}
