package io.greenpark.alerts.outbox;

import io.greenpark.alerts.notice.Tier;
import io.greenpark.alerts.outbox.OutboxTable.NewMessage;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes letters: one row per recipient and channel, in the transaction of whoever writes, so that there is a letter if and only if
 * there is what it tells of. They are delivered as notifications are.
 */
public final class LetterBox {
    private final List<Channel> channels;
    private final List<Group> groups;

    public LetterBox(List<Channel> channels) {
        this(channels, List.of());
    }

    /** @param groups that letters can go to */
    public LetterBox(List<Channel> channels, List<Group> groups) {
        this.channels = List.copyOf(channels);
        this.groups = List.copyOf(groups);
    }

    /** Chat groups that letters can go to. */
    public List<Group> groups() {
        return groups;
    }

    /** Writes a letter to a group; returns how many were written. Whether all in it may read it is for whoever writes to know. */
    public int write(Handle handle, Letter letter, Group group) {
        return write(handle, letter, Recipient.of(group));
    }

    /** Writes a letter to each of some people, by every channel that reaches them; returns how many were written. */
    public int write(Handle handle, Letter letter, List<Contact> contacts) {
        int written = 0;
        Tier tier = letter.owner().scope() == Subject.Scope.ENTERPRISE ? Tier.ENTERPRISE : Tier.OFFICE;
        for (Contact contact : contacts) {
            written += write(handle, letter, Recipient.of(contact, tier));
        }
        return written;
    }

    private int write(Handle handle, Letter letter, Recipient recipient) {
        int written = 0;
        for (Channel channel : channels) {
            String target = channel.target(recipient);
            if (target != null
                    && channel.takesLetters()
                    && OutboxTable.LETTERS.insert(handle, message(letter, recipient, channel, target))) {
                written++;
            }
        }
        return written;
    }

    private static NewMessage message(Letter letter, Recipient recipient, Channel channel, String target) {
        String id = "letter-"
                + Sha256.hex(letter.about() + "\n" + letter.step() + "\n" + channel.code() + "\n" + target, 12);
        return new NewMessage(
                id,
                letter.about(),
                letter.step(),
                letter.owner(),
                channel.code(),
                recipient.name(),
                target,
                channel.compose(id, letter, recipient),
                letter.at());
    }
}
