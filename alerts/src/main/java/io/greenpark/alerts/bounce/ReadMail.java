package io.greenpark.alerts.bounce;

import java.util.List;
import java.util.Set;

/** What a mail in the mailbox is. */
sealed interface ReadMail {
    /**
     * A delivery status notification (RFC 3464).
     *
     * @param identity of this report, the same however often it is read
     * @param messages ids of messages that were sent from here and that it names, each proved by its signature
     */
    record Report(String identity, Set<String> messages, List<Recipient> recipients) implements ReadMail {
        public Report {
            messages = Set.copyOf(messages);
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * What it says of a recipient.
     *
     * @param addresses as it was written to, and as it was delivered to, in small letters
     * @param answer what the other side said
     */
    record Recipient(Set<String> addresses, Outcome outcome, String answer) {
        public Recipient {
            addresses = Set.copyOf(addresses);
        }
    }

    /** What became of the mail. */
    enum Outcome {
        /** It never arrives, for a reason that stays (5.x.x). */
        FAILED,
        /** It is late, or did not arrive for a reason that may pass (4.x.x). */
        DELAYED,
        /** It arrived, or went on. */
        PASSED_ON
    }

    /** Any other mail. */
    record Other(Kind kind) implements ReadMail {}

    /** What is counted. */
    enum Kind {
        /** A report that an address does not work. */
        FAILED,
        /** A report that a mail is late. */
        DELAYED,
        /** A report on a mail that was not sent from here, or not to that address: it changes nothing. */
        NOT_OURS,
        /** Looks like a mail that came back, and is no report that can be read: a person has to look. */
        UNREADABLE,
        /** Somebody's absence, a receipt. */
        AUTO_REPLY,
        /** Anything else. */
        OTHER
    }
}
