package io.greenpark.dashboards.api;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What registers showed when periods began and ended, so that amounts can be checked: difference times ratio. */
final class RegisterReadings {
    private final LastBefore readings;
    private final ZoneId zone;
    /** A period ends where the next one begins. */
    private final Map<Long, Optional<Sample>> known = new HashMap<>();

    /** The newest reading of a point before a time. */
    @FunctionalInterface
    interface LastBefore {
        Optional<Sample> of(String point, long timeMs);
    }

    RegisterReadings(LastBefore readings, ZoneId zone) {
        this.readings = readings;
        this.zone = zone;
    }

    static boolean has(Point point) {
        return point.currentFacts().kind() == PointKind.REGISTER;
    }

    /** Of a point's period; null where the register had said nothing by its end. */
    @Nullable
    JsonObject of(Point point, Instant from, Instant to) {
        Sample closing = at(point, to).orElse(null);
        if (closing == null) {
            return null;
        }
        Sample opening = at(point, from).orElse(null);
        PointFacts facts = point.factsAt(from).orElse(point.currentFacts());
        return new JsonObject()
                .put("opening", opening == null ? null : sample(opening))
                .put("closing", sample(closing))
                .put("ratio", Json.decimal(facts.effectiveRatio()))
                .put("amount", Json.decimal(amount(opening, closing, facts)))
                .put(
                        "replaced",
                        point.replacements().stream().anyMatch(r -> r.at().isAfter(from) && !r.at().isAfter(to)));
    }

    /** The newest reading at a time or before it. */
    private Optional<Sample> at(Point point, Instant time) {
        return known.computeIfAbsent(time.toEpochMilli(), ms -> readings.of(point.id(), ms + 1));
    }

    /** Null where the register went backwards: it was replaced, or began anew. */
    private static @Nullable BigDecimal amount(@Nullable Sample opening, Sample closing, PointFacts facts) {
        if (opening == null || closing.value() < opening.value()) {
            return null;
        }
        return BigDecimal.valueOf(closing.value())
                .subtract(BigDecimal.valueOf(opening.value()))
                .multiply(facts.effectiveRatio());
    }

    private JsonObject sample(Sample s) {
        return new JsonObject()
                .put("time", Json.time(s.timeMs(), zone))
                .put("value", Json.decimal(BigDecimal.valueOf(s.value())));
    }
}
