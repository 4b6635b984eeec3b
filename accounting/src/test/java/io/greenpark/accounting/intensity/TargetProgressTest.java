package io.greenpark.accounting.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetProgressTest {
    private static final Subject PLANT = Subject.enterprise("plant");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final BigDecimal DUE = new BigDecimal("-5");

    /** Years to date, by the last of their months. */
    private final Map<YearMonth, PeriodIntensity> told = new HashMap<>();

    private boolean mayBeHeldAgainst = true;

    @Test
    void behind_and_falling_is_amber_with_the_tonnes_so_far_and_by_the_end_of_the_year() {
        given(YearMonth.of(2025, 10), "100", "1000000");
        given(YearMonth.of(2025, 12), "120", "1200000");
        given(OCTOBER, "99", "1000000");
        TargetProgress progress = progress(OCTOBER);
        assertThat(progress.level()).isEqualTo(ProgressLevel.BEHIND);
        assertThat(progress.excessTce()).isEqualByComparingTo("4");
        assertThat(Objects.requireNonNull(progress.yearEnd()).tce()).isEqualByComparingTo("118.8");
        assertThat(progress.yearEnd().excessTce()).isEqualByComparingTo("4.8");
        assertThat(progress.reasons()).isEmpty();
    }

    @Test
    void a_whole_year_needs_no_months_to_come() {
        given(YearMonth.of(2025, 12), "120", "1200000");
        given(YearMonth.of(2026, 12), "114", "1200000");
        TargetProgress progress = progress(YearMonth.of(2026, 12));
        assertThat(progress.level()).isEqualTo(ProgressLevel.ON_PATH);
        assertThat(Objects.requireNonNull(progress.yearEnd()).excessTce()).isEqualByComparingTo("0");
    }

    @Test
    void without_the_end_of_the_year_before_it_says_why_and_keeps_the_rest() {
        given(YearMonth.of(2025, 10), "100", "1000000");
        missing(YearMonth.of(2025, 12), Reason.noValueAdded("plant", YearMonth.of(2025, 12)));
        given(OCTOBER, "101", "1000000");
        TargetProgress progress = progress(OCTOBER);
        assertThat(progress.level()).isEqualTo(ProgressLevel.NOT_FALLING);
        assertThat(progress.excessTce()).isEqualByComparingTo("6");
        assertThat(progress.yearEnd()).isNull();
        assertThat(cause(progress, "yearEnd")).isEqualTo(Cause.YEAR_BEFORE);
    }

    @Test
    void of_a_year_before_that_was_hardly_measured_no_year_is_made() {
        given(YearMonth.of(2025, 10), "100", "1000000");
        given(YearMonth.of(2025, 12), "120", "1200000");
        given(OCTOBER, "99", "1000000");
        told.computeIfPresent(YearMonth.of(2025, 12), (month, figure) -> covered(figure, 0.5));
        assertThat(progress(OCTOBER).yearEnd()).isNull();
        assertThat(progress(OCTOBER).excessTce()).isEqualByComparingTo("4");
    }

    @Test
    void what_may_only_be_shown_has_no_level() {
        given(YearMonth.of(2025, 10), "100", "1000000");
        given(YearMonth.of(2025, 12), "120", "1200000");
        given(OCTOBER, "101", "1000000");
        mayBeHeldAgainst = false;
        assertThat(progress(OCTOBER).level()).isNull();
        assertThat(cause(progress(OCTOBER), "level")).isEqualTo(Cause.SHOW_ONLY);
        assertThat(progress(OCTOBER).excessTce()).isEqualByComparingTo("6");
    }

    private static Cause cause(TargetProgress progress, String name) {
        return Objects.requireNonNull(progress.reasons().get(name)).cause();
    }

    private static PeriodIntensity covered(PeriodIntensity f, double share) {
        return new PeriodIntensity(
                f.tce(),
                f.ivaCny(),
                f.tcePer10kCny(),
                f.changePercent(),
                Coverage.measured(share),
                f.baseCoverage(),
                f.status(),
                f.reasons());
    }

    @Test
    void of_what_may_not_be_told_nothing_is_told() {
        given(YearMonth.of(2025, 10), "100", "1000000");
        given(YearMonth.of(2025, 12), "120", "1200000");
        missing(OCTOBER, Reason.of(Cause.WITHHELD));
        TargetProgress progress = progress(OCTOBER);
        assertThat(progress.excessTce()).isNull();
        assertThat(progress.level()).isNull();
        assertThat(progress.yearEnd()).isNull();
        assertThat(cause(progress, "excessTce")).isEqualTo(Cause.WITHHELD);
    }

    @Test
    void without_a_target_there_is_no_progress() {
        given(YearMonth.of(2025, 10), "100", "1000000");
        assertThat(standing(YearMonth.of(2025, 10)).progress()).isNull();
    }

    private TargetProgress progress(YearMonth month) {
        return Objects.requireNonNull(standing(month).progress());
    }

    private SubjectStanding standing(YearMonth month) {
        Standings standings =
                new Standings((subject, from, to, basis) -> List.of(row(from)), ProgressLevel.Thresholds.defaults());
        return Objects.requireNonNull(
                standings.of(List.of(PLANT), month, ElectricityBasis.EQUIVALENT).get(PLANT));
    }

    private IntensityRow row(YearMonth month) {
        PeriodIntensity figure = Objects.requireNonNull(told.get(month));
        return new IntensityRow(month, figure, figure, month.getYear() == 2026 ? target(month, figure) : null);
    }

    private TargetStanding target(YearMonth month, PeriodIntensity figure) {
        PeriodIntensity base = Objects.requireNonNull(told.get(month.minusYears(1)));
        BigDecimal change = Intensity.changePercent(figure.tcePer10kCny(), base.tcePer10kCny());
        BigDecimal gap = change == null ? null : change.subtract(DUE);
        TargetVerdict verdict = gap == null
                ? TargetVerdict.NOT_JUDGED
                : gap.signum() > 0 ? TargetVerdict.BEHIND : TargetVerdict.ON_TARGET;
        return new TargetStanding(
                "five",
                2025,
                DUE,
                change,
                gap,
                verdict,
                mayBeHeldAgainst,
                figure.reasons().get("ivaCny"));
    }

    private void given(YearMonth month, String tce, String ivaCny) {
        told.put(month, figure(new BigDecimal(tce), new BigDecimal(ivaCny), Map.of()));
    }

    private void missing(YearMonth month, Reason reason) {
        told.put(month, figure(BigDecimal.TEN, null, Map.of("ivaCny", reason, "tcePer10kCny", reason)));
    }

    private static PeriodIntensity figure(BigDecimal tce, @Nullable BigDecimal ivaCny, Map<String, Reason> reasons) {
        return new PeriodIntensity(
                tce,
                ivaCny,
                Intensity.of(tce, ivaCny),
                null,
                Coverage.measured(1),
                Coverage.measured(1),
                FigureStatus.FINAL,
                reasons);
    }
}
