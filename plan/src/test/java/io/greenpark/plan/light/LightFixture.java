package io.greenpark.plan.light;

import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.rule.ListRule;
import io.greenpark.plan.rule.TaxPerMuRule;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Averaging;
import io.greenpark.plan.target.Counting;
import io.greenpark.plan.target.Direction;
import io.greenpark.plan.target.LightMarks;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.target.PlanState;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.target.TargetType;
import io.greenpark.plan.value.Course;
import io.greenpark.plan.value.Figure;
import io.greenpark.plan.value.Progress;
import io.greenpark.plan.value.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan of 2024 to 2026 with a target of any kind, and what was typed of it. */
record LightFixture(PlanTarget target) {
    private static final Bilingual WORDS = Bilingual.same("w");
    /** All years of the plan are over. */
    private static final LocalDate AFTERWARDS = LocalDate.of(2027, 1, 1);

    static LightFixture of(TargetType type, Direction direction, @Nullable String amount) {
        return of(type, direction, amount, null, Averaging.COMPOUND, Counting.PER_PERIOD);
    }

    static LightFixture of(
            TargetType type,
            Direction direction,
            @Nullable String amount,
            @Nullable String base,
            Averaging averaging,
            Counting counting) {
        ListRule rule = type == TargetType.LIST ? new TaxPerMuRule(BigDecimal.TEN) : null;
        return new LightFixture(new PlanTarget(
                "1",
                WORDS,
                type,
                direction,
                amount == null ? null : new BigDecimal(amount),
                null,
                base == null ? null : new BigDecimal(base),
                WORDS,
                averaging,
                counting,
                PlanPeriod.year(2026),
                false,
                WORDS,
                WORDS,
                true,
                null,
                rule,
                null,
                false));
    }

    Plan plan() {
        return new Plan(
                "p", WORDS, WORDS, PlanState.ISSUED, false, 2023, 2024, 2026, LightMarks.USUAL, 1, List.of(target));
    }

    Standing at(String period, Map<String, String> values) {
        return at(period, values, null);
    }

    Standing at(String period, Map<String, String> values, Lights.@Nullable Listed listed) {
        List<Figure> figures = new ArrayList<>();
        values.forEach((code, value) -> figures.add(figure(code, new BigDecimal(value), null)));
        return Lights.of(plan(), target, new Course(2024, period(period), AFTERWARDS, figures), listed);
    }

    /** The same, looked at on a day. */
    Standing on(LocalDate today, String period, Map<String, String> values) {
        List<Figure> figures = new ArrayList<>();
        values.forEach((code, value) -> figures.add(figure(code, new BigDecimal(value), null)));
        return Lights.of(plan(), target, new Course(2024, period(period), today, figures), null);
    }

    Standing at(String period, Progress progress) {
        return Lights.of(
                plan(),
                target,
                new Course(2024, period(period), AFTERWARDS, List.of(figure(period, null, progress))),
                null);
    }

    private static PlanPeriod period(String code) {
        return PlanPeriod.ofCode(code).orElseThrow();
    }

    private static Figure figure(String code, @Nullable BigDecimal value, @Nullable Progress progress) {
        Statement typed = new Statement(
                "p",
                "1",
                period(code),
                Area.DISTRICT,
                Statement.Kind.TYPED,
                value,
                progress,
                "s",
                null,
                1,
                "w",
                Instant.EPOCH);
        return Figure.of(period(code), null, null, typed, BigDecimal.valueOf(90));
    }
}
