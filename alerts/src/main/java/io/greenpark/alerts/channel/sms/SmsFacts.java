package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.message.MessageField;
import io.greenpark.alerts.message.Messages.Wording;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can be said in an SMS, by name. What is not known of a message is left out. */
final class SmsFacts {
    /** How many messages are told together. */
    static final String COUNT = "count";

    /** The first line of several. */
    static final String LINE = "line";

    /** The names there are. */
    static final Set<String> NAMES = names();

    private SmsFacts() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>(MessageField.CODES);
        names.add(COUNT);
        names.add(LINE);
        return Set.copyOf(names);
    }

    /** Of the link that acknowledges its code alone: links may not stand in a variable, so the approved text has the address before it. */
    static Map<String, String> of(Notification notification, Locale language) {
        Map<String, String> facts = new HashMap<>(Wording.values(notification.fields(), language));
        String receipt = notification.receipt();
        if (receipt != null) {
            facts.put(MessageField.RECEIPT.code(), receipt.substring(receipt.lastIndexOf('=') + 1));
        }
        return facts;
    }

    static Map<String, String> of(Letter letter, Locale language) {
        return Map.of(
                "title", letter.title().in(language), "what", letter.title().in(language));
    }

    static Map<String, String> of(Digest digest, Locale language) {
        return Map.of(
                "title",
                digest.title().in(language),
                "what",
                digest.title().in(language),
                COUNT,
                String.valueOf(digest.lines().size()),
                LINE,
                digest.lines().isEmpty() ? "" : digest.lines().get(0));
    }
}
