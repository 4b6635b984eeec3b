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
 * does not work until something is delivered to it. What people know of contacts is theirs: {@link ContactLine.Mark}. Written in the transaction that
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
     */
    public record Fate(
            @Nullable Instant failing,
            @Nullable Instant broken,
            @Nullable String answer,
            @Nullable Instant delivered) {
        static final Fate UNKNOWN = new Fate(null, null, null, null);
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
                ContactTable.instant(row, "delivered_ms"));
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
            return new Fate(null, null, null, at);
        }
        if (result instanceof DeliveryResult.Undeliverable refused && refused.answer() != null) {
            return broken(before, refused.answer(), at);
        }
        if (result instanceof DeliveryResult.Retry failed && failed.answer() != null) {
            Instant failing = before.failing() == null ? at : before.failing();
            return at.isBefore(failing.plus(brokenAfter))
                    ? new Fate(failing, before.broken(), failed.answer(), before.delivered())
                    : broken(new Fate(failing, before.broken(), null, before.delivered()), failed.answer(), at);
        }
        return before;
    }

    private static Fate broken(Fate before, String answer, Instant at) {
        return new Fate(
                before.failing() == null ? at : before.failing(),
                before.broken() == null ? at : before.broken(),
                answer,
                before.delivered());
    }

    /** Notes that an address is taken to work again. */
    static void clear(Handle handle, Key key) {
        Fate before = of(handle, key);
        if (before.broken() != null || before.failing() != null) {
            put(handle, key, new Fate(null, null, null, before.delivered()));
        }
    }

    private static void put(Handle handle, Key key, Fate fate) {
        handle.createUpdate("INSERT INTO contact_address (channel, target_hash, failing_ms, broken_ms, answer,"
                        + " delivered_ms) VALUES (:channel, :hash, :failing, :broken, :answer, :delivered)"
                        + " ON CONFLICT (channel, target_hash) DO UPDATE SET failing_ms = excluded.failing_ms,"
                        + " broken_ms = excluded.broken_ms, answer = excluded.answer,"
                        + " delivered_ms = excluded.delivered_ms")
                .bind("channel", key.channel())
                .bind("hash", key.hash())
                .bind("failing", ContactTable.ms(fate.failing()))
                .bind("broken", ContactTable.ms(fate.broken()))
                .bind("answer", fate.answer())
                .bind("delivered", ContactTable.ms(fate.delivered()))
                .execute();
    }
}
