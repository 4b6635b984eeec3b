package io.greenpark.alerts.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Mails that come back, as mail servers write them, about a mail of ours. */
final class Samples {
    private Samples() {}

    static String text(String name, String tag, String to) {
        return text(name, tag, to, "1");
    }

    static String text(String name, String tag, String to, String number) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/bounces/" + name + ".eml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{tag}", tag)
                    .replace("{to}", to)
                    .replace("{TO}", to.toUpperCase(Locale.ROOT))
                    .replace("{n}", number)
                    .replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MimeMessage mail(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
