package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Limit.Averaging;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.LimitTerms.Concentration;
import io.greenpark.park.registry.LimitTerms.GasState;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import io.greenpark.registry.document.AcceptedFields;
import io.greenpark.registry.rules.FaultTexts;
import io.greenpark.registry.rules.LimitRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads discharge limits. Limits of one point and averaging may apply at the same time if their sources differ: a permit
 * and a standard, of which the stricter counts. Of one source only one applies at a time.
 */
final class LimitSection {
    private static final Accepted<BigDecimal> SHARE = new Accepted<>(LimitRules.WARN_FRACTION, LimitSection::share);

    private final Ids ids;
    private final Map<String, Point> points;
    private final Map<String, List<Limit>> above = new HashMap<>();

    LimitSection(Ids ids, Map<String, Point> points) {
        this.ids = ids;
        this.points = points;
    }

    @Nullable
    Limit limit(Settings f) {
        String id = f.text("id");
        String pointId = ids.reference(f, "point", Section.POINTS);
        Point point = pointId == null ? null : points.get(pointId);
        Averaging averaging = f.required("averaging", choice(Averaging.class));
        BigDecimal upper = f.value("upper", decimal());
        BigDecimal lower = f.value("lower", decimal());
        Unit unit = f.required("unit", AcceptedFields.UNIT);
        BigDecimal warn = f.value("warnFraction", SHARE);
        Bilingual source = SiteSections.source(f, AcceptedFields.LIMIT_SOURCE);
        LimitTerms terms = terms(f, source);
        boolean confirmed = f.flag("confirmed", false);
        Accepted<Instant> time = Times.instant(
                point == null ? ParkTime.SHANGHAI : point.currentFacts().zone());
        Instant from = f.required("validFrom", f.value("validFrom", time), AcceptedFields.DATE.said());
        Instant to = f.value("validTo", time);
        f.reportUnknown();
        checkBounds(f, upper, lower);
        checkEnd(f, from, to);
        LimitRules.checkTerms(terms, f::fault);
        if (id == null
                || pointId == null
                || averaging == null
                || unit == null
                || source == null
                || from == null
                || !f.sound()) {
            return null;
        }
        Limit limit =
                new Limit(id, pointId, averaging, upper, lower, unit, warn, source.en(), confirmed, from, to, terms);
        List<Limit> others = above.computeIfAbsent(pointId, p -> new ArrayList<>());
        others.forEach(other -> LimitRules.checkOverlap(limit, other, f::fault));
        others.add(limit);
        if (point != null) {
            LimitRules.checkPoint(limit, point, f::fault);
        }
        return limit;
    }

    private static LimitTerms terms(Settings f, @Nullable Bilingual source) {
        return new LimitTerms(
                SiteSections.chinese(source),
                f.text("standard"),
                f.has("clause") ? SiteSections.both(f, "clause", "") : null,
                f.value("concentration", choice(Concentration.class)),
                f.value("referenceOxygenPercent", decimal()),
                f.value("gas", choice(GasState.class)));
    }

    private static @Nullable BigDecimal share(String text) {
        BigDecimal share = new BigDecimal(text);
        return share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0 ? share : null;
    }

    private static void checkEnd(Settings f, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !to.isAfter(from)) {
            f.fault("validTo", FaultTexts.notAfterStart(f.text("validTo", ""), f.text("validFrom", "")));
        }
    }

    private static void checkBounds(Settings f, @Nullable BigDecimal upper, @Nullable BigDecimal lower) {
        if (!f.has("upper") && !f.has("lower")) {
            f.fault("upper", LimitRules.NO_BOUND);
        }
        if (upper != null && lower != null && lower.compareTo(upper) > 0) {
            f.fault("lower", LimitRules.crossed(lower, upper));
        }
        if (f.has("warnFraction") && !f.has("upper")) {
            f.fault("warnFraction", LimitRules.WARN_WITHOUT_UPPER);
        }
    }
}
