package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Subject.Scope;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.AcceptedFields;
import io.greenpark.registry.rules.FaultTexts;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads monthly statistics and targets. */
final class StatisticSections {
    private static final Bilingual YEARLY_CHANGE =
            new Bilingual("每年变化的百分比，-100 至 100，如 -5", "the change a year in percent, -100..100, e.g. -5");
    private static final Accepted<AllowedUse> CHOICE = choice(AllowedUse.class);

    /** Files of earlier versions say {@code show} for what may be told in sums only. */
    private static final Accepted<AllowedUse> USE =
            new Accepted<>(CHOICE.said(), text -> text.equals("show") ? AllowedUse.AGGREGATE_ONLY : CHOICE.parse(text));

    private final Ids ids;
    private final String districtId;
    private final Map<DocumentKey, String> monthPlaces = new HashMap<>();
    private final List<Target> targets = new ArrayList<>();

    StatisticSections(Ids ids, String districtId) {
        this.ids = ids;
        this.districtId = districtId;
    }

    @Nullable
    MonthlyStatistic statistic(Settings f) {
        String enterprise = ids.reference(f, "enterprise", Section.ENTERPRISES);
        YearMonth month = f.required("month", AcceptedFields.MONTH);
        BigDecimal iva = f.value("ivaCny", decimal());
        BigDecimal output = f.value("outputCny", decimal());
        FigureStatus status = f.required("status", choice(FigureStatus.class));
        String source = f.requiredText("source", AcceptedFields.STATISTIC_SOURCE);
        AllowedUse use = f.value("allowedUse", USE);
        f.reportUnknown();
        if (enterprise == null || month == null || status == null || source == null || !f.sound()) {
            return null;
        }
        String first = monthPlaces.putIfAbsent(DocumentKey.statistic(enterprise, month), f.place());
        if (first != null) {
            f.fault(
                    "month",
                    FaultTexts.twice(
                            new Bilingual(
                                    "“" + month + "”企业“" + enterprise + "”的统计数据",
                                    "\"" + month + "\" of \"" + enterprise + "\""),
                            first));
        }
        return new MonthlyStatistic(
                enterprise, month, iva, output, status, source, use == null ? AllowedUse.JUDGE : use, use != null);
    }

    /** Where the entry of an enterprise and a month stands; empty if there is none. */
    String place(DocumentKey statistic) {
        return monthPlaces.getOrDefault(statistic, "");
    }

    @Nullable
    Target target(Settings f) {
        String id = f.text("id");
        Subject subject = subject(f);
        BigDecimal change = f.required("yearlyChangePercent", percent(f), YEARLY_CHANGE);
        Integer from = f.required(
                "fromYear", f.value("fromYear", AcceptedFields.YEAR), new Bilingual("年份，如 2021", "a year, e.g. 2021"));
        Integer to = f.required(
                "toYear", f.value("toYear", AcceptedFields.YEAR), new Bilingual("年份，如 2023", "a year, e.g. 2023"));
        Integer base = f.value("baseYear", AcceptedFields.YEAR);
        ElectricityBasis basis = f.value("basis", choice(ElectricityBasis.class), ElectricityBasis.EQUIVALENT);
        Bilingual source = SiteSections.source(f, AcceptedFields.TARGET_SOURCE);
        f.reportUnknown();
        if (from != null && to != null && from > to) {
            f.fault("toYear", FaultTexts.yearBeforeFrom(to, from));
        }
        if (id == null
                || subject == null
                || change == null
                || from == null
                || to == null
                || source == null
                || !f.sound()) {
            return null;
        }
        Target target = new Target(
                id,
                subject,
                change,
                base == null ? from - 1 : base,
                from,
                to,
                basis,
                source.en(),
                SiteSections.chinese(source));
        checkOverlap(f, target);
        targets.add(target);
        return target;
    }

    private static @Nullable BigDecimal percent(Settings f) {
        BigDecimal percent = f.value("yearlyChangePercent", decimal());
        if (percent != null && percent.abs().compareTo(BigDecimal.valueOf(100)) >= 0) {
            f.fault("yearlyChangePercent", FaultTexts.noYearlyChange(percent));
        }
        return percent;
    }

    private @Nullable Subject subject(Settings f) {
        Scope scope = f.required("scope", choice(Scope.class));
        String id = scope == Scope.ENTERPRISE
                ? ids.reference(f, "subject", Section.ENTERPRISES)
                : scope == Scope.PARK ? ids.reference(f, "subject", Section.PARKS) : district(f, scope);
        return scope == null || id == null ? null : new Subject(scope, id);
    }

    private String district(Settings f, @Nullable Scope scope) {
        String subject = f.text("subject");
        if (subject != null && scope != null && !subject.equals(districtId)) {
            f.fault("subject", FaultTexts.notTheDistrict(subject, districtId));
        }
        return districtId;
    }

    private void checkOverlap(Settings f, Target target) {
        for (Target other : targets) {
            if (other.subject().equals(target.subject())
                    && other.fromYear() <= target.toYear()
                    && target.fromYear() <= other.toYear()) {
                f.fault("fromYear", FaultTexts.yearsOverlap(other.id()));
            }
        }
    }
}
