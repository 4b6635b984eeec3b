package io.greenpark.access.audit;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is to say: {@code AuditDraft.of("li", "10.0.0.7", ACCOUNT_CHANGED).on("account", "wang").change(before, after)}. Its
 * texts are as every database keeps them: names are cut at 300 characters, and what is no character is replaced.
 *
 * @param who the account's name; there may be no such account, or no longer
 * @param origin the IP address it came from, or {@link #SERVER}
 * @param object what it was done to; null if to nothing in particular
 * @param before what it was like before, as {@link CanonicalJson}; null if it was not there or nothing changed
 * @param after what it is like since; null if it is gone or nothing changed
 * @param why the reason somebody gave
 */
public record AuditDraft(
        String who,
        String origin,
        AuditAction action,
        @Nullable AuditObject object,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why) {
    /** The origin of what was done by a command on the machine, or by Greenpark itself. */
    public static final String SERVER = "server";

    /** Who does what nobody asked for at that moment. */
    static final String GREENPARK = "greenpark";

    public AuditDraft {
        who = AuditText.name(who);
        origin = AuditText.name(origin);
        before = AuditText.plainOrNull(before);
        after = AuditText.plainOrNull(after);
        why = AuditText.plainOrNull(why);
    }

    public static AuditDraft of(String who, String origin, AuditAction action) {
        return new AuditDraft(who, origin, action, null, null, null, null);
    }

    public AuditDraft on(String kind, String id) {
        return new AuditDraft(who, origin, action, new AuditObject(kind, id), before, after, why);
    }

    /** What changed; secrets have no place in either. */
    public AuditDraft change(@Nullable JsonNode was, @Nullable JsonNode is) {
        return new AuditDraft(who, origin, action, object, CanonicalJson.of(was), CanonicalJson.of(is), why);
    }

    public AuditDraft because(@Nullable String reason) {
        return new AuditDraft(who, origin, action, object, before, after, reason);
    }
}
