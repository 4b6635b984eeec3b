package io.greenpark.dashboards.api;

import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private static final Duration SHORTEST = Duration.ofMillis(500);
    /** A longer time between two readings is told in minutes. */
    private static final Duration TO_THE_SECOND = Duration.ofMinutes(2);

    /** An older time than this before its arrival is that of a clock that was never set. */
    private static final Duration OLDEST_SENT_LATE = Duration.ofDays(400);

    private final Registry seen;
    private final WaitingDevice waiting;
    private final Function<String, Optional<Duration>> spacing;
    /** That the registry has; null where there is none. */
    private final @Nullable Device known;

    private final ClaimIds ids;

    /** @param spacing how far readings of a key lie apart */
    ClaimSuggestions(Registry seen, WaitingDevice waiting, Function<String, Optional<Duration>> spacing) {
        this.seen = seen;
        this.waiting = waiting;
        this.spacing = spacing;
        this.known = waiting.sender().deviceNamed(seen, waiting.deviceId());
        this.ids = new ClaimIds(seen);
    }

    /** The id that it has, or may have. */
    String id() {
        return known == null ? ids.device(waiting) : known.id();
    }

    /** The enterprise of all devices of the sender that are registered; null where there are several, or none. */
    @Nullable
    String enterprise() {
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
                .put("id", ids.point(id(), key.key()))
                .put("quantity", like == null ? null : like.quantity())
                .put("unit", facts == null ? null : facts.unit().symbol())
                .put("kind", kind == null ? null : EnumCode.of(kind))
                .put("period", period == null ? null : Durations.write(period))
                .put("stamp", period == null || facts == null ? null : EnumCode.of(facts.stamp()))
                .put("carrier", carrier(facts))
                .put("factor", facts == null ? null : facts.counting().factor())
                .put("expectedInterval", interval(spacing.apply(key.key()).orElse(null)))
                .put("validFrom", validFrom(key, facts, zone).toString());
    }

    private Instant validFrom(WaitingKey key, @Nullable PointFacts facts, ZoneId zone) {
        return facts == null
                ? validFrom(waiting, key, zone, Duration.ZERO, false)
                : validFrom(waiting, key, zone, facts.period(), facts.stamp() == PointFacts.Stamp.END);
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

    /** How often it sends: what meters are set to where it is near to that, else to the second, or the minute. */
    private static @Nullable String interval(@Nullable Duration apart) {
        if (apart == null || apart.toMillis() < SHORTEST.toMillis()) {
            return null;
        }
        long every = apart.toMillis();
        Duration near = USUAL_INTERVALS.stream()
                .filter(usual -> Math.abs(usual.toMillis() - every) * 5 <= usual.toMillis())
                .min(Comparator.comparingLong(usual -> Math.abs(usual.toMillis() - every)))
                .orElse(null);
        long unit = every < TO_THE_SECOND.toMillis() ? 1_000 : 60_000;
        return Durations.write(near != null ? near : Duration.ofMillis((every + unit / 2) / unit * unit));
    }

    /**
     * From when on a point is true: the first reading that is kept, so that nothing is expected of the time before; where values stand for the
     * time before their stamp, the beginning of that. Of a clock that was never set, when the first message came.
     *
     * @param period what a value stands for; zero for momentary ones
     * @param stampIsEnd whether a value's time is the end of its period
     */
    static Instant validFrom(WaitingDevice waiting, WaitingKey key, ZoneId zone, Duration period, boolean stampIsEnd) {
        long oldest = waiting.firstMs() - OLDEST_SENT_LATE.toMillis();
        Instant first =
                key.earliest().ms() < oldest ? Instant.ofEpochMilli(waiting.firstMs()) : instant(key.earliest(), zone);
        return stampIsEnd ? first.minus(period) : first;
    }

    /** A time that was sent, as the clocks of a zone show it where it had none. */
    private static Instant instant(KeptTime time, ZoneId zone) {
        Instant at = Instant.ofEpochMilli(time.ms());
        return time.form() == KeptTime.Form.LOCAL
                ? LocalDateTime.ofInstant(at, ZoneOffset.UTC).atZone(zone).toInstant()
                : at;
    }
}
