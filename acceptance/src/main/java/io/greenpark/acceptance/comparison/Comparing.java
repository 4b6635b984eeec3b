package io.greenpark.acceptance.comparison;

import io.greenpark.acceptance.comparison.Check.Kind;
import io.greenpark.acceptance.comparison.Check.Result;
import io.greenpark.acceptance.comparison.LineComparison.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was read at a point's display with what the platform has. Of registers the amount between both readings decides, and
 * each reading has to lie between the platform's readings around it, within what display and register can tell apart; of momentary
 * values each reading, within the tolerance.
 */
public final class Comparing {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Ratios of plates are quotients: 100/30 has no end. */
    private static final BigDecimal SAME_RATIO = new BigDecimal("0.0001");

    private final Point point;
    private final PointFacts facts;
    private final DisplayLine line;
    private final Interpolation platform;
    private final Tolerances tolerances;
    private final List<Check> checks = new ArrayList<>();

    private Comparing(Point point, DisplayLine line, Interpolation platform, Tolerances tolerances, Instant now) {
        this.point = point;
        DisplayReading first = line.first();
        Instant at = first == null ? now : first.at();
        this.facts = point.factsAt(at).orElseGet(point::currentFacts);
        this.line = line;
        this.platform = platform;
        this.tolerances = tolerances;
    }

    /** @param now by whose facts is compared what was not read yet */
    public static LineComparison of(
            Point point, DisplayLine line, Interpolation platform, Tolerances tolerances, Instant now) {
        return new Comparing(point, line, platform, tolerances, now).compare();
    }

    private LineComparison compare() {
        nameplate();
        Reading first = reading(line.first());
        Reading second = reading(line.second());
        boolean both = first != null && second != null;
        boolean ordered = both && second.read().at().isAfter(first.read().at());
        boolean periods = facts.kind() == PointKind.INTERVAL;
        PlatformAmount amount =
                ordered ? platform.between(first.read().at(), second.read().at()) : null;
        readings(first, second, amount, periods);
        if (both) {
            apart(Duration.between(first.read().at(), second.read().at()));
        }
        if (!periods) {
            agrees(Kind.FIRST, first);
            agrees(Kind.SECOND, second);
        }
        BigDecimal displayed = both ? minus(second.display(), first.display()) : null;
        BigDecimal counted = amount == null ? null : shown(amount.amount());
        if (facts.kind() != PointKind.GAUGE) {
            enough(displayed, amount, first, second);
            amounts(displayed, counted);
        }
        return new LineComparison(
                point.id(),
                facts.ratio(),
                line.nameplate().ratio(),
                first,
                second,
                displayed,
                amount == null ? null : new PlatformAmount(counted, shown(amount.step()), amount.missing()),
                percent(counted, displayed),
                checks);
    }

    /** Of electricity somebody has to have looked: a meter behind transformers whose plates nobody read looks like one without. */
    private void nameplate() {
        BigDecimal plates = line.nameplate().ratio();
        BigDecimal registered = facts.ratio();
        if (facts.kind() == PointKind.GAUGE && plates == null) {
            return;
        }
        if (plates == null) {
            boolean needed = facts.carrier() == Carrier.ELECTRICITY || registered.compareTo(BigDecimal.ONE) != 0;
            if (needed) {
                add(Kind.NAMEPLATE, Result.MISSING, "registered", registered);
            }
            return;
        }
        boolean same = plates.subtract(registered).abs().compareTo(registered.multiply(SAME_RATIO)) <= 0;
        add(Kind.NAMEPLATE, same ? Result.PASSED : Result.FAILED, "nameplate", plates, "registered", registered);
    }

    private @Nullable Reading reading(@Nullable DisplayReading read) {
        if (read == null) {
            return null;
        }
        BigDecimal display = primary(read.value());
        PlatformReading there = inDisplayUnit(platform.at(read.at()));
        return new Reading(read, display, there, percent(there.value(), display));
    }

    private void readings(
            @Nullable Reading first, @Nullable Reading second, @Nullable PlatformAmount amount, boolean periods) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (first == null || second == null) {
            details.put("lacks", first == null ? "first" : "second");
        } else if (periods) {
            put(details, "missing", amount == null ? null : amount.missing());
        } else {
            Missing why = first.platform().missing();
            put(details, "missing", why == null ? second.platform().missing() : why);
        }
        add(Kind.READINGS, details.isEmpty() ? Result.PASSED : Result.MISSING, details);
    }

    private static void put(Map<String, Object> details, String name, @Nullable Enum<?> value) {
        if (value != null) {
            details.put(name, value.name());
        }
    }

    private void apart(Duration between) {
        boolean enough = between.compareTo(tolerances.apart()) >= 0;
        add(
                Kind.APART,
                enough ? Result.PASSED : Result.FAILED,
                "minutes",
                BigDecimal.valueOf(between.toSeconds()).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP),
                "required",
                BigDecimal.valueOf(tolerances.apart().toMinutes()));
    }

    private void agrees(Kind kind, @Nullable Reading reading) {
        BigDecimal display = reading == null ? null : reading.display();
        BigDecimal least = reading == null ? null : reading.platform().least();
        BigDecimal most = reading == null ? null : reading.platform().most();
        BigDecimal value = reading == null ? null : reading.platform().value();
        if (reading == null || display == null || least == null || most == null || value == null) {
            return;
        }
        BigDecimal allowed = steps(reading);
        if (facts.kind() == PointKind.GAUGE) {
            allowed = allowed.add(display.abs().multiply(tolerances.percent()).divide(HUNDRED, DIGITS));
        }
        boolean agrees = display.compareTo(least.subtract(allowed)) >= 0 && display.compareTo(most.add(allowed)) <= 0;
        add(kind, agrees ? Result.PASSED : Result.FAILED, "display", display, "platform", value, "allowed", allowed);
    }

    /** What display and register can tell apart, together. */
    private BigDecimal steps(Reading reading) {
        BigDecimal sent = reading.platform().step();
        BigDecimal own = primary(reading.read().step());
        return (own == null ? BigDecimal.ZERO : own).add(sent == null ? BigDecimal.ZERO : sent);
    }

    private void enough(
            @Nullable BigDecimal displayed,
            @Nullable PlatformAmount amount,
            @Nullable Reading first,
            @Nullable Reading second) {
        if (displayed == null || amount == null || first == null || second == null) {
            return;
        }
        BigDecimal sent = shown(amount.step());
        BigDecimal own = primary(first.read().step().max(second.read().step()));
        BigDecimal coarser = (own == null ? BigDecimal.ZERO : own).max(sent == null ? BigDecimal.ZERO : sent);
        BigDecimal required = coarser.multiply(BigDecimal.valueOf(tolerances.leastSteps()));
        boolean enough = displayed.compareTo(required) >= 0;
        add(Kind.ENOUGH, enough ? Result.PASSED : Result.FAILED, "amount", displayed, "required", required);
    }

    private void amounts(@Nullable BigDecimal displayed, @Nullable BigDecimal counted) {
        BigDecimal percent = percent(counted, displayed);
        if (displayed == null || counted == null || percent == null) {
            return;
        }
        boolean agrees = percent.abs().compareTo(tolerances.percent()) <= 0;
        add(
                Kind.AMOUNT,
                agrees ? Result.PASSED : Result.FAILED,
                "display",
                displayed,
                "platform",
                counted,
                "percent",
                percent,
                "allowed",
                tolerances.percent());
    }

    /** What the display shows, as a primary value; null where that takes a ratio that nobody has read. */
    private @Nullable BigDecimal primary(BigDecimal display) {
        BigDecimal plates = line.nameplate().ratio();
        return line.side() == Side.PRIMARY ? display : plates == null ? null : display.multiply(plates);
    }

    private PlatformReading inDisplayUnit(PlatformReading of) {
        return new PlatformReading(
                shown(of.value()),
                shown(of.least()),
                shown(of.most()),
                shown(of.step()),
                of.before(),
                of.after(),
                of.missing());
    }

    private @Nullable BigDecimal shown(@Nullable BigDecimal inPointUnit) {
        Unit unit = line.unit();
        if (inPointUnit == null || unit.dimension() != facts.unit().dimension()) {
            return null;
        }
        return unit == facts.unit()
                ? inPointUnit
                : facts.unit().toBase(inPointUnit).divide(unit.perBase(), DIGITS);
    }

    private static @Nullable BigDecimal minus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.subtract(other);
    }

    /** Two decimals, so that what is shown is what was judged by. */
    private static @Nullable BigDecimal percent(@Nullable BigDecimal platform, @Nullable BigDecimal display) {
        return platform == null || display == null || display.signum() == 0
                ? null
                : platform.subtract(display)
                        .multiply(HUNDRED)
                        .divide(display.abs(), DIGITS)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    private void add(Kind kind, Result result, Object... namesAndValues) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            details.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        add(kind, result, details);
    }

    private void add(Kind kind, Result result, Map<String, Object> details) {
        Map<String, String> texts = new LinkedHashMap<>();
        details.forEach(
                (name, value) -> texts.put(name, value instanceof BigDecimal number ? text(number) : value.toString()));
        if (kind == Kind.FIRST || kind == Kind.SECOND || kind == Kind.ENOUGH || kind == Kind.AMOUNT) {
            texts.put("unit", line.unit().symbol());
        }
        checks.add(new Check(kind, point.id(), result, texts));
    }

    /** As many digits as tell anything. */
    static String text(BigDecimal number) {
        BigDecimal rounded = number.scale() > 4 ? number.setScale(4, RoundingMode.HALF_UP) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
