package io.greenpark.alerts.outbox;

import io.greenpark.alerts.outbox.OutboxTable.NewMessage;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Contact;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes letters: one row per recipient and channel, in the transaction of whoever writes, so that there is a letter if and only if
 * there is what it tells of. They are delivered as notifications are.
 */
public final class LetterBox {
    private final List<Channel> channels;

    public LetterBox(List<Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    /** Writes a letter to each of some people, by every channel that reaches them; returns how many were written. */
    public int write(Handle handle, Letter letter, List<Contact> contacts) {
        int written = 0;
        for (Contact contact : contacts) {
            for (Channel channel : channels) {
                String target = channel.target(contact);
                if (target != null && OutboxTable.LETTERS.insert(handle, message(letter, contact, channel, target))) {
                    written++;
                }
            }
        }
        return written;
    }

    private static NewMessage message(Letter letter, Contact contact, Channel channel, String target) {
        String id = "letter-"
                + Sha256.hex(letter.about() + "\n" + letter.step() + "\n" + channel.code() + "\n" + target, 12);
        return new NewMessage(
                id,
                letter.about(),
                letter.step(),
                letter.owner(),
                channel.code(),
                contact,
                target,
                channel.compose(id, letter, contact),
                letter.at());
    }
}
