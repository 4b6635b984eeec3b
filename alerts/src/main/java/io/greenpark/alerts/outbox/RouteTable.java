package io.greenpark.alerts.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code channel_state}: how the ways fare on which people are told. */
public final class RouteTable {
    private RouteTable() {}

    /** How all fare of which something is noted, among them such as are not in the settings any more. */
    public static Map<Route, RouteState> all(Handle handle) {
        Map<Route, RouteState> states = new TreeMap<>();
        handle.createQuery("SELECT * FROM channel_state")
                .map((row, context) ->
                        Map.entry(new Route(row.getString("channel"), row.getString("part")), state(row)))
                .forEach(e -> states.put(e.getKey(), e.getValue()));
        return states;
    }

    private static RouteState state(ResultSet row) throws SQLException {
        return new RouteState(
                instant(row, "delivered_ms"),
                instant(row, "failing_ms"),
                row.getLong("failures"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long ms = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    /** What attempts of one portion came to. Gathered first, so that processes that record at the same time take rows in one order. */
    static final class Outcomes {
        private final Map<Route, Outcome> of = new TreeMap<>();

        private record Outcome(
                boolean delivered, int failures, @Nullable String error) {}

        void add(Routes routes, String channel, String target, DeliveryResult result, String reason) {
            boolean delivered = result instanceof DeliveryResult.Delivered;
            routes.of(channel, target, result)
                    .forEach(route -> of.merge(
                            route,
                            new Outcome(delivered, delivered ? 0 : 1, delivered ? null : reason),
                            (a, b) -> new Outcome(
                                    a.delivered() || b.delivered(),
                                    a.failures() + b.failures(),
                                    b.error() == null ? a.error() : b.error())));
        }

        void write(Handle handle, Instant at) {
            of.forEach((route, outcome) -> {
                if (outcome.delivered()) {
                    delivered(handle, route, at);
                } else {
                    failed(handle, route, outcome.failures(), outcome.error(), at);
                }
            });
        }
    }

    private static void delivered(Handle handle, Route route, Instant at) {
        handle.createUpdate("INSERT INTO channel_state (channel, part, delivered_ms, failures)"
                        + " VALUES (:channel, :part, :at, 0) ON CONFLICT (channel, part) DO UPDATE SET"
                        + " delivered_ms = excluded.delivered_ms, failing_ms = NULL, failures = 0, last_error = NULL")
                .bind("channel", route.channel())
                .bind("part", route.part())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static void failed(Handle handle, Route route, int times, @Nullable String error, Instant at) {
        handle.createUpdate("INSERT INTO channel_state (channel, part, failing_ms, failures, last_error)"
                        + " VALUES (:channel, :part, :at, :times, :error) ON CONFLICT (channel, part) DO UPDATE SET"
                        + " failing_ms = COALESCE(channel_state.failing_ms, excluded.failing_ms),"
                        + " failures = channel_state.failures + excluded.failures, last_error = excluded.last_error")
                .bind("channel", route.channel())
                .bind("part", route.part())
                .bind("at", at.toEpochMilli())
                .bind("times", times)
                .bind("error", error)
                .execute();
    }

    /** Takes the turn for a test message; false where the last one is not {@code apart} ago. Of several processes one gets it. */
    static boolean mayTest(Handle handle, Route route, Duration apart, Instant now) {
        return handle.createUpdate("INSERT INTO channel_state (channel, part, failures, tested_ms)"
                                + " VALUES (:channel, :part, 0, :now) ON CONFLICT (channel, part) DO UPDATE SET"
                                + " tested_ms = excluded.tested_ms WHERE channel_state.tested_ms IS NULL"
                                + " OR channel_state.tested_ms <= :before OR channel_state.tested_ms > :now")
                        .bind("channel", route.channel())
                        .bind("part", route.part())
                        .bind("now", now.toEpochMilli())
                        .bind("before", now.minus(apart).toEpochMilli())
                        .execute()
                > 0;
    }

    /** How many messages wait, by channel and address. */
    static Map<Route, Long> waiting(Handle handle, Routes routes) {
        Map<Route, Long> waiting = new HashMap<>();
        for (Route route : routes.all()) {
            String target = routes.target(route);
            long n = OutboxTable.ALL.stream()
                    .mapToLong(table -> table.waiting(handle, route.channel(), target))
                    .sum();
            waiting.put(route, n);
        }
        return waiting;
    }
}
