package io.greenpark.registry.document;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;
import static io.greenpark.config.setting.Accepted.duration;

import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a point's document: its facts and replacements are mappings by the time from which they hold. */
final class PointFields {

    private PointFields() {}

    /** @param park the park it lies in; null if that is not known, which is then the fault of a reference */
    static @Nullable Point point(DocumentKey key, Settings f, String enterprise, @Nullable Park park) {
        Bilingual name = DocumentFields.name(f);
        String device = f.requiredText("device", new Bilingual("设备编号", "the id of a device"));
        String sentKey = f.requiredText("key", AcceptedFields.POINT_KEY);
        String outlet = f.text("outlet");
        String quantity =
                f.requiredText("quantity", new Bilingual("测量的量，如 electricity", "what is measured, e.g. electricity"));
        List<PointFacts> facts =
                facts(f, park == null ? ParkTime.SHANGHAI : park.time().zone());
        List<Replacement> replacements = replacements(f);
        Instant endedAt = f.value("endedAt", DocumentFields.TIME);
        return device == null || sentKey == null || quantity == null || facts.isEmpty()
                ? null
                : new Point(
                        key.id(), device, sentKey, enterprise, outlet, quantity, name, facts, replacements, endedAt);
    }

    private static List<PointFacts> facts(Settings point, ZoneId parkZone) {
        List<PointFacts> facts = new ArrayList<>();
        Settings dated = point.required(
                "facts",
                point.below("facts"),
                new Bilingual("按时间填写的一组字段，如 2026-01-01T00:00:00Z", "a mapping by time, e.g. 2026-01-01T00:00:00Z"));
        if (dated == null) {
            return facts;
        }
        if (dated.names().isEmpty()) {
            point.fault(
                    "facts",
                    new Bilingual(
                            "为空；请至少填写自 1970-01-01T00:00:00Z 起的情况",
                            "is empty; give at least what is true from 1970-01-01T00:00:00Z"));
        }
        for (String from : dated.names()) {
            Instant validFrom = time(dated, from);
            Settings f = dated.below(from);
            PointFacts read = f == null || validFrom == null ? null : one(f, validFrom, parkZone);
            if (read != null) {
                facts.add(read);
            }
        }
        // Texts of times sort as the times do, but for those before the year 0 or after 9999.
        facts.sort(Comparator.comparing(PointFacts::validFrom));
        return facts;
    }

    private static @Nullable Instant time(Settings dated, String text) {
        Instant at = DocumentFields.TIME.parse(text);
        if (at == null) {
            dated.fault(
                    text,
                    new Bilingual("不是" + DocumentFields.TIME.said().zh(), "is not " + DocumentFields.TIME.words()));
        }
        return at;
    }

    private static @Nullable PointFacts one(Settings f, Instant validFrom, ZoneId parkZone) {
        PointFacts.PointKind kind = f.required("kind", choice(PointFacts.PointKind.class));
        Unit unit = f.required("unit", AcceptedFields.UNIT);
        Duration period = f.value("period", duration(), Duration.ZERO);
        Duration expected = f.required("expectedInterval", duration());
        PointFacts.Stamp stamp = f.value("stamp", choice(PointFacts.Stamp.class), PointFacts.Stamp.END);
        BigDecimal maxPerHour = f.value("maxPerHour", decimal());
        BigDecimal ratio = f.value("ratio", decimal(), BigDecimal.ONE);
        boolean ratioApplied = f.flag("ratioApplied", false);
        BigDecimal range = f.value("registerRange", decimal());
        Carrier carrier = f.value("carrier", AcceptedFields.CARRIER);
        PointFacts.Counting counting = CountingFields.read(f, false);
        PointFacts.Bounds bounds = new PointFacts.Bounds(f.value("min", decimal()), f.value("max", decimal()));
        Duration stampTolerance = f.value("stampTolerance", duration());
        ZoneId zone = f.value("zone", AcceptedFields.ZONE, parkZone);
        f.reportUnknown();
        return kind == null || unit == null || expected == null
                ? null
                : new PointFacts(
                        validFrom,
                        unit,
                        kind,
                        period,
                        stamp,
                        expected,
                        maxPerHour,
                        ratio,
                        ratioApplied,
                        range,
                        carrier,
                        counting,
                        zone,
                        bounds,
                        stampTolerance);
    }

    private static List<Replacement> replacements(Settings point) {
        List<Replacement> replacements = new ArrayList<>();
        Settings dated = point.below("replacements");
        if (dated == null) {
            return replacements;
        }
        for (String text : dated.names()) {
            Instant at = time(dated, text);
            Settings f = dated.below(text);
            BigDecimal oldEnd = f == null ? null : f.required("oldEnd", decimal());
            BigDecimal newStart = f == null ? null : f.required("newStart", decimal());
            if (f != null) {
                f.reportUnknown();
            }
            if (at != null && oldEnd != null && newStart != null) {
                replacements.add(new Replacement(at, oldEnd, newStart));
            }
        }
        replacements.sort(Comparator.comparing(Replacement::at));
        return replacements;
    }
}
