package io.greenpark.alerts.contact;

import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.DeliveryWatch;
import io.greenpark.config.digest.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How addresses fare that are told things, in the table {@code contact_address}: one that the other side refuses for good, or that failed for long,
 * does not work until something is delivered to it. One to which a mail came back does not work until somebody says that it does: that a mail server
 * takes the next mail for it proves nothing. What people know of contacts is theirs: {@link ContactLine.Mark}. Written in the transaction that
 * records what came of an attempt.
 */
public final class Addresses implements DeliveryWatch {
    private final Duration brokenAfter;

    public Addresses(ContactsConfig config) {
        this.brokenAfter = config.brokenAfter();
    }

    /**
     * How one fares.
     *
     * @param failing since when every attempt failed; null where the last one did not
     * @param broken since when it counts as not working; null where it does not
     * @param answer what the other side said
     * @param delivered when something was last delivered; null where nothing was
     * @param bounced since when it does not work because a mail to it came back; null where none did
     * @param cleared when somebody last said that it works; null where nobody did
     */
    public record Fate(
            @Nullable Instant failing,
            @Nullable Instant broken,
            @Nullable String answer,
            @Nullable Instant delivered,
            @Nullable Instant bounced,
            @Nullable Instant cleared) {
        static final Fate UNKNOWN = new Fate(null, null, null, null, null, null);
    }

    /** An address by a digest: it may hold a token. */
    record Key(String channel, String hash) {
        static Key of(String channel, String target) {
            return new Key(channel, Sha256.hex(target, 12));
        }
    }

    static Map<Key, Fate> all(Handle handle) {
        Map<Key, Fate> fates = new HashMap<>();
        handle.createQuery("SELECT * FROM contact_address")
                .map((row, context) ->
                        Map.entry(new Key(row.getString("channel"), row.getString("target_hash")), fate(row)))
                .forEach(e -> fates.put(e.getKey(), e.getValue()));
        return fates;
    }

    private static Fate fate(ResultSet row) throws SQLException {
        return new Fate(
                ContactTable.instant(row, "failing_ms"),
                ContactTable.instant(row, "broken_ms"),
                row.getString("answer"),
                ContactTable.instant(row, "delivered_ms"),
                ContactTable.instant(row, "bounced_ms"),
                ContactTable.instant(row, "cleared_ms"));
    }

    static Fate of(Handle handle, Key key) {
        return handle.createQuery("SELECT * FROM contact_address WHERE channel = :channel AND target_hash = :hash")
                .bind("channel", key.channel())
                .bind("hash", key.hash())
                .map((row, context) -> fate(row))
                .findOne()
                .orElse(Fate.UNKNOWN);
    }

    @Override
    public void attempted(Handle handle, String channel, String target, DeliveryResult result, Instant at) {
        Key key = Key.of(channel, target);
        Fate before = of(handle, key);
        Fate after = after(before, result, at);
        if (!after.equals(before)) {
            put(handle, key, after);
        }
    }

    private Fate after(Fate before, DeliveryResult result, Instant at) {
        if (result instanceof DeliveryResult.Delivered) {
            return before.bounced() == null
                    ? new Fate(null, null, null, at, null, before.cleared())
                    : new Fate(
                            before.failing(), before.broken(), before.answer(), at, before.bounced(), before.cleared());
        }
        if (result instanceof DeliveryResult.Undeliverable refused && refused.answer() != null) {
            return broken(before, refused.answer(), at);
        }
        if (result instanceof DeliveryResult.Retry failed && failed.answer() != null) {
            Instant failing = before.failing() == null ? at : before.failing();
            return at.isBefore(failing.plus(brokenAfter))
                    ? new Fate(
                            failing,
                            before.broken(),
                            failed.answer(),
                            before.delivered(),
                            before.bounced(),
                            before.cleared())
                    : broken(
                            new Fate(
                                    failing,
                                    before.broken(),
                                    null,
                                    before.delivered(),
                                    before.bounced(),
                                    before.cleared()),
                            failed.answer(),
                            at);
        }
        return before;
    }

    private static Fate broken(Fate before, String answer, Instant at) {
        return new Fate(
                before.failing() == null ? at : before.failing(),
                before.broken() == null ? at : before.broken(),
                answer,
                before.delivered(),
                before.bounced(),
                before.cleared());
    }

    /**
     * A mail to an address came back, or so many were late that it does not work.
     *
     * @param sent when that mail was sent: what somebody has said since is newer
     * @return whether that is held against the address
     */
    public static boolean cameBack(
            Handle handle, String channel, String target, String answer, Instant sent, Instant at) {
        Key key = Key.of(channel, target);
        Fate before = of(handle, key);
        if (before.cleared() != null && !sent.isAfter(before.cleared())) {
            return false;
        }
        Fate broken = broken(before, answer, at);
        Instant since = before.bounced() == null ? at : before.bounced();
        put(
                handle,
                key,
                new Fate(broken.failing(), broken.broken(), answer, broken.delivered(), since, broken.cleared()));
        return true;
    }

    /** When somebody last said that an address works; null where nobody did. */
    public static @Nullable Instant cleared(Handle handle, String channel, String target) {
        return of(handle, Key.of(channel, target)).cleared();
    }

    /** An address as it is kept: by a digest. */
    public static String hash(String channel, String target) {
        return Key.of(channel, target).hash();
    }

    /** Notes that an address is taken to work again. */
    static void clear(Handle handle, Key key, Instant at) {
        Fate before = of(handle, key);
        put(handle, key, new Fate(null, null, null, before.delivered(), null, at));
    }

    private static void put(Handle handle, Key key, Fate fate) {
        handle.createUpdate("INSERT INTO contact_address (channel, target_hash, failing_ms, broken_ms, answer,"
                        + " delivered_ms, bounced_ms, cleared_ms)"
                        + " VALUES (:channel, :hash, :failing, :broken, :answer, :delivered, :bounced, :cleared)"
                        + " ON CONFLICT (channel, target_hash) DO UPDATE SET failing_ms = excluded.failing_ms,"
                        + " broken_ms = excluded.broken_ms, answer = excluded.answer,"
                        + " delivered_ms = excluded.delivered_ms, bounced_ms = excluded.bounced_ms,"
                        + " cleared_ms = excluded.cleared_ms")
                .bind("channel", key.channel())
                .bind("hash", key.hash())
                .bind("failing", ContactTable.ms(fate.failing()))
                .bind("broken", ContactTable.ms(fate.broken()))
                .bind("answer", fate.answer())
                .bind("delivered", ContactTable.ms(fate.delivered()))
                .bind("bounced", ContactTable.ms(fate.bounced()))
                .bind("cleared", ContactTable.ms(fate.cleared()))
                .execute();
    }
}
