package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.live.PointSign;
import io.greenpark.park.live.StandstillRule;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How old the newest data of devices are, by data time, and of which points they stand still. */
final class DataAges {
    private final Map<String, List<PointSign>> signs;
    private final Registry registry;
    private final StandstillRule rule;
    private final Instant now;

    private DataAges(Map<String, List<PointSign>> signs, Registry registry, StandstillRule rule, Instant now) {
        this.signs = signs;
        this.registry = registry;
        this.rule = rule;
        this.now = now;
    }

    static DataAges of(ConsoleSources sources, Instant now) {
        Map<String, List<PointSign>> signs =
                sources
                        .books()
                        .read(handle -> sources.books().ports(handle).live().points())
                        .stream()
                        .collect(Collectors.groupingBy(PointSign::deviceId));
        return new DataAges(signs, sources.registry().current(), sources.standstill(), now);
    }

    /** The newest data time of a device; null where nothing has come. */
    @Nullable
    Instant newest(Device device) {
        return signs.getOrDefault(device.id(), List.of()).stream()
                .map(sign -> Instant.ofEpochMilli(sign.timeMs()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Whether the data time of any of its points does not move on. */
    boolean standsStill(Device device) {
        return signs.getOrDefault(device.id(), List.of()).stream().anyMatch(sign -> standsStill(sign, device));
    }

    private boolean standsStill(PointSign sign, Device device) {
        return registry.point(sign.pointId())
                .filter(p -> rule.standsStill(sign, device, p, now))
                .isPresent();
    }

    /** Whether data came, but stand still or are all older than allowed. */
    boolean isLate(Device device) {
        List<PointSign> ofDevice = signs.getOrDefault(device.id(), List.of());
        return !ofDevice.isEmpty() && (standsStill(device) || ofDevice.stream().allMatch(sign -> isOld(sign, device)));
    }

    @Nullable
    JsonObject of(Device device, ZoneId zone) {
        List<PointSign> ofDevice = signs.getOrDefault(device.id(), List.of());
        if (ofDevice.isEmpty()) {
            return null;
        }
        long newest = ofDevice.stream().mapToLong(PointSign::timeMs).max().orElseThrow();
        JsonArray standing = new JsonArray();
        for (PointSign sign : ofDevice) {
            registry.point(sign.pointId())
                    .filter(p -> rule.standsStill(sign, device, p, now))
                    .ifPresent(p -> standing.add(point(p, sign, zone)));
        }
        return new JsonObject()
                .put("newest", Json.time(newest, zone))
                .put("ageSeconds", ageSeconds(newest))
                .put("standsStill", !standing.isEmpty())
                .put("old", ofDevice.stream().allMatch(sign -> isOld(sign, device)))
                .put("points", standing);
    }

    private boolean isOld(PointSign sign, Device device) {
        return registry.point(sign.pointId())
                .filter(p -> rule.isOld(sign, device, p, now))
                .isPresent();
    }

    private JsonObject point(Point point, PointSign sign, ZoneId zone) {
        return ChosenPoints.named(point)
                .put("newest", Json.time(sign.timeMs(), zone))
                .put("ageSeconds", ageSeconds(sign.timeMs()));
    }

    private long ageSeconds(long timeMs) {
        return Math.max(0, (now.toEpochMilli() - timeMs) / 1_000);
    }
}
