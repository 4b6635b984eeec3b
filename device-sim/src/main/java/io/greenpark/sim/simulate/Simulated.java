package io.greenpark.sim.simulate;

import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A device made of models of its points: shows what they show when asked, and every period that ended since. */
final class Simulated implements DeviceModel {
    private final String deviceId;
    private final @Nullable String gatewayId;
    private final Map<String, PointModel> points;
    private final Instant start;
    private Instant asked;

    Simulated(String deviceId, @Nullable String gatewayId, Instant start, Map<String, PointModel> points) {
        this.deviceId = deviceId;
        this.gatewayId = gatewayId;
        this.points = Map.copyOf(points);
        this.start = start;
        this.asked = start;
    }

    @Override
    public String deviceId() {
        return deviceId;
    }

    @Override
    public @Nullable String gatewayId() {
        return gatewayId;
    }

    @Override
    public List<Measured> until(Instant at) {
        if (at.isBefore(start)) {
            return List.of();
        }
        TreeMap<Instant, Map<String, BigDecimal>> rows = new TreeMap<>();
        points.forEach((key, model) -> due(model, at)
                .forEach(time -> model.at(time).ifPresent(value -> rows.computeIfAbsent(time, t -> new TreeMap<>())
                        .put(key, BigDecimal.valueOf(value)))));
        asked = at;
        List<Measured> measured = new ArrayList<>();
        rows.forEach((time, values) -> measured.add(new Measured(time, values)));
        return measured;
    }

    private List<Instant> due(PointModel model, Instant at) {
        long periodMs = model.period().toMillis();
        if (periodMs == 0) {
            return List.of(at);
        }
        List<Instant> due = new ArrayList<>();
        long first = (Math.floorDiv(asked.toEpochMilli(), periodMs) + 1) * periodMs;
        for (long ms = first; ms <= at.toEpochMilli(); ms += periodMs) {
            due.add(Instant.ofEpochMilli(ms));
        }
        return due;
    }
}
