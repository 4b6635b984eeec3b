package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.duration;
import static io.greenpark.config.setting.Accepted.positive;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.NearName;
import io.greenpark.config.setting.Settings;
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
 * Reads the dated facts of a point. They are given at the point itself; where they change with time, each entry of
 * {@code facts} says what is different from then on, and everything else is as given at the point.
 */
final class PointFactsReader {
    /** How often a sample is due where the registry does not say and the point has no period. */
    static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(15);

    static final Accepted<Unit> UNIT = new Accepted<>(
            "one of " + Unit.symbols(), text -> Unit.ofSymbol(text).orElse(null));

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
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ZoneId parkZone;

    PointFactsReader(ZoneId parkZone) {
        this.parkZone = parkZone;
    }

    /** The facts of a point, oldest first; faults go to its problems. */
    List<PointFacts> read(Settings point) {
        point.alsoKnown("validFrom");
        point.alsoKnown(KEYS.toArray(new String[0]));
        List<PointFacts> facts = new ArrayList<>();
        if (!point.has("facts")) {
            add(facts, one(point, point.value("validFrom", Times.instant(parkZone), Instant.EPOCH)));
            return facts;
        }
        if (point.has("validFrom")) {
            point.fault("validFrom", "stands beside facts; give it in each entry of facts instead");
        }
        for (Settings entry : point.list("facts")) {
            Settings merged = entry.withDefaults(point, KEYS);
            Instant from = merged.required("validFrom", merged.value("validFrom", Times.instant(parkZone)), "a date");
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

    private @Nullable PointFacts one(Settings f, Instant validFrom) {
        PointKind kind = f.required("kind", choice(PointKind.class));
        Unit unit = kind == PointKind.STATE ? f.value("unit", UNIT, Unit.ONE) : f.required("unit", UNIT);
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
                f.flag("boundary", carrier != null),
                f.value("zone", Times.ZONE, parkZone));
        if (kind == null || unit == null) {
            return null;
        }
        checkPeriod(f, facts);
        checkUnit(f, facts);
        checkMeter(f, facts);
        return facts;
    }

    private static @Nullable Carrier carrier(Settings f) {
        String text = f.text("carrier");
        Carrier carrier = text == null ? null : Carrier.ofCode(text).orElse(null);
        if (text != null && carrier == null) {
            List<String> codes =
                    Arrays.stream(Carrier.values()).map(Carrier::code).toList();
            f.fault(
                    "carrier",
                    "\"" + text + "\" is not a carrier" + NearName.hint(text, codes, "") + "; accepted: one of "
                            + String.join(", ", codes));
        }
        return carrier;
    }

    private static void checkPeriod(Settings f, PointFacts facts) {
        PointKind kind = facts.kind();
        if (kind == PointKind.INTERVAL && !f.has("period")) {
            f.fault("period", "is missing: an interval point needs the length of its interval; accepted: " + PERIODS);
        }
        boolean read = !facts.period().isZero();
        if (read && (kind == PointKind.REGISTER || kind == PointKind.STATE)) {
            f.fault("period", "a " + EnumCode.of(kind) + " is momentary and has no period; remove it");
        } else if (read && !regular(facts.period())) {
            f.fault("period", "\"" + f.text("period") + "\" is not allowed; accepted: " + PERIODS);
        }
        if (f.has("period") && !f.has("stamp")) {
            f.fault(
                    "stamp",
                    "is missing beside period; accepted: " + choice(Stamp.class).words()
                            + " (which end of the period a sample's time names)");
        } else if (f.has("stamp") && !f.has("period")) {
            f.fault("stamp", "says nothing without a period; give one or remove it");
        }
    }

    private static boolean regular(Duration period) {
        long ms = period.toMillis();
        return period.equals(DAY)
                || (period.compareTo(HOUR) <= 0 && ms % MINUTE.toMillis() == 0 && HOUR.toMillis() % ms == 0);
    }

    private static void checkUnit(Settings f, PointFacts facts) {
        PointKind kind = facts.kind();
        Unit unit = facts.unit();
        Carrier carrier = facts.carrier();
        Dimension got = unit.dimension();
        boolean adds = kind == PointKind.REGISTER || kind == PointKind.INTERVAL;
        if (adds && !got.summable() && got != Dimension.NONE) {
            f.fault(
                    "unit",
                    "\"" + unit.symbol() + "\" does not add up, as the values of a " + EnumCode.of(kind)
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
                        "\"" + unit.symbol() + "\" is not a unit for a " + EnumCode.of(kind) + " of " + carrier.code()
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

    private static void checkMeter(Settings f, PointFacts facts) {
        if (facts.carrier() != null && facts.kind() == PointKind.STATE) {
            f.fault("carrier", "a state meters nothing; remove it");
        }
        if (facts.boundary() && !f.has("carrier")) {
            f.fault("boundary", "only a point with a carrier counts at the boundary; give the carrier or remove it");
        }
        if (f.has("registerRange") && facts.kind() != PointKind.REGISTER) {
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
