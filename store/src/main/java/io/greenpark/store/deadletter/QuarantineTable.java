package io.greenpark.store.deadletter;

import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables of what waits to be claimed, as the writer changes them. Used by one thread at a time. */
final class QuarantineTable {
    /** Run for every value, so by an index alone. */
    static final String NEWEST_OF_TIME =
            "SELECT value, flag, form FROM kept_reading WHERE key_id = ? AND time_ms = ? ORDER BY id DESC LIMIT 1";

    private final Handle handle;
    private final PreparedRows often;

    QuarantineTable(Handle handle) {
        this.handle = handle;
        this.often = new PreparedRows(handle.getConnection());
    }

    /** @param discarded whether what it sends is not kept */
    record DeviceRow(long id, boolean discarded) {}

    /** @param timeMs of the newest value by its own time */
    record KeyRow(long id, long readings, long timeMs, double value, long rises, long falls) {
        /** As a register does. */
        boolean onlyRises() {
            return WaitingKey.shape(rises, falls) == WaitingKey.Shape.RISING;
        }
    }

    /** What was sent at a time. */
    record Sent(double value, String flag, String form) {}

    long lastReading() {
        return number("SELECT coalesce(max(id), 0) FROM kept_reading");
    }

    long readings() {
        return number("SELECT count(*) FROM kept_reading");
    }

    private long number(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(Long.class).one();
    }

    Optional<DeviceRow> device(ProvedSender sender, String device) {
        return often.first(
                "SELECT id, discarded_ms FROM kept_device WHERE sender_kind = ? AND sender = ? AND device = ?",
                r -> new DeviceRow(r.getLong("id"), r.getObject("discarded_ms") != null),
                sender.kind().code(),
                sender.name(),
                device);
    }

    long devicesOf(ProvedSender sender, boolean discarded) {
        return number(
                "SELECT count(*) FROM kept_device WHERE sender_kind = ? AND sender = ? AND (discarded_ms IS NOT NULL) = ?",
                sender.kind().code(),
                sender.name(),
                discarded ? 1 : 0);
    }

    DeviceRow addDevice(ProvedSender sender, String device, long arrivalMs) {
        handle.execute(
                "INSERT INTO kept_device (sender_kind, sender, device, first_ms, last_ms, messages, dropped)"
                        + " VALUES (?, ?, ?, ?, ?, 0, 0)",
                sender.kind().code(),
                sender.name(),
                device,
                arrivalMs,
                arrivalMs);
        return device(sender, device).orElseThrow();
    }

    void noteMessage(long device, long arrivalMs, long dropped) {
        often.run(
                "UPDATE kept_device SET last_ms = max(last_ms, ?), messages = messages + 1, dropped = dropped + ?"
                        + " WHERE id = ?",
                arrivalMs,
                dropped,
                device);
    }

    void noteOverflow(ProvedSender sender, long dropped, long arrivalMs) {
        handle.execute(
                "INSERT INTO kept_overflow (sender_kind, sender, dropped, last_ms) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (sender_kind, sender) DO UPDATE SET dropped = dropped + excluded.dropped,"
                        + " last_ms = max(last_ms, excluded.last_ms)",
                sender.kind().code(),
                sender.name(),
                dropped,
                arrivalMs);
    }

    Optional<KeyRow> key(long device, String key) {
        return handle.select(
                        "SELECT id, readings, time_ms, value, rises, falls FROM kept_key WHERE device_id = ? AND key = ?",
                        device,
                        key)
                .map((r, c) -> new KeyRow(
                        r.getLong("id"),
                        r.getLong("readings"),
                        r.getLong("time_ms"),
                        r.getDouble("value"),
                        r.getLong("rises"),
                        r.getLong("falls")))
                .findFirst();
    }

    long keysOf(long device) {
        return number("SELECT count(*) FROM kept_key WHERE device_id = ?", device);
    }

    KeyRow addKey(long device, KeptValue value) {
        handle.execute(
                "INSERT INTO kept_key (device_id, key, readings, dropped, form, time_ms, value, flag, rises, falls)"
                        + " VALUES (?, ?, 0, 0, ?, ?, ?, ?, 0, 0)",
                device,
                value.key(),
                value.time().form().code(),
                value.time().ms(),
                value.value(),
                code(value.flag()));
        return key(device, value.key()).orElseThrow();
    }

    Optional<Sent> newestOf(long key, KeptTime time) {
        return often.first(
                NEWEST_OF_TIME,
                r -> new Sent(r.getDouble("value"), r.getString("flag"), r.getString("form")),
                key,
                time.ms());
    }

    void addReading(long id, long device, long key, long message, KeptMessage of, KeptValue value) {
        often.run(
                "INSERT INTO kept_reading (id, device_id, key_id, message, door, form, time_ms, value, flag, arrival_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                device,
                key,
                message,
                of.door().code(),
                value.time().form().code(),
                value.time().ms(),
                value.value(),
                code(value.flag()),
                of.arrivalMs());
        often.run("UPDATE kept_key SET readings = readings + 1 WHERE id = ?", key);
    }

    /** A value that is newer, by its own time, than all before. */
    void noteNewest(KeyRow key, KeptValue value) {
        often.run(
                "UPDATE kept_key SET form = ?, time_ms = ?, value = ?, flag = ?, rises = rises + ?, falls = falls + ?"
                        + " WHERE id = ?",
                value.time().form().code(),
                value.time().ms(),
                value.value(),
                code(value.flag()),
                value.value() > key.value() ? 1 : 0,
                value.value() < key.value() ? 1 : 0,
                key.id());
    }

    /** Thins the older readings of a key: of each slot of time the one that came last stays. */
    int thin(long key, long newer, long slotMs) {
        return handle.execute(
                "DELETE FROM kept_reading WHERE key_id = ? AND time_ms < (SELECT time_ms FROM kept_reading"
                        + " WHERE key_id = ? ORDER BY time_ms DESC, id DESC LIMIT 1 OFFSET ?)"
                        + " AND id NOT IN (SELECT max(id) FROM kept_reading WHERE key_id = ? GROUP BY time_ms / ?)",
                key,
                key,
                newer,
                key,
                slotMs);
    }

    int deleteEarliest(long key, long rows) {
        return handle.execute(
                "DELETE FROM kept_reading WHERE id IN"
                        + " (SELECT id FROM kept_reading WHERE key_id = ? ORDER BY time_ms, id LIMIT ?)",
                key,
                rows);
    }

    void noteDropped(long key, long rows) {
        handle.execute(
                "UPDATE kept_key SET readings = readings - ?, dropped = dropped + ? WHERE id = ?", rows, rows, key);
    }

    /** The sender of which most is kept. */
    Optional<ProvedSender> largestSender() {
        return handle.select("SELECT d.sender_kind, d.sender FROM kept_device d JOIN kept_key k ON k.device_id = d.id"
                        + " GROUP BY d.sender_kind, d.sender ORDER BY sum(k.readings) DESC LIMIT 1")
                .map((r, c) -> sender(r))
                .findFirst();
    }

    /** Deletes what came first of a sender, counting it as dropped. */
    long dropOldest(ProvedSender sender, long rows) {
        return drop(
                "SELECT id FROM kept_reading WHERE device_id IN (SELECT id FROM kept_device WHERE sender_kind = ?"
                        + " AND sender = ?) ORDER BY id LIMIT ?",
                sender.kind().code(),
                sender.name(),
                rows);
    }

    /** Deletes what came before a time, counting it as dropped. */
    long dropArrivedBefore(long arrivalMs) {
        return drop("SELECT id FROM kept_reading WHERE arrival_ms < ?", arrivalMs);
    }

    private long drop(String ids, Object... arguments) {
        Map<Long, Long> byKey = handle
                .select(
                        "SELECT key_id, count(*) AS n FROM kept_reading WHERE id IN (" + ids + ") GROUP BY key_id",
                        arguments)
                .map((r, c) -> Map.entry(r.getLong("key_id"), r.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (byKey.isEmpty()) {
            return 0;
        }
        long deleted = handle.execute("DELETE FROM kept_reading WHERE id IN (" + ids + ")", arguments);
        byKey.forEach(this::noteDropped);
        return deleted;
    }

    /** Deletes devices and senders of which nothing waits and nothing came since a time, discarded ones too. */
    void forgetUnheard(long arrivalMs) {
        handle.execute(
                "DELETE FROM kept_key WHERE readings = 0 AND device_id IN (SELECT id FROM kept_device WHERE last_ms < ?)",
                arrivalMs);
        handle.execute(
                "DELETE FROM kept_device WHERE last_ms < ? AND id NOT IN (SELECT device_id FROM kept_key)", arrivalMs);
        handle.execute("DELETE FROM kept_overflow WHERE last_ms < ?", arrivalMs);
    }

    /** Takes readings of some keys out by their numbers, and what has none left. */
    int release(long device, List<String> keys, List<Long> numbers) {
        int taken = 0;
        String among = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (String key : keys) {
            KeyRow row = key(device, key).orElse(null);
            if (row == null) {
                continue;
            }
            int deleted =
                    handle.execute("DELETE FROM kept_reading WHERE id IN (" + among + ") AND key_id = ?", row.id());
            handle.execute("UPDATE kept_key SET readings = readings - ? WHERE id = ?", deleted, row.id());
            handle.execute("DELETE FROM kept_key WHERE id = ? AND readings = 0", row.id());
            taken += deleted;
        }
        handle.execute(
                "DELETE FROM kept_device WHERE id = ? AND discarded_ms IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM kept_key WHERE device_id = kept_device.id)",
                device);
        return taken;
    }

    /** Marks a device and deletes what was kept of it; -1 where there is nothing to mark. */
    int discard(long device, Discard discard) {
        int marked = handle.execute(
                "UPDATE kept_device SET discarded_ms = ?, discarded_by = ?, discard_reason = ?"
                        + " WHERE id = ? AND discarded_ms IS NULL",
                discard.atMs(),
                discard.by(),
                discard.reason(),
                device);
        if (marked == 0) {
            return -1;
        }
        handle.execute("DELETE FROM kept_key WHERE device_id = ?", device);
        return handle.execute("DELETE FROM kept_reading WHERE device_id = ?", device);
    }

    /** Forgets those of a sender that were discarded first, beyond a number. */
    void keepDiscarded(long device, int most) {
        handle.execute(
                "DELETE FROM kept_device WHERE id IN (SELECT d.id FROM kept_device d JOIN kept_device o"
                        + " ON o.sender_kind = d.sender_kind AND o.sender = d.sender WHERE o.id = ?"
                        + " AND d.discarded_ms IS NOT NULL ORDER BY d.discarded_ms DESC, d.id DESC LIMIT -1 OFFSET ?)",
                device,
                most);
    }

    boolean restore(long device) {
        return handle.execute("DELETE FROM kept_device WHERE id = ? AND discarded_ms IS NOT NULL", device) > 0;
    }

    static String code(Flag flag) {
        return String.valueOf(flag.code());
    }

    static Flag flag(String code) {
        return Flag.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("quarantine: flag \"" + code + "\" is unknown"));
    }

    static KeptTime time(String form, long ms) {
        for (KeptTime.Form f : KeptTime.Form.values()) {
            if (f.code().equals(form)) {
                return new KeptTime(f, ms);
            }
        }
        throw new IllegalStateException("quarantine: form of a time \"" + form + "\" is unknown to this version");
    }

    static ProvedSender sender(ResultSet r) throws SQLException {
        String kind = r.getString("sender_kind");
        for (ProvedSender.Kind k : ProvedSender.Kind.values()) {
            if (k.code().equals(kind)) {
                return new ProvedSender(k, r.getString("sender"));
            }
        }
        throw new IllegalStateException("quarantine: sender \"" + kind + "\" is unknown to this version");
    }

    static Door door(String code) {
        return DeadLetterTable.door(code);
    }
}
