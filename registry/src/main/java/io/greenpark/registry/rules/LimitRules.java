package io.greenpark.registry.rules;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.LimitTerms.Concentration;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a discharge limit is one. Limits of one point and averaging may apply at the same time if their sources differ: a
 * permit and a standard, of which the stricter counts. Of one source only one applies at a time.
 */
public final class LimitRules {
    /** What is accepted as the share of a limit from which on it is warned. */
    public static final Bilingual WARN_FRACTION =
            new Bilingual("大于 0 且小于 1 的比例，如 0.8", "a share above 0 and below 1, e.g. 0.8");

    public static final Bilingual NO_BOUND =
            new Bilingual("上限和下限都没有填写；请至少填写一项", "is missing, and so is lower; give at least one bound");
    public static final Bilingual WARN_WITHOUT_UPPER =
            new Bilingual("预警比例以上限为基数，而上限未填写；请删去", "is a share of upper, which is not given; remove it");

    private static final BigDecimal AIR_OXYGEN = BigDecimal.valueOf(21);

    private LimitRules() {}

    /** Tells what is wrong with a limit on its point; {@code point} is null where there is none, which another rule tells. */
    public static void check(Limit limit, @Nullable Point point, FieldFaults faults) {
        checkBounds(limit, faults);
        checkTerms(limit.terms(), faults);
        if (limit.validTo() != null && !limit.validTo().isAfter(limit.validFrom())) {
            faults.fault("validTo", FaultTexts.notAfterStart(limit.validTo(), limit.validFrom()));
        }
        if (point != null) {
            checkPoint(limit, point, faults);
        }
    }

    /** Tells where what a standard says of a concentration does not fit together. */
    public static void checkTerms(LimitTerms terms, FieldFaults faults) {
        BigDecimal oxygen = terms.referenceOxygenPercent();
        if (oxygen != null && (oxygen.signum() <= 0 || oxygen.compareTo(AIR_OXYGEN) >= 0)) {
            faults.fault(
                    "referenceOxygenPercent",
                    FaultTexts.notAllowed(
                            oxygen.toPlainString(),
                            new Bilingual("大于 0 且小于 21 的数值，如 3.5", "above 0 and below 21, e.g. 3.5")));
        }
        if (oxygen != null && terms.concentration() != Concentration.CONVERTED) {
            faults.fault(
                    "referenceOxygenPercent",
                    new Bilingual(
                            "基准含氧量只用于折算浓度；请把浓度口径选为折算",
                            "is what a converted concentration refers to; add concentration: converted"));
        }
    }

    private static void checkBounds(Limit limit, FieldFaults faults) {
        BigDecimal upper = limit.upper();
        BigDecimal lower = limit.lower();
        BigDecimal warn = limit.warnFraction();
        if (upper == null && lower == null) {
            faults.fault("upper", NO_BOUND);
        }
        if (upper != null && lower != null && lower.compareTo(upper) > 0) {
            faults.fault("lower", crossed(lower, upper));
        }
        if (warn != null && (warn.signum() <= 0 || warn.compareTo(BigDecimal.ONE) >= 0)) {
            faults.fault("warnFraction", FaultTexts.notAllowed(warn.toPlainString(), WARN_FRACTION));
        }
        if (warn != null && upper == null) {
            faults.fault("warnFraction", WARN_WITHOUT_UPPER);
        }
    }

    /** Of a lower bound above the upper. */
    public static Bilingual crossed(BigDecimal lower, BigDecimal upper) {
        return new Bilingual(
                "“" + lower.toPlainString() + "”大于上限 " + upper.toPlainString() + "；请填写不大于它的值",
                "\"" + lower.toPlainString() + "\" is above upper " + upper.toPlainString());
    }

    /** Tells where a limit does not fit what its point measures. */
    public static void checkPoint(Limit limit, Point point, FieldFaults faults) {
        PointFacts facts = point.currentFacts();
        if (facts.unit().dimension() != limit.unit().dimension()) {
            faults.fault(
                    "unit",
                    new Bilingual(
                            "“" + limit.unit().symbol() + "”与测点“" + point.id() + "”不符，该测点的单位是 "
                                    + facts.unit().symbol(),
                            "\"" + limit.unit().symbol() + "\" does not fit point \"" + point.id()
                                    + "\", which measures " + facts.unit().symbol()));
        }
        if (facts.kind() != PointKind.GAUGE) {
            faults.fault(
                    "point",
                    new Bilingual(
                            "“" + point.id() + "”的类型是" + PointFactsRules.named(facts.kind()) + "；只有瞬时值或浓度才有均值",
                            "\"" + point.id() + "\" is a " + EnumCode.of(facts.kind())
                                    + "; means are taken of gauges only"));
        }
    }

    /** Tells that two limits of one point, averaging and source apply at the same time. */
    public static void checkOverlap(Limit limit, Limit other, FieldFaults faults) {
        if (other.pointId().equals(limit.pointId())
                && other.averaging() == limit.averaging()
                && other.source().equals(limit.source())
                && (other.validTo() == null || other.validTo().isAfter(limit.validFrom()))
                && (limit.validTo() == null || limit.validTo().isAfter(other.validFrom()))) {
            faults.fault(
                    "validFrom",
                    new Bilingual(
                            "与同一测点、同一时段、同一来源的限值“" + other.id() + "”期间重叠；请先为那一条填写失效时间",
                            "overlaps with limit \"" + other.id()
                                    + "\" of the same point, averaging and source; end that one with validTo"));
        }
    }
}
