package io.greenpark.store.deadletter;

import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.Quarantine.Overflow;
import io.greenpark.park.quarantine.Quarantine.Portion;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.quarantine.WaitingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks at what waits to be claimed. Used by one thread at a time. */
final class QuarantineReads {
    private static final String DEVICES =
            "SELECT id, sender_kind, sender, device, first_ms, last_ms, messages, dropped,"
                    + " discarded_ms, discarded_by, discard_reason FROM kept_device";
    private static final String KEYS = "SELECT device_id, key, readings, dropped, form, time_ms, value, flag, rises,"
            + " falls, (SELECT min(r.time_ms) FROM kept_reading r WHERE r.key_id = kept_key.id) AS earliest"
            + " FROM kept_key";

    /** Of so many readings it is told how far they lie apart; of fewer than that nothing is. */
    private static final int NEIGHBOURS = 200;

    private static final int FEWEST = 3;

    private final Handle handle;

    QuarantineReads(Handle handle) {
        this.handle = handle;
    }

    /** @param id the only one; null for all */
    List<WaitingDevice> devices(@Nullable Long id) {
        Map<Long, List<WaitingKey>> keys = new HashMap<>();
        handle.select(KEYS + (id == null ? " ORDER BY id" : " WHERE device_id = ? ORDER BY id"), arguments(id))
                .map((r, c) -> Map.entry(r.getLong("device_id"), key(r)))
                .forEach(e ->
                        keys.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
        return handle.select(DEVICES + (id == null ? " ORDER BY id" : " WHERE id = ?"), arguments(id))
                .map((r, c) -> device(r, keys.getOrDefault(r.getLong("id"), List.of())))
                .list();
    }

    private static Object[] arguments(@Nullable Long id) {
        return id == null ? new Object[0] : new Object[] {id};
    }

    private static WaitingDevice device(ResultSet r, List<WaitingKey> keys) throws SQLException {
        long discardedMs = r.getLong("discarded_ms");
        Discard discard = r.wasNull()
                ? null
                : new Discard(discardedMs, r.getString("discarded_by"), r.getString("discard_reason"));
        return new WaitingDevice(
                r.getLong("id"),
                QuarantineTable.sender(r),
                r.getString("device"),
                r.getLong("first_ms"),
                r.getLong("last_ms"),
                r.getLong("messages"),
                r.getLong("dropped")
                        + keys.stream().mapToLong(WaitingKey::dropped).sum(),
                keys,
                discard);
    }

    private static WaitingKey key(ResultSet r) throws SQLException {
        String form = r.getString("form");
        long newest = r.getLong("time_ms");
        long earliest = r.getLong("earliest");
        return new WaitingKey(
                r.getString("key"),
                r.getLong("readings"),
                r.getLong("dropped"),
                QuarantineTable.time(form, r.wasNull() ? newest : earliest),
                QuarantineTable.time(form, newest),
                r.getDouble("value"),
                QuarantineTable.flag(r.getString("flag")),
                r.getLong("rises"),
                r.getLong("falls"));
    }

    List<Overflow> overflows() {
        return handle.select("SELECT sender_kind, sender, dropped, last_ms FROM kept_overflow"
                        + " ORDER BY sender_kind, sender")
                .map((r, c) -> new Overflow(QuarantineTable.sender(r), r.getLong("dropped"), r.getLong("last_ms")))
                .list();
    }

    Optional<Duration> spacing(long device, String key) {
        // By one way of writing times: a local one lies hours off one with an offset.
        List<Long> times = handle.select(
                        "SELECT DISTINCT r.time_ms FROM kept_reading r JOIN kept_key k ON k.id = r.key_id AND k.form = r.form"
                                + " WHERE k.device_id = ? AND k.key = ? ORDER BY r.time_ms DESC LIMIT ?",
                        device,
                        key,
                        NEIGHBOURS)
                .mapTo(Long.class)
                .list();
        if (times.size() < FEWEST) {
            return Optional.empty();
        }
        List<Long> apart = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            apart.add(times.get(i - 1) - times.get(i));
        }
        apart.sort(null);
        return Optional.of(Duration.ofMillis(apart.get(apart.size() / 2)));
    }

    /** A value with where it came from. */
    private record Row(long id, long message, KeptMessage of) {}

    Portion portion(long device, Set<String> keys, long after, int max) {
        Map<Long, String> names = new HashMap<>();
        handle.select("SELECT id, key FROM kept_key WHERE device_id = ?", device)
                .map((r, c) -> Map.entry(r.getLong("id"), r.getString("key")))
                .forEach(e -> {
                    if (keys.contains(e.getValue())) {
                        names.put(e.getKey(), e.getValue());
                    }
                });
        WaitingDevice of = devices(device).stream().findFirst().orElse(null);
        if (of == null || names.isEmpty()) {
            return Portion.none(device, keys);
        }
        List<Row> rows = rows(of, names, after, max);
        return rows.isEmpty()
                ? Portion.none(device, keys)
                : new Portion(
                        device, keys, messages(rows), rows.stream().map(Row::id).toList());
    }

    /** Up to the end of the message in which the bound is reached. */
    private List<Row> rows(WaitingDevice of, Map<Long, String> names, long after, int max) {
        String wanted =
                String.join(",", names.keySet().stream().map(String::valueOf).toList());
        String where = " FROM kept_reading WHERE device_id = ? AND id > ? AND key_id IN (" + wanted + ")";
        Long last = handle.select(
                        "SELECT max(message) FROM (SELECT message" + where + " ORDER BY id LIMIT ?)",
                        of.id(),
                        after,
                        max)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        if (last == null) {
            return List.of();
        }
        return handle.select(
                        "SELECT id, key_id, message, door, form, time_ms, value, flag, arrival_ms" + where
                                + " AND message <= ? ORDER BY id",
                        of.id(),
                        after,
                        last)
                .map((r, c) -> row(r, of, names))
                .list();
    }

    private static Row row(ResultSet r, WaitingDevice of, Map<Long, String> names) throws SQLException {
        KeptValue value = new KeptValue(
                names.getOrDefault(r.getLong("key_id"), ""),
                QuarantineTable.time(r.getString("form"), r.getLong("time_ms")),
                r.getDouble("value"),
                QuarantineTable.flag(r.getString("flag")));
        KeptMessage alone = new KeptMessage(
                QuarantineTable.door(r.getString("door")),
                of.sender(),
                of.deviceId(),
                r.getLong("arrival_ms"),
                List.of(value));
        return new Row(r.getLong("id"), r.getLong("message"), alone);
    }

    private static List<KeptMessage> messages(List<Row> rows) {
        List<KeptMessage> messages = new ArrayList<>();
        List<KeptValue> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            values.addAll(row.of().values());
            if (i + 1 == rows.size() || rows.get(i + 1).message() != row.message()) {
                messages.add(row.of().with(values));
                values = new ArrayList<>();
            }
        }
        return messages;
    }
}
