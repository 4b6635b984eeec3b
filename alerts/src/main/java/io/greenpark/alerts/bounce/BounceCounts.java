package io.greenpark.alerts.bounce;

import io.greenpark.config.setting.EnumCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How many mails of each kind were in the mailbox that mails come back to.
 *
 * @param mails by code: {@code failed}, {@code delayed}, {@code not-ours}, {@code unreadable}, {@code auto-reply}, {@code other}; of what never
 *     came there is none
 */
public record BounceCounts(Map<String, Count> mails) {
    /** All that there are. */
    public static final List<String> CODES =
            Arrays.stream(ReadMail.Kind.values()).map(EnumCode::of).toList();

    public static final BounceCounts NONE = new BounceCounts(Map.of());

    /** @param last when the last one was read */
    public record Count(long mails, Instant last) {}

    public BounceCounts {
        mails = Map.copyOf(mails);
    }

    public static BounceCounts of(Handle handle) {
        Map<String, Count> counts = new HashMap<>();
        handle.createQuery("SELECT kind, mails, last_ms FROM bounce_count")
                .map((row, context) -> Map.entry(
                        row.getString("kind"),
                        new Count(row.getLong("mails"), Instant.ofEpochMilli(row.getLong("last_ms")))))
                .forEach(e -> counts.put(EnumCode.of(ReadMail.Kind.valueOf(e.getKey())), e.getValue()));
        return new BounceCounts(counts);
    }

    /** How many there were of a kind. */
    public long of(String code) {
        Count count = mails.get(code);
        return count == null ? 0 : count.mails();
    }
}
