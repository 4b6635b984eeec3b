package io.greenpark.registry;

import io.greenpark.config.setting.Fields;
import io.greenpark.config.setting.NearName;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Dimension;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dated facts of a point. They stand at the point itself; where they change with time, the entries of
 * {@code facts} each say what is different from then on, and everything else is as it stands at the point.
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
            "zone");
    private static final String PERIODS = "a period that divides the hour into whole minutes, 1h or 1d, e.g. 15m";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ZoneId parkZone;

    PointFactsReader(ZoneId parkZone) {
        this.parkZone = parkZone;
    }

    /** The facts of a point, oldest first; faults go to its problems. */
    List<PointFacts> read(Fields point) {
        point.alsoKnown("validFrom").alsoKnown(KEYS.toArray(new String[0]));
        List<PointFacts> facts = new ArrayList<>();
        if (!point.has("facts")) {
            Instant from = Times.instant(point, "validFrom", parkZone);
            add(facts, one(point, from == null ? Instant.EPOCH : from));
            return facts;
        }
        if (point.has("validFrom")) {
            point.fault("validFrom", "stands beside facts; give it in each entry of facts instead");
        }
        for (Fields entry : point.list("facts")) {
            Fields merged = entry.withDefaults(point, KEYS);
            Instant from = merged.required("validFrom", Times.instant(merged, "validFrom", parkZone), "a date");
            PointFacts read = one(merged, from == null ? Instant.EPOCH : from);
            merged.reportUnknown();
            if (read != null
                    && !facts.isEmpty()
                    && !read.validFrom().isAfter(facts.get(facts.size() - 1).validFrom())) {
                merged.fault("validFrom", "is not after the entry above; list facts oldest first");
            }
            add(facts, read);
        }
        if (facts.isEmpty() && point.sound()) {
            point.fault("facts", "is empty; give at least one entry or leave it out");
        }
        return facts;
    }

    private static void add(List<PointFacts> facts, @Nullable PointFacts read) {
        if (read != null) {
            facts.add(read);
        }
    }

    private @Nullable PointFacts one(Fields f, Instant validFrom) {
        PointKind kind = f.required("kind", f.choice("kind", PointKind.class), Fields.choices(PointKind.class));
        Unit unit = f.value(
                "unit", "one of " + Unit.symbols(), text -> Unit.ofSymbol(text).orElse(null));
        if (kind != PointKind.STATE) {
            f.required("unit", unit, "one of " + Unit.symbols());
        } else if (unit == null) {
            unit = Unit.ONE;
        }
        Duration period = f.duration("period");
        Stamp stamp = f.choice("stamp", Stamp.class);
        Duration expected = f.duration("expectedInterval");
        BigDecimal maxPerHour = f.positive("maxPerHour");
        BigDecimal ratio = f.positive("ratio");
        boolean ratioApplied = f.flag("ratioApplied", false);
        BigDecimal registerRange = f.positive("registerRange");
        Carrier carrier = carrier(f);
        boolean boundary = f.flag("boundary", carrier != null);
        ZoneId zone = Times.zone(f, "zone");
        if (kind == null || unit == null) {
            return null;
        }
        checkPeriod(f, kind, period);
        checkUnit(f, kind, unit, carrier);
        checkMeter(f, kind, carrier, boundary);
        return new PointFacts(
                validFrom,
                unit,
                kind,
                period == null ? Duration.ZERO : period,
                stamp == null ? Stamp.END : stamp,
                expected != null ? expected : period != null ? period : DEFAULT_INTERVAL,
                maxPerHour,
                ratio == null ? BigDecimal.ONE : ratio,
                ratioApplied,
                registerRange,
                carrier,
                boundary,
                zone == null ? parkZone : zone);
    }

    private static @Nullable Carrier carrier(Fields f) {
        String text = f.text("carrier");
        if (text == null) {
            return null;
        }
        Carrier carrier = Carrier.ofCode(text).orElse(null);
        if (carrier == null) {
            List<String> codes =
                    Arrays.stream(Carrier.values()).map(Carrier::code).toList();
            f.fault(
                    "carrier",
                    "\"" + text + "\" is not a carrier" + NearName.hint(text, codes, "") + "; accepted: one of "
                            + String.join(", ", codes));
        }
        return carrier;
    }

    private static void checkPeriod(Fields f, PointKind kind, @Nullable Duration period) {
        if (kind == PointKind.INTERVAL && !f.has("period")) {
            f.fault("period", "is missing: an interval point needs the length of its interval; accepted: " + PERIODS);
        }
        if (period != null && (kind == PointKind.REGISTER || kind == PointKind.STATE)) {
            f.fault("period", "a " + Fields.code(kind) + " is momentary and has no period; remove it");
        } else if (period != null && !regular(period)) {
            f.fault("period", "\"" + f.text("period") + "\" is not allowed; accepted: " + PERIODS);
        }
        if (f.has("period") && !f.has("stamp")) {
            f.fault(
                    "stamp",
                    "is missing beside period; accepted: " + Fields.choices(Stamp.class)
                            + " (which end of the period a sample's time names)");
        } else if (f.has("stamp") && !f.has("period")) {
            f.fault("stamp", "says nothing without a period; give one or remove it");
        }
    }

    private static boolean regular(Duration period) {
        long seconds = period.toSeconds();
        return period.equals(DAY)
                || (period.compareTo(HOUR) <= 0 && seconds % 60 == 0 && HOUR.toSeconds() % seconds == 0);
    }

    private static void checkUnit(Fields f, PointKind kind, Unit unit, @Nullable Carrier carrier) {
        Dimension got = unit.dimension();
        boolean adds = kind == PointKind.REGISTER || kind == PointKind.INTERVAL;
        if (adds && !got.summable() && got != Dimension.NONE) {
            f.fault(
                    "unit",
                    "\"" + unit.symbol() + "\" does not add up, as the values of a " + Fields.code(kind)
                            + " must; accepted: "
                            + symbols(Dimension.ENERGY, Dimension.VOLUME, Dimension.HEAT, Dimension.MASS));
        } else if (carrier != null && kind != PointKind.STATE) {
            Dimension wanted =
                    adds ? carrier.unit().dimension() : rateOf(carrier.unit().dimension());
            if (wanted == null) {
                f.fault(
                        "kind",
                        "a gauge of " + carrier.code() + " cannot be made an amount; accepted: register, interval");
            } else if (wanted != got) {
                f.fault(
                        "unit",
                        "\"" + unit.symbol() + "\" is not a unit for a " + Fields.code(kind) + " of " + carrier.code()
                                + "; accepted: " + symbols(wanted));
            }
        }
    }

    /** What a gauge must measure so that it becomes the amount when integrated over time. */
    private static @Nullable Dimension rateOf(Dimension amount) {
        return switch (amount) {
            case ENERGY -> Dimension.POWER;
            case VOLUME -> Dimension.VOLUME_FLOW;
            default -> null;
        };
    }

    private static void checkMeter(Fields f, PointKind kind, @Nullable Carrier carrier, boolean boundary) {
        if (carrier != null && kind == PointKind.STATE) {
            f.fault("carrier", "a state meters nothing; remove it");
        }
        if (boundary && !f.has("carrier")) {
            f.fault("boundary", "only a point with a carrier counts at the boundary; give the carrier or remove it");
        }
        if (f.has("registerRange") && kind != PointKind.REGISTER) {
            f.fault("registerRange", "only a register wraps; remove it");
        }
    }

    private static String symbols(Dimension... dimensions) {
        List<Dimension> wanted = List.of(dimensions);
        return Arrays.stream(Unit.values())
                .filter(u -> wanted.contains(u.dimension()))
                .map(Unit::symbol)
                .collect(Collectors.joining(", "));
    }
}
