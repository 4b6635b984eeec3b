package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the bureau who is told of every case, as the settings have it.
 *
 * @param contact who it is; its phone is one that agreed to messages
 * @param webhookSecret what notices to its webhook are signed with; null where they are not
 * @param work where the government's DingTalk reaches it; null where it does not
 */
public record BureauRecipient(
        Contact contact,
        @Nullable String webhookSecret,
        @Nullable WorkAddress work) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "BureauRecipient[" + contact.name() + "]";
    }
}
