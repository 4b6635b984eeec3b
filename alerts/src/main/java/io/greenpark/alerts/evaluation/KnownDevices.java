package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.store.books.RowBatch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_device_known}: what is kept of a device for as long as it is expected to send. */
final class KnownDevices {
    /**
     * A row.
     *
     * @param since since when it is expected, without a break
     * @param broker the name of the broker's door it comes by; null if no broker brought it, or that was not noted
     * @param standing what the cases say of it; null if nothing
     */
    record Known(
            Instant since,
            @Nullable String broker,
            @Nullable DeviceStanding standing) {
        Known broughtBy(@Nullable String name) {
            return new Known(since, name, standing);
        }

        Known standing(@Nullable DeviceStanding is) {
            return new Known(since, broker, is);
        }
    }

    private static final String PUT = "INSERT INTO alert_device_known (device, known_ms, broker, standing)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (device) DO UPDATE"
            + " SET broker = excluded.broker, standing = excluded.standing";

    private KnownDevices() {}

    static Map<String, Known> all(Handle handle) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("SELECT device, known_ms, broker, standing FROM alert_device_known")
                .map((row, context) -> known.put(
                        row.getString("device"),
                        new Known(
                                Instant.ofEpochMilli(row.getLong("known_ms")),
                                row.getString("broker"),
                                standing(row.getString("standing")))))
                .forEach(former -> {});
        return known;
    }

    private static @Nullable DeviceStanding standing(@Nullable String name) {
        return name == null ? null : DeviceStanding.valueOf(name);
    }

    static void put(Handle handle, Collection<Map.Entry<String, Known>> rows) {
        try (RowBatch batch = RowBatch.of(handle, PUT)) {
            for (Map.Entry<String, Known> row : rows) {
                Known known = row.getValue();
                DeviceStanding standing = known.standing();
                batch.add(
                        row.getKey(),
                        known.since().toEpochMilli(),
                        known.broker(),
                        standing == null ? null : standing.name());
            }
            batch.execute();
        }
    }

    static void remove(Handle handle, Collection<String> devices) {
        try (RowBatch batch = RowBatch.of(handle, "DELETE FROM alert_device_known WHERE device = ?")) {
            devices.forEach(batch::add);
            batch.execute();
        }
    }
}
