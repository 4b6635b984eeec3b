package io.greenpark.alerts.text;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A limit in words: the bound as the permit writes it, its source, and to which concentration it applies. */
final class LimitTexts {
    private LimitTexts() {}

    /** @param lower whether it is a lower limit */
    static Bilingual limit(CaseContext context, Verdict v, boolean lower) {
        String source = Objects.requireNonNullElse(v.source(), "-");
        Limit known = known(context, source);
        List<Bilingual> about = new ArrayList<>();
        about.add(lower ? new Bilingual("下限", "lower limit") : new Bilingual("上限", "upper limit"));
        about.add(known == null ? Bilingual.same(source) : known.sourceText());
        if (known != null) {
            about.addAll(terms(known.terms()));
        }
        if (!v.confirmed()) {
            about.add(new Bilingual("该限值未经确认", "this limit is not confirmed"));
        }
        String value = Figures.with(Figures.bound(v.limit()), v.unit());
        return new Bilingual(
                value + "（" + String.join("，", about.stream().map(Bilingual::zh).toList()) + "）",
                value + " ("
                        + String.join("; ", about.stream().map(Bilingual::en).toList()) + ")");
    }

    /** What the permit calls the outlet; null where the registry does not say. */
    static @Nullable Bilingual permit(CaseContext context) {
        Outlet outlet = context.registry()
                .point(pointOf(context))
                .map(Point::outletId)
                .flatMap(context.registry()::outlet)
                .orElse(null);
        if (outlet == null || (outlet.code() == null && outlet.permit() == null)) {
            return null;
        }
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (outlet.code() != null) {
            zh.add("排放口编号 " + outlet.code());
            en.add("outlet " + outlet.code());
        }
        if (outlet.permit() != null) {
            zh.add("许可证编号 " + outlet.permit());
            en.add("permit no. " + outlet.permit());
        }
        return new Bilingual(String.join("，", zh), String.join(", ", en));
    }

    private static String pointOf(CaseContext context) {
        return Objects.requireNonNullElse(context.key().pointId(), context.key().subject());
    }

    private static @Nullable Limit known(CaseContext context, String source) {
        return context.registry().limitsOfPoint(pointOf(context)).stream()
                .filter(l -> l.source().equals(source))
                .findFirst()
                .orElse(null);
    }

    private static List<Bilingual> terms(LimitTerms terms) {
        List<Bilingual> about = new ArrayList<>();
        if (terms.concentration() == LimitTerms.Concentration.MEASURED) {
            about.add(new Bilingual("实测浓度", "concentration as measured"));
        } else if (terms.concentration() == LimitTerms.Concentration.CONVERTED) {
            String oxygen = terms.referenceOxygenPercent() == null ? "" : Figures.bound(terms.referenceOxygenPercent());
            about.add(new Bilingual(
                    oxygen.isEmpty() ? "折算浓度" : "折算浓度，基准含氧量 " + oxygen + " %",
                    oxygen.isEmpty() ? "converted concentration" : "converted to " + oxygen + " % oxygen"));
        }
        if (terms.gas() != null) {
            about.add(
                    terms.gas() == LimitTerms.GasState.DRY
                            ? new Bilingual("干基", "dry gas")
                            : new Bilingual("湿基", "wet gas"));
        }
        return about;
    }
}
