package io.greenpark.store.books;

import io.greenpark.park.live.LiveState;
import io.greenpark.park.live.PointSign;
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
    private static final String OBSERVE = "INSERT INTO live_device (device, arrival_ms, time_ms, door, first_ms)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET"
            + " time_ms = CASE WHEN excluded.arrival_ms > live_device.arrival_ms"
            + " OR excluded.time_ms > live_device.time_ms THEN excluded.time_ms ELSE live_device.time_ms END,"
            + " arrival_ms = excluded.arrival_ms, door = excluded.door"
            + " WHERE excluded.arrival_ms >= live_device.arrival_ms";

    private static final String OBSERVE_POINT = "INSERT INTO live_point (point, device, arrival_ms, time_ms, moved_ms)"
            + " VALUES (?, ?, ?, ?, (SELECT CASE WHEN d.first_ms IS NULL THEN NULL ELSE CAST(? AS BIGINT) END"
            + " FROM live_device d WHERE d.device = ?)) ON CONFLICT (point) DO UPDATE SET device = excluded.device,"
            + " moved_ms = CASE WHEN excluded.time_ms > live_point.time_ms THEN excluded.arrival_ms"
            + " ELSE live_point.moved_ms END,"
            + " time_ms = CASE WHEN excluded.time_ms > live_point.time_ms THEN excluded.time_ms"
            + " ELSE live_point.time_ms END,"
            + " arrival_ms = CASE WHEN excluded.arrival_ms > live_point.arrival_ms THEN excluded.arrival_ms"
            + " ELSE live_point.arrival_ms END"
            + " WHERE excluded.time_ms >= live_point.time_ms + " + SaidSigns.NEWS_MS
            + " OR excluded.arrival_ms >= live_point.arrival_ms + " + SaidSigns.NEWS_MS;

    private static final String SELECT = "SELECT device, arrival_ms, time_ms, door FROM live_device";

    private final Handle handle;
    private final Statements statements;
    private final SaidSigns.InTransaction said;

    SqlLive(Handle handle, Statements statements, SaidSigns.InTransaction said) {
        this.handle = handle;
        this.statements = statements;
        this.said = said;
    }

    @Override
    public void observe(List<Reading> readings) {
        Map<String, Sign> newest = new HashMap<>();
        Map<String, PointSign> points = new HashMap<>();
        for (Reading r : readings) {
            newest.merge(r.deviceId(), new Sign(r.deviceId(), r.arrivalMs(), r.timeMs(), r.door()), SqlLive::later);
            points.merge(
                    r.pointId(),
                    new PointSign(r.pointId(), r.deviceId(), r.arrivalMs(), r.timeMs(), r.arrivalMs()),
                    SqlLive::newer);
        }
        if (newest.isEmpty()) {
            return;
        }
        try {
            observe(newest);
            observePoints(
                    points.values().stream().filter(p -> !said.saysNothing(p)).toList());
        } catch (SQLException e) {
            throw new BooksException("signs of life cannot be kept", e);
        }
    }

    private void observe(Map<String, Sign> newest) throws SQLException {
        PreparedStatement observe = statements.of(OBSERVE);
        for (Sign sign : newest.values()) {
            observe.setString(1, sign.deviceId());
            observe.setLong(2, sign.arrivalMs());
            observe.setLong(3, sign.timeMs());
            observe.setString(4, sign.door().code());
            observe.setLong(5, sign.arrivalMs());
            observe.addBatch();
        }
        observe.executeBatch();
    }

    private void observePoints(List<PointSign> points) throws SQLException {
        if (points.isEmpty()) {
            return;
        }
        PreparedStatement observe = statements.of(OBSERVE_POINT);
        for (PointSign sign : points) {
            observe.setString(1, sign.pointId());
            observe.setString(2, sign.deviceId());
            observe.setLong(3, sign.arrivalMs());
            observe.setLong(4, sign.timeMs());
            observe.setLong(5, sign.arrivalMs());
            observe.setString(6, sign.deviceId());
            observe.addBatch();
        }
        int[] rows = observe.executeBatch();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0) {
                said.written(points.get(i));
            }
        }
    }

    /** The newest data time and arrival of both. */
    private static PointSign newer(PointSign a, PointSign b) {
        long arrival = Math.max(a.arrivalMs(), b.arrivalMs());
        return new PointSign(a.pointId(), b.deviceId(), arrival, Math.max(a.timeMs(), b.timeMs()), arrival);
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

    @Override
    public List<PointSign> points() {
        return handle.createQuery(
                        "SELECT point, device, arrival_ms, time_ms, moved_ms FROM live_point ORDER BY device, point")
                .map((row, context) -> {
                    long movedMs = row.getLong("moved_ms");
                    Long moved = row.wasNull() ? null : Long.valueOf(movedMs);
                    return new PointSign(
                            row.getString("point"),
                            row.getString("device"),
                            row.getLong("arrival_ms"),
                            row.getLong("time_ms"),
                            moved);
                })
                .list();
    }

    private static Sign sign(ResultSet row, StatementContext context) throws SQLException {
        return new Sign(
                row.getString("device"),
                row.getLong("arrival_ms"),
                row.getLong("time_ms"),
                DOORS.getOrDefault(row.getString("door"), Door.MANUAL));
    }
}
