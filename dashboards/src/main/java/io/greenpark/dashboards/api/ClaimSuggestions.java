package io.greenpark.dashboards.api;

import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.rules.IdRules;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a claim form is filled in with: what points of the same key are elsewhere in the registry as its reader sees it, of the same sender
 * before others, and what the values themselves show. Nothing of it is in force before somebody sends it.
 */
final class ClaimSuggestions {
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> USUAL_INTERVALS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            DAY);
    /** An older time than this before its arrival is that of a clock that was never set. */
    private static final Duration OLDEST_SENT_LATE = Duration.ofDays(400);

    private final Registry seen;
    private final WaitingDevice waiting;

    ClaimSuggestions(Registry seen, WaitingDevice waiting) {
        this.seen = seen;
        this.waiting = waiting;
    }

    /** The enterprise of all devices of the sender that are registered; null where there are several, or none. */
    @Nullable
    String enterprise() {
        Device known = seen.device(waiting.deviceId()).orElse(null);
        if (known != null) {
            return known.enterpriseId();
        }
        if (waiting.sender().kind() != ProvedSender.Kind.GATEWAY) {
            return null;
        }
        Set<String> enterprises = seen.facts().devices().stream()
                .filter(d -> waiting.sender().name().equals(d.gatewayId()))
                .map(Device::enterpriseId)
                .collect(Collectors.toSet());
        return enterprises.size() == 1 ? enterprises.iterator().next() : null;
    }

    JsonObject of(WaitingKey key, ZoneId zone) {
        Point like = like(key.key());
        PointFacts facts = like == null ? null : like.currentFacts();
        PointKind kind = facts == null ? kind(key) : facts.kind();
        Duration period = facts == null || facts.period().isZero() ? null : facts.period();
        return new JsonObject()
                .put("like", like == null ? null : like.id())
                .put("id", freeId(key.key()))
                .put("quantity", like == null ? null : like.quantity())
                .put("unit", facts == null ? null : facts.unit().symbol())
                .put("kind", kind == null ? null : EnumCode.of(kind))
                .put("period", period == null ? null : Durations.write(period))
                .put("stamp", period == null || facts == null ? null : EnumCode.of(facts.stamp()))
                .put("carrier", carrier(facts))
                .put("factor", facts == null ? null : facts.counting().factor())
                .put("expectedInterval", interval(key))
                .put("validFrom", validFrom(waiting, key, zone).toString());
    }

    private static @Nullable String carrier(@Nullable PointFacts facts) {
        return facts == null || facts.carrier() == null ? null : facts.carrier().code();
    }

    /** The kind that values look like; null where they do not show it. */
    private static @Nullable PointKind kind(WaitingKey key) {
        return switch (key.shape()) {
            case RISING -> PointKind.REGISTER;
            case VARYING -> PointKind.GAUGE;
            case UNCLEAR -> null;
        };
    }

    /** A point of the same key of another device: one as most are, of the same sender where it has any. */
    private @Nullable Point like(String key) {
        List<Point> same = seen.facts().points().stream()
                .filter(p -> p.endedAt() == null && p.key().equals(key))
                .toList();
        List<Point> ofSender = same.stream()
                .filter(p -> seen.device(p.deviceId())
                        .map(Device::gatewayId)
                        .filter(waiting.sender().name()::equals)
                        .isPresent())
                .toList();
        List<Point> among = ofSender.isEmpty() ? same : ofSender;
        Map<List<Object>, Long> usual = new HashMap<>();
        among.forEach(p -> usual.merge(what(p), 1L, Long::sum));
        return among.stream()
                .max(Comparator.<Point>comparingLong(p -> usual.getOrDefault(what(p), 0L))
                        .thenComparing(Point::id, Comparator.reverseOrder()))
                .orElse(null);
    }

    private static List<Object> what(Point point) {
        PointFacts facts = point.currentFacts();
        return List.of(point.quantity(), facts.unit(), facts.kind(), facts.period(), facts.counting());
    }

    /** How often it sends, where that is near to what meters are set to. */
    private static @Nullable String interval(WaitingKey key) {
        if (key.readings() < 3) {
            return null;
        }
        long every = (key.newest().ms() - key.earliest().ms()) / (key.readings() - 1);
        return USUAL_INTERVALS.stream()
                .filter(usual -> Math.abs(usual.toMillis() - every) * 5 <= usual.toMillis())
                .findFirst()
                .map(Durations::write)
                .orElse(null);
    }

    /** The day of the earliest reading; of a clock that was never set, the day on which the first one came. */
    static LocalDate validFrom(WaitingDevice waiting, WaitingKey key, ZoneId zone) {
        long oldest = waiting.firstMs() - OLDEST_SENT_LATE.toMillis();
        return key.earliest().ms() < oldest
                ? LocalDate.ofInstant(Instant.ofEpochMilli(waiting.firstMs()), zone)
                : ClaimRequest.dayOf(key.earliest(), zone);
    }

    private @Nullable String freeId(String key) {
        String id = pointId(waiting.deviceId(), key);
        String free = id;
        for (int n = 2; free != null && seen.point(free).isPresent(); n++) {
            free = id + "-" + n;
        }
        return free == null || IdRules.isId(free) ? free : null;
    }

    /** As of files: device, dash and key in the letters that an id may have; null where the key lends it none. */
    static @Nullable String pointId(String deviceId, String key) {
        String tail = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String id = deviceId + "-" + tail;
        return tail.isEmpty() || !IdRules.isId(id) ? null : id;
    }
}
