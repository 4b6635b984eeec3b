package io.greenpark.registry.rules;

import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Whether targets are some: years in their order, a change that is possible, and one target of a subject for a year. */
final class TargetRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private TargetRules() {}

    /** Tells what does not hold; {@code of} takes the faults of the target of an id. */
    static void check(List<Target> targets, Function<String, FieldFaults> of) {
        Map<Subject, List<Target>> seen = new HashMap<>();
        for (Target t : targets) {
            FieldFaults own = of.apply(t.id());
            if (t.fromYear() > t.toYear()) {
                own.fault("toYear", FaultTexts.yearBeforeFrom(t.toYear(), t.fromYear()));
            }
            if (t.yearlyChangePercent().abs().compareTo(HUNDRED) >= 0) {
                own.fault("yearlyChangePercent", FaultTexts.noYearlyChange(t.yearlyChangePercent()));
            }
            List<Target> others = seen.computeIfAbsent(t.subject(), s -> new ArrayList<>());
            others.stream()
                    .filter(o -> o.fromYear() <= t.toYear() && t.fromYear() <= o.toYear())
                    .forEach(o -> own.fault("fromYear", FaultTexts.yearsOverlap(o.id())));
            others.add(t);
        }
    }
}
