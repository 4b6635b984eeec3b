package io.greenpark.alerts.bounce;

import io.greenpark.config.secret.Secrets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a mail that comes back is known: the id of the message with a signature, {@code ID.SIGNATURE}. It stands in the mail's {@code
 * Message-ID}, in a header of its own, and, where the mail provider takes such addresses, in the address that it comes back to. Nobody who was not
 * sent the mail can write one. Any thread may call.
 */
public final class ReturnTags {
    /** A header of our own: some providers write another Message-ID. */
    public static final String HEADER = "X-Greenpark-Return";

    /** What stands for the tag in {@code mail.bounces.returnPath}. */
    static final String PLACEHOLDER = "{id}";

    private static final String PURPOSE = "mail-return";
    private static final int SIGNATURE_BYTES = 8;
    /** Bounded and without going back, since anybody may write to the mailbox: it takes no longer than the text is long. */
    private static final Pattern TAG =
            Pattern.compile("(?<![a-z0-9])([a-z0-9]{1,64}+(?:-[a-z0-9]{1,64}+){1,8}+)\\.([0-9a-f]{16})(?![0-9a-f])");

    private final byte[] key;
    private final @Nullable String returnPath;

    /**
     * @param key a secret of this installation, the same after a restart
     * @param returnPath the address that mails come back to, with or without a place for the tag; null for the sender's
     */
    public ReturnTags(byte[] key, @Nullable String returnPath) {
        this.key = key.clone();
        this.returnPath = returnPath;
    }

    /** The tag of a message. */
    public String of(String id) {
        return id + "." + sign(id);
    }

    /** Where a message comes back to; null for its sender. */
    public @Nullable String addressOf(String id) {
        return returnPath == null ? null : returnPath.replace(PLACEHOLDER, of(id));
    }

    /** The ids of all messages whose tags stand in a text; what was not signed here is none. */
    Set<String> idsIn(String text) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = TAG.matcher(text.toLowerCase(Locale.ROOT));
        for (int from = 0; matcher.find(from); ) {
            boolean ours = Secrets.same(sign(matcher.group(1)), matcher.group(2));
            if (ours) {
                ids.add(matcher.group(1));
            }
            // Words before it, as of bounces-{id}@…, look like a part of it.
            from = ours ? matcher.end() : matcher.start() + 1;
        }
        return ids;
    }

    private String sign(String id) {
        return HexFormat.of().formatHex(Secrets.keyed(key, PURPOSE + "." + id), 0, SIGNATURE_BYTES);
    }
}
