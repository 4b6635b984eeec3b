package io.greenpark.alerts.outbox;

import java.util.Locale;

/**
 * Where a work message of the government's DingTalk goes. It is no secret.
 *
 * @param kind a person or an organization
 * @param id the person's account id, or the organization's code
 */
public record WorkAddress(Kind kind, String id) {
    /** What it is of. */
    public enum Kind {
        ACCOUNT,
        ORGANIZATION
    }

    /** As the books keep it: {@code account:12345}. */
    public String target() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** Reads what {@link #target} wrote. */
    public static WorkAddress of(String target) {
        int colon = target.indexOf(':');
        return new WorkAddress(
                Kind.valueOf(target.substring(0, colon).toUpperCase(Locale.ROOT)), target.substring(colon + 1));
    }
}
