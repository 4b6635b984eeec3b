package io.greenpark.alerts.evaluation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_device_known}: since when the registry knows a device, and which broker brought it last. */
final class KnownDevices {
    /**
     * A row.
     *
     * @param broker the name of the broker's door; null if no broker brought it, or that was not noted
     */
    record Known(Instant since, @Nullable String broker) {}

    private KnownDevices() {}

    static Map<String, Known> all(Handle handle) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("SELECT device, known_ms, broker FROM alert_device_known")
                .map((row, context) -> known.put(
                        row.getString("device"),
                        new Known(Instant.ofEpochMilli(row.getLong("known_ms")), row.getString("broker"))))
                .forEach(former -> {});
        return known;
    }

    static void put(Handle handle, Map<String, Known> changed) {
        changed.forEach((device, known) -> handle.execute(
                "INSERT INTO alert_device_known (device, known_ms, broker) VALUES (?, ?, ?)"
                        + " ON CONFLICT (device) DO UPDATE SET broker = excluded.broker",
                device,
                known.since().toEpochMilli(),
                known.broker()));
    }
}
