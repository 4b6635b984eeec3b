package io.greenpark.alerts.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How much of their pace addresses have left, by what was sent to them lately, and which of them want to be left alone. Used by one thread. What the
 * process before sent is read from the books once; that an address wanted to be left alone is forgotten with the process, and it will say so again.
 */
final class Pacer {
    private final Map<String, Channel> channels;
    private final Map<Address, Deque<Instant>> sent = new HashMap<>();
    private final Map<Address, Instant> resting = new HashMap<>();

    Pacer(Map<String, Channel> channels) {
        this.channels = Map.copyOf(channels);
    }

    private record Address(String channel, String target) {}

    /** Reads what was delivered lately, to be called once. */
    void recover(Handle handle, Instant now) {
        channels.values().stream().filter(Channel::isPaced).forEach(channel -> {
            for (String table : new String[] {"alert_outbox", "alert_envelope"}) {
                handle.createQuery("SELECT target, delivered_ms FROM " + table
                                + " WHERE channel = :channel AND delivered_ms > :from"
                                + (table.equals("alert_outbox") ? " AND envelope IS NULL" : "")
                                + " ORDER BY delivered_ms")
                        .bind("channel", channel.code())
                        .bind("from", now.minus(Channel.LONGEST_PACE).toEpochMilli())
                        .map((row, context) -> note(
                                channel.code(),
                                row.getString("target"),
                                Instant.ofEpochMilli(row.getLong("delivered_ms"))))
                        .list();
            }
        });
    }

    /** Something is sent to an address. */
    boolean note(String channel, String target, Instant at) {
        Pace pace = pace(channel, target);
        return pace.isBounded()
                && sent.computeIfAbsent(new Address(channel, target), a -> new ArrayDeque<>())
                        .add(at);
    }

    /** An address wants nothing until then. */
    void rest(String channel, String target, Instant until) {
        resting.merge(new Address(channel, target), until, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** How many messages an address takes now. */
    int left(String channel, String target, Instant now) {
        Address address = new Address(channel, target);
        Instant rests = resting.get(address);
        if (rests != null && rests.isAfter(now)) {
            return 0;
        }
        resting.remove(address);
        Pace pace = pace(channel, target);
        Deque<Instant> lately = sent.get(address);
        if (lately == null) {
            return pace.messages();
        }
        Instant from = now.minus(pace.within());
        // Ahead of now lies what was sent while the clock was ahead.
        lately.removeIf(at -> !at.isAfter(from) || at.isAfter(now));
        return Math.max(0, pace.messages() - lately.size());
    }

    /** When an address takes something again; empty if it does now. */
    Optional<Instant> freeAt(String channel, String target, Instant now) {
        if (left(channel, target, now) > 0) {
            return Optional.empty();
        }
        Address address = new Address(channel, target);
        Instant rests = resting.get(address);
        Deque<Instant> lately = sent.get(address);
        Instant paced = lately == null || lately.isEmpty()
                ? now
                : lately.getFirst().plus(pace(channel, target).within());
        return Optional.of(rests != null && rests.isAfter(paced) ? rests : paced);
    }

    private Pace pace(String channel, String target) {
        Channel known = channels.get(channel);
        return known == null ? Pace.ANY : known.pace(target);
    }
}
