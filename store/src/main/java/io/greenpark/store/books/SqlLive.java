package io.greenpark.store.books;

import io.greenpark.park.live.LiveState;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Signs of life in {@code live_device}: one row per device, the latest arrival wins. */
final class SqlLive implements LiveState {
    private static final Map<String, Door> DOORS =
            Arrays.stream(Door.values()).collect(Collectors.toMap(Door::code, Function.identity()));
    private static final String OBSERVE = "INSERT INTO live_device (device, arrival_ms, time_ms, door)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET"
            + " time_ms = CASE WHEN excluded.arrival_ms > live_device.arrival_ms"
            + " OR excluded.time_ms > live_device.time_ms THEN excluded.time_ms ELSE live_device.time_ms END,"
            + " arrival_ms = excluded.arrival_ms, door = excluded.door"
            + " WHERE excluded.arrival_ms >= live_device.arrival_ms";

    private static final String SELECT = "SELECT device, arrival_ms, time_ms, door FROM live_device";

    private final Handle handle;
    private final Statements statements;

    SqlLive(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public void observe(List<Reading> readings) {
        Map<String, Sign> newest = new HashMap<>();
        for (Reading r : readings) {
            newest.merge(r.deviceId(), new Sign(r.deviceId(), r.arrivalMs(), r.timeMs(), r.door()), SqlLive::later);
        }
        if (newest.isEmpty()) {
            return;
        }
        try {
            PreparedStatement observe = statements.of(OBSERVE);
            for (Sign sign : newest.values()) {
                observe.setString(1, sign.deviceId());
                observe.setLong(2, sign.arrivalMs());
                observe.setLong(3, sign.timeMs());
                observe.setString(4, sign.door().code());
                observe.addBatch();
            }
            observe.executeBatch();
        } catch (SQLException e) {
            throw new BooksException("signs of life cannot be kept", e);
        }
    }

    private static Sign later(Sign a, Sign b) {
        if (a.arrivalMs() != b.arrivalMs()) {
            return a.arrivalMs() > b.arrivalMs() ? a : b;
        }
        return a.timeMs() > b.timeMs() ? a : b;
    }

    @Override
    public Map<String, Sign> all() {
        return handle.createQuery(SELECT)
                .map(SqlLive::sign)
                .collect(Collectors.toMap(Sign::deviceId, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    @Override
    public Optional<Sign> of(String deviceId) {
        return handle.createQuery(SELECT + " WHERE device = :device")
                .bind("device", deviceId)
                .map(SqlLive::sign)
                .findOne();
    }

    private static Sign sign(ResultSet row, StatementContext context) throws SQLException {
        return new Sign(
                row.getString("device"),
                row.getLong("arrival_ms"),
                row.getLong("time_ms"),
                DOORS.getOrDefault(row.getString("door"), Door.MANUAL));
    }
}
