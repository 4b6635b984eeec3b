package io.greenpark.alerts.channel;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** What is in a mail. */
public final class Mails {
    private Mails() {}

    /** Its text. */
    public static String text(Part mail) throws MessagingException, IOException {
        return part(mail, "text/plain");
    }

    /** The same as programs show it that show more. */
    public static String html(Part mail) throws MessagingException, IOException {
        return part(mail, "text/html");
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                String found = part(one, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
