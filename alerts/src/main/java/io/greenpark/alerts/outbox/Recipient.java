package io.greenpark.alerts.outbox;

import io.greenpark.alerts.notice.Tier;
import io.greenpark.park.registry.Contact;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a group, that is told.
 *
 * @param contact the person or office; null for a group
 * @param group the group; null for a person
 * @param tier what that one has to do with it
 * @param ofBureau whether it is one of the recipients of the settings
 */
public record Recipient(@Nullable Contact contact, @Nullable Group group, Tier tier, boolean ofBureau) {
    public Recipient {
        if ((contact == null) == (group == null)) {
            throw new IllegalArgumentException("a recipient is either a person or a group");
        }
    }

    /** A person or office. */
    public static Recipient of(Contact contact, Tier tier) {
        return new Recipient(contact, null, tier, false);
    }

    /** Somebody of the bureau, as the settings have it. */
    public static Recipient ofBureau(BureauRecipient recipient) {
        return new Recipient(recipient.contact(), null, Tier.OFFICE, true);
    }

    /** Somebody in this one's place. */
    Recipient replacedBy(Contact other) {
        return new Recipient(other, null, tier, false);
    }

    /** A group. */
    public static Recipient of(Group group) {
        return new Recipient(null, group, group.isOfEnterprise() ? Tier.ENTERPRISE : Tier.OFFICE, false);
    }

    /** Whether that one is an enterprise's, and not of the bureau, a park or the district. */
    public boolean ofEnterprise() {
        return tier == Tier.ENTERPRISE;
    }

    /** What that one is called. */
    public String name() {
        return contact != null ? contact.name() : Objects.requireNonNull(group).name();
    }

    /** The language it is told in. */
    public Locale language() {
        return contact != null
                ? contact.language()
                : Objects.requireNonNull(group).language();
    }

    /** Mail address; null for none. */
    public @Nullable String email() {
        return contact == null ? null : contact.email();
    }

    /** URL that takes notices; null for none. */
    public @Nullable String webhook() {
        return contact == null ? null : contact.webhook();
    }

    /** Phone as people write it; null for none. */
    public @Nullable String phone() {
        return contact == null ? null : contact.phone();
    }
}
