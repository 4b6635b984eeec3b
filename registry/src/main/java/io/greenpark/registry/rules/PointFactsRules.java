package io.greenpark.registry.rules;

import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Dimension;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the facts of a point fit each other: kind, unit, period, carrier. */
public final class PointFactsRules {
    private static final Bilingual PERIODS = new Bilingual(
            "能整除一小时的整分钟数、1h 或 1d，如 15m", "a period that divides the hour into whole minutes, 1h or 1d, e.g. 15m");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final String AMOUNTS = symbols(Dimension.ENERGY, Dimension.VOLUME, Dimension.HEAT, Dimension.MASS);

    private PointFactsRules() {}

    /** What a kind of point is called in Chinese. */
    static String named(PointKind kind) {
        return switch (kind) {
            case REGISTER -> "累计示数";
            case INTERVAL -> "时段用量";
            case GAUGE -> "瞬时值";
            case STATE -> "状态量";
        };
    }

    /** Tells what does not fit. */
    public static void check(PointFacts facts, FieldFaults faults) {
        checkPeriod(facts, faults);
        checkUnit(facts, faults);
        checkMeter(facts, faults);
        checkPositive("maxPerHour", facts.maxPerHour(), faults);
        checkPositive("ratio", facts.ratio(), faults);
        checkPositive("registerRange", facts.registerRange(), faults);
        checkBounds(facts, faults);
        checkTolerance(facts, faults);
    }

    private static void checkPositive(String field, @Nullable BigDecimal value, FieldFaults faults) {
        if (value != null && value.signum() <= 0) {
            faults.fault(
                    field,
                    FaultTexts.notAllowed(
                            value.toPlainString(),
                            new Bilingual("大于 0 的数值，如 12.5", "a decimal number above 0, e.g. 12.5")));
        }
    }

    private static void checkPeriod(PointFacts facts, FieldFaults faults) {
        PointKind kind = facts.kind();
        boolean given = !facts.period().isZero();
        if (kind == PointKind.INTERVAL && !given) {
            faults.fault(
                    "period",
                    new Bilingual(
                            "未填写：时段用量需要时段长度；应为：" + PERIODS.zh(),
                            "is missing: an interval point needs the length of its interval; accepted: "
                                    + PERIODS.en()));
        }
        if (given && (kind == PointKind.REGISTER || kind == PointKind.STATE)) {
            faults.fault(
                    "period",
                    new Bilingual(
                            named(kind) + "是某一时刻的值，没有时段；请删去",
                            "a " + EnumCode.of(kind) + " is momentary and has no period; remove it"));
        } else if (given && !regular(facts.period())) {
            faults.fault("period", FaultTexts.notAllowed(Durations.write(facts.period()), PERIODS));
        }
    }

    private static boolean regular(Duration period) {
        long ms = period.toMillis();
        return period.equals(DAY)
                || (period.compareTo(HOUR) <= 0 && ms % MINUTE.toMillis() == 0 && HOUR.toMillis() % ms == 0);
    }

    private static void checkUnit(PointFacts facts, FieldFaults faults) {
        PointKind kind = facts.kind();
        Unit unit = facts.unit();
        Carrier carrier = facts.carrier();
        Dimension got = unit.dimension();
        boolean adds = kind == PointKind.REGISTER || kind == PointKind.INTERVAL;
        if (adds && !got.summable() && got != Dimension.NONE) {
            faults.fault(
                    "unit",
                    new Bilingual(
                            "“" + unit.symbol() + "”不能累加，而" + named(kind) + "需要累加；应为：" + AMOUNTS,
                            "\"" + unit.symbol() + "\" does not add up, as the values of a " + EnumCode.of(kind)
                                    + " must; accepted: " + AMOUNTS));
        } else if (carrier != null && kind != PointKind.STATE) {
            Dimension wanted =
                    adds ? carrier.unit().dimension() : rateOf(carrier.unit().dimension());
            if (wanted == null) {
                faults.fault(
                        "kind",
                        new Bilingual(
                                carrier.code() + " 的瞬时值不能换算成用量；应为：累计示数或时段用量",
                                "a gauge of " + carrier.code()
                                        + " cannot be made an amount; accepted: register, interval"));
            } else if (wanted != got) {
                faults.fault(
                        "unit",
                        new Bilingual(
                                "“" + unit.symbol() + "”不是 " + carrier.code() + " 的" + named(kind) + "的单位；应为："
                                        + symbols(wanted),
                                "\"" + unit.symbol() + "\" is not a unit for a " + EnumCode.of(kind) + " of "
                                        + carrier.code() + "; accepted: " + symbols(wanted)));
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

    private static void checkMeter(PointFacts facts, FieldFaults faults) {
        if (facts.carrier() != null && facts.kind() == PointKind.STATE) {
            faults.fault("carrier", new Bilingual("状态量不计量能源；请删去", "a state meters nothing; remove it"));
        }
        checkCounting(facts, faults);
        if (facts.registerRange() != null && facts.kind() != PointKind.REGISTER) {
            faults.fault("registerRange", new Bilingual("只有累计示数才会归零；请删去", "only a register wraps; remove it"));
        }
    }

    private static void checkCounting(PointFacts facts, FieldFaults faults) {
        int factor = facts.counting().factor();
        if (factor != 0 && facts.carrier() == null) {
            faults.fault(
                    factor > 0 ? "boundary" : "factor",
                    new Bilingual(
                            "只有计量能源的测点才计入统计边界；请填写能源品种，或删去此项",
                            "only a point with a carrier counts at the boundary; give the carrier or remove it"));
        }
        if (facts.counting().direction() == Direction.IMPORT) {
            return;
        }
        if (facts.carrier() == null) {
            faults.fault(
                    "direction",
                    new Bilingual(
                            "只有计量能源的测点才有方向；请填写能源品种，或删去此项",
                            "only a point with a carrier has a direction; give the carrier or remove it"));
        } else if (facts.kind() == PointKind.REGISTER) {
            faults.fault(
                    "direction",
                    new Bilingual(
                            "累计示数只增不减；请删去此项，并把计量上网或转供电量的累计示数的系数填为 -1",
                            "a register only rises; remove it, and give factor: -1 to the register that counts what is fed"
                                    + " back"));
        }
    }

    private static void checkBounds(PointFacts facts, FieldFaults faults) {
        BigDecimal min = facts.bounds().min();
        BigDecimal max = facts.bounds().max();
        if (facts.kind() == PointKind.STATE && (min != null || max != null)) {
            faults.fault(
                    min != null ? "min" : "max", new Bilingual("状态量没有上下界；请删去", "a state has no bounds; remove it"));
        }
        if (min != null && max != null && min.compareTo(max) >= 0) {
            faults.fault(
                    "min",
                    new Bilingual(
                            "“" + min.toPlainString() + "”不小于最大值“" + max.toPlainString() + "”；请填写小于它的数值",
                            "\"" + min.toPlainString() + "\" is not below max, \"" + max.toPlainString()
                                    + "\"; accepted: a decimal number below it"));
        }
    }

    private static void checkTolerance(PointFacts facts, FieldFaults faults) {
        Duration tolerance = facts.stampTolerance();
        if (tolerance == null) {
            return;
        }
        Duration due = facts.period().isZero() ? facts.expectedInterval() : facts.period();
        if (facts.kind() == PointKind.REGISTER || facts.kind() == PointKind.STATE) {
            faults.fault(
                    "stampTolerance",
                    new Bilingual(
                            named(facts.kind()) + "的时间按原样采用；请删去",
                            "the time of a value of a " + EnumCode.of(facts.kind()) + " is taken as it is; remove it"));
        } else if (tolerance.isNegative() || tolerance.multipliedBy(2).compareTo(due) >= 0) {
            faults.fault(
                    "stampTolerance",
                    FaultTexts.notAllowed(
                            Durations.write(tolerance),
                            new Bilingual(
                                    "小于" + (facts.period().isZero() ? "预期间隔 " : "时段 ") + Durations.write(due) + " 的一半",
                                    "less than half of " + (facts.period().isZero() ? "expectedInterval, " : "period, ")
                                            + Durations.write(due))));
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
