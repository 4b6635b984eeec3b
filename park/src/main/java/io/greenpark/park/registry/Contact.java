package io.greenpark.park.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person to be told.
 *
 * @param email mail address; null if told by webhook only
 * @param webhook URL that takes notices as JSON; null if told by mail only
 * @param phone for people to call, as {@code +86 138 0000 0000}; null where it is not known
 * @param language language of the notices
 */
public record Contact(
        String name,
        @Nullable String email,
        @Nullable String webhook,
        @Nullable String phone,
        Locale language) {
    /** One whose phone is not known. */
    public Contact(String name, @Nullable String email, @Nullable String webhook, Locale language) {
        this(name, email, webhook, null, language);
    }
}
