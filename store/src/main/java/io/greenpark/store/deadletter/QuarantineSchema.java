package io.greenpark.store.deadletter;

import org.jdbi.v3.core.Handle;

/** The tables of what waits to be claimed: devices of senders, their keys, their readings, and who names too many. */
final class QuarantineSchema {
    private QuarantineSchema() {}

    /** Makes the tables where there are none, as in a file of before; an older version leaves them alone. */
    static void create(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS kept_device (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                + " sender_kind TEXT NOT NULL, sender TEXT NOT NULL, device TEXT NOT NULL, first_ms BIGINT NOT NULL,"
                + " last_ms BIGINT NOT NULL, messages BIGINT NOT NULL, dropped BIGINT NOT NULL, discarded_ms BIGINT,"
                + " discarded_by TEXT, discard_reason TEXT, UNIQUE (sender_kind, sender, device))");
        handle.execute("CREATE TABLE IF NOT EXISTS kept_key (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                + " device_id BIGINT NOT NULL, key TEXT NOT NULL, readings BIGINT NOT NULL, dropped BIGINT NOT NULL,"
                + " form TEXT NOT NULL, time_ms BIGINT NOT NULL, value DOUBLE NOT NULL, flag TEXT NOT NULL,"
                + " rises BIGINT NOT NULL, falls BIGINT NOT NULL, UNIQUE (device_id, key))");
        handle.execute("CREATE TABLE IF NOT EXISTS kept_reading (id BIGINT NOT NULL PRIMARY KEY,"
                + " device_id BIGINT NOT NULL, key_id BIGINT NOT NULL, message BIGINT NOT NULL, door TEXT NOT NULL,"
                + " form TEXT NOT NULL, time_ms BIGINT NOT NULL, value DOUBLE NOT NULL, flag TEXT NOT NULL,"
                + " arrival_ms BIGINT NOT NULL)");
        handle.execute("CREATE INDEX IF NOT EXISTS kept_reading_device ON kept_reading (device_id, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS kept_reading_key ON kept_reading (key_id, time_ms, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS kept_reading_arrival ON kept_reading (arrival_ms)");
        handle.execute("CREATE TABLE IF NOT EXISTS kept_overflow (sender_kind TEXT NOT NULL, sender TEXT NOT NULL,"
                + " dropped BIGINT NOT NULL, last_ms BIGINT NOT NULL, PRIMARY KEY (sender_kind, sender))");
    }
}
