package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;
import static io.greenpark.config.setting.Accepted.duration;
import static io.greenpark.config.setting.Accepted.positive;

import io.greenpark.config.setting.NearName;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.registry.document.AcceptedFields;
import io.greenpark.registry.document.CountingFields;
import io.greenpark.registry.rules.PointFactsRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dated facts of a point. They are given at the point itself; where they change with time, each entry of
 * {@code facts} says what is different from then on, and everything else is as given at the point.
 */
final class PointFactsReader {
    /** How often a sample is due where the registry does not say and the point has no period. */
    static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(15);

    private static final List<String> KEYS = List.of(
            "unit",
            "kind",
            "period",
            "stamp",
            "expectedInterval",
            "maxPerHour",
            "ratio",
            "ratioApplied",
            "registerRange",
            "carrier",
            "boundary",
            "factor",
            "direction",
            "min",
            "max",
            "stampTolerance",
            "zone");

    private final ZoneId parkZone;

    PointFactsReader(ZoneId parkZone) {
        this.parkZone = parkZone;
    }

    /** Whether a point says from when on its facts are true. */
    static boolean dated(Settings point) {
        return point.has("validFrom") || point.has("facts");
    }

    /** The facts of a point, oldest first, ever true if it is not {@link #dated}; faults go to its problems. */
    List<PointFacts> read(Settings point) {
        point.alsoKnown("validFrom");
        point.alsoKnown(KEYS.toArray(new String[0]));
        List<PointFacts> facts = new ArrayList<>();
        if (!point.has("facts")) {
            add(facts, one(point, point.value("validFrom", Times.instant(parkZone), Instant.EPOCH)));
            return facts;
        }
        if (point.has("validFrom")) {
            point.fault(
                    "validFrom",
                    new Bilingual(
                            "与 facts 同时填写；请改为在 facts 的每一条中填写",
                            "stands beside facts; give it in each entry of facts instead"));
        }
        for (Settings entry : point.list("facts")) {
            Settings merged = entry.withDefaults(point, inherited(entry));
            Instant from = merged.required(
                    "validFrom", merged.value("validFrom", Times.instant(parkZone)), AcceptedFields.DATE.said());
            PointFacts read = one(merged, from == null ? Instant.EPOCH : from);
            merged.reportUnknown();
            if (read != null
                    && !facts.isEmpty()
                    && !read.validFrom().isAfter(facts.get(facts.size() - 1).validFrom())) {
                merged.fault(
                        "validFrom",
                        new Bilingual(
                                "不晚于上一条；请按时间先后排列 facts", "is not after the entry above; list facts oldest first"));
            }
            add(facts, read);
        }
        if (facts.isEmpty() && point.sound()) {
            point.fault("facts", new Bilingual("为空；请至少填写一条，或删去", "is empty; give at least one entry or leave it out"));
        }
        return facts;
    }

    /** An entry's factor stands for a boundary above it as well, and the other way round. */
    private static List<String> inherited(Settings entry) {
        boolean counted = entry.has("factor") || entry.has("boundary");
        return KEYS.stream()
                .filter(key -> !counted || !key.equals("factor") && !key.equals("boundary"))
                .toList();
    }

    private static void add(List<PointFacts> facts, @Nullable PointFacts read) {
        if (read != null) {
            facts.add(read);
        }
    }

    private @Nullable PointFacts one(Settings f, Instant validFrom) {
        PointKind kind = f.required("kind", choice(PointKind.class));
        Unit unit = kind == PointKind.STATE
                ? f.value("unit", AcceptedFields.UNIT, Unit.ONE)
                : f.required("unit", AcceptedFields.UNIT);
        Duration period = f.value("period", duration(), Duration.ZERO);
        Duration expected = f.value("expectedInterval", duration(), period.isZero() ? DEFAULT_INTERVAL : period);
        Carrier carrier = carrier(f);
        // Read to the end even without a kind or unit, so that every fault is found.
        PointFacts facts = new PointFacts(
                validFrom,
                unit == null ? Unit.ONE : unit,
                kind == null ? PointKind.STATE : kind,
                period,
                f.value("stamp", choice(Stamp.class), Stamp.END),
                expected,
                f.value("maxPerHour", positive()),
                f.value("ratio", positive(), BigDecimal.ONE),
                f.flag("ratioApplied", false),
                f.value("registerRange", positive()),
                carrier,
                CountingFields.read(f, carrier != null),
                f.value("zone", AcceptedFields.ZONE, parkZone),
                new Bounds(f.value("min", decimal()), f.value("max", decimal())),
                f.value("stampTolerance", duration()));
        if (kind == null || unit == null) {
            return null;
        }
        PointFactsRules.check(facts, (field, message) -> {
            // A period or carrier that could not be read has its fault already, and is not missing.
            boolean unread = field.equals("period") && facts.period().isZero() && f.has("period")
                    || CountingFields.NEED_A_CARRIER.contains(field) && f.has("carrier") && facts.carrier() == null;
            if (!unread) {
                f.fault(field, message);
            }
        });
        checkStamp(f);
        return facts;
    }

    private static @Nullable Carrier carrier(Settings f) {
        String text = f.text("carrier");
        Carrier carrier = text == null ? null : Carrier.ofCode(text).orElse(null);
        if (text != null && carrier == null) {
            List<String> codes =
                    Arrays.stream(Carrier.values()).map(Carrier::code).toList();
            Bilingual hint = NearName.hint(text, codes, Bilingual.same(""));
            f.fault(
                    "carrier",
                    new Bilingual(
                            "“" + text + "”不是能源品种" + hint.zh() + "；应为下列之一：" + String.join("、", codes),
                            "\"" + text + "\" is not a carrier" + hint.en() + "; accepted: one of "
                                    + String.join(", ", codes)));
        }
        return carrier;
    }

    private static void checkStamp(Settings f) {
        if (f.has("period") && !f.has("stamp")) {
            f.fault(
                    "stamp",
                    new Bilingual(
                            "填写了时段而未填写此项；应为：" + choice(Stamp.class).said().zh() + "（数据时间是时段的哪一端）",
                            "is missing beside period; accepted: "
                                    + choice(Stamp.class).words()
                                    + " (which end of the period a sample's time names)"));
        } else if (f.has("stamp") && !f.has("period")) {
            f.fault(
                    "stamp",
                    new Bilingual("没有时段时没有意义；请填写时段，或删去此项", "says nothing without a period; give one or remove it"));
        }
    }
}
