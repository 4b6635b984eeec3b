package io.greenpark.plan.rule;

import static io.greenpark.plan.rule.PlantedSheets.landAndScale;
import static io.greenpark.plan.rule.PlantedSheets.landAndTax;
import static io.greenpark.plan.rule.PlantedSheets.large;
import static io.greenpark.plan.rule.PlantedSheets.sheet;
import static io.greenpark.plan.rule.PlantedSheets.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.plan.rule.Check.What;
import io.greenpark.plan.rule.Finding.Verdict;
import io.greenpark.plan.rule.Finding.YearLack;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rows 14, 19 and 22 against what a person counts by hand. */
class ListRulesTest {
    private static final TaxPerMuRule TAX = new TaxPerMuRule(new BigDecimal("30000"));
    private static final IdleLandRule LAND = new IdleLandRule(new BigDecimal("20"), 3);
    private static final DoublingRule DOUBLING = new DoublingRule(
            new BigDecimal("100000000"),
            new BigDecimal("3000000"),
            List.of(Utilisation.values()),
            new BigDecimal("80"),
            PerformanceClass.B);

    private static Map<Verdict, List<String>> by(ListRule rule, List<EnterpriseYears> enterprises) {
        return enterprises.stream()
                .map(e -> rule.of(e, 2026))
                .collect(Collectors.groupingBy(
                        Finding::verdict, Collectors.mapping(Finding::enterpriseId, Collectors.toList())));
    }

    private static EnterpriseYears of(String id, SheetFigures figures) {
        return years(id, sheet(id, 2026, figures));
    }

    private static EnterpriseYears before(String id, SheetFigures figures) {
        return years(id, sheet(id, 2025, figures));
    }

    @Test
    void row_14_lists_whose_tax_per_mu_is_below_the_amount_and_says_of_whom_nobody_can_tell() {
        Map<Verdict, List<String>> found = by(
                TAX,
                List.of(
                        of("exactly", landAndTax("10", "300000")),
                        of("a-fen-below", landAndTax("10", "299999.99")),
                        of("well-above", landAndTax("3.5", "900000")),
                        of("no-tax-at-all", landAndTax("12", "0")),
                        of("thirds", landAndTax("3", "89999.999999")),
                        of("tax-missing", landAndTax("10", null)),
                        of("land-missing", landAndTax(null, "1")),
                        of("tenant", landAndTax("0", "1")),
                        years("no-sheet"),
                        years("of-another-year", sheet("of-another-year", 2025, landAndTax("10", "1"))),
                        years(
                                "objects",
                                sheet("objects", 2026, landAndTax("10", "1"), SheetState.OBJECTED, AllowedUse.JUDGE)),
                        years(
                                "show-only",
                                sheet(
                                        "show-only",
                                        2026,
                                        landAndTax("10", "1"),
                                        SheetState.ENTERED,
                                        AllowedUse.SHOW_OWN))));

        assertThat(found.get(Verdict.LISTED)).containsExactly("a-fen-below", "no-tax-at-all", "thirds");
        assertThat(found.get(Verdict.NOT_LISTED)).containsExactly("exactly", "well-above");
        assertThat(found.get(Verdict.UNKNOWN))
                .containsExactly(
                        "tax-missing", "land-missing", "tenant", "no-sheet", "of-another-year", "objects", "show-only");
        assertThat(TAX.of(of("land-missing", landAndTax(null, "1")), 2026).lacks())
                .containsExactly(new YearLack(2026, Lack.LAND));
    }

    @Test
    void row_19_lists_who_is_large_uses_four_fifths_of_everything_and_is_of_class_b_or_better() {
        PerformanceClass b = PerformanceClass.B;
        Map<Verdict, List<String>> found = by(
                DOUBLING,
                List.of(
                        before("all-exactly", large("100000000", "1", "10", "8", "80", "80", "80", b)),
                        before(
                                "by-tax",
                                large("99999999.99", "3000000", "10", "9", "95", "85", "81", PerformanceClass.A)),
                        before("too-small", large("99999999.99", "2999999.99", "10", "9", "95", "85", "81", b)),
                        before("land-just-short", large("200000000", "1", "10", "7.999999", "95", "85", "81", b)),
                        before("class-c", large("200000000", "1", "10", "9", "95", "85", "81", PerformanceClass.C)),
                        before("class-missing", large("200000000", "1", "10", "9", "95", "85", "81", null)),
                        before("discharge-missing", large("200000000", "1", "10", "9", "95", "85", null, b)),
                        // Whatever the discharge is, the energy is too little.
                        before("energy-short", large("200000000", "1", "10", "9", "95", "79.99", null, b)),
                        before("tax-missing-but-large", large("200000000", null, "10", "9", "95", "85", "81", b)),
                        before("sales-missing", large(null, "2999999", "10", "9", "95", "85", "81", b)),
                        of("sheet-of-this-year-alone", large("200000000", "1", "10", "9", "95", "85", "81", b))));

        assertThat(found.get(Verdict.LISTED)).containsExactly("all-exactly", "by-tax", "tax-missing-but-large");
        assertThat(found.get(Verdict.NOT_LISTED))
                .containsExactly("too-small", "land-just-short", "class-c", "energy-short");
        assertThat(found.get(Verdict.UNKNOWN))
                .containsExactly("class-missing", "discharge-missing", "sales-missing", "sheet-of-this-year-alone");
    }

    @Test
    void row_19_takes_what_meters_counted_before_what_a_sheet_says() {
        SheetFigures figures = large("200000000", "1", "10", "9", "95", "99", "81", PerformanceClass.A);
        EnterpriseYears stated = before("x", figures);
        Used counted = new Used(new BigDecimal("799.9"), new BigDecimal("1000"));
        EnterpriseYears metered = new EnterpriseYears("x", stated.sheets(), Map.of(2025, counted), Map.of());

        assertThat(DOUBLING.of(stated, 2026).verdict()).isEqualTo(Verdict.LISTED);
        assertThat(DOUBLING.of(metered, 2026).verdict()).isEqualTo(Verdict.NOT_LISTED);
        assertThat(DOUBLING.of(metered, 2026).facts().get("energyPercent")).isEqualByComparingTo("79.99");
    }

    @Test
    void row_19_may_ask_for_less_than_every_use() {
        DoublingRule two = new DoublingRule(
                new BigDecimal("100000000"),
                new BigDecimal("3000000"),
                List.of(Utilisation.LAND, Utilisation.CAPACITY),
                new BigDecimal("80"),
                PerformanceClass.B);
        EnterpriseYears one = before("x", large("200000000", "1", "10", "9", "95", null, null, PerformanceClass.B));
        assertThat(two.of(one, 2026).verdict()).isEqualTo(Verdict.LISTED);
    }

    private static EnterpriseYears three(String id, String land, Boolean y2024, Boolean y2025, Boolean y2026) {
        return years(
                id,
                sheet(id, 2024, landAndScale(null, y2024)),
                sheet(id, 2025, landAndScale(null, y2025)),
                sheet(id, 2026, landAndScale(land, y2026)));
    }

    @Test
    void row_22_lists_who_has_twenty_mu_and_was_three_years_not_above_scale() {
        Map<Verdict, List<String>> found = by(
                LAND,
                List.of(
                        three("exactly-20", "20", false, false, false),
                        three("just-short", "19.999999", false, false, false),
                        three("once-above", "50", false, true, false),
                        three("land-missing", null, false, false, false),
                        three("a-year-missing", "50", null, false, false),
                        // Above scale in a year that is known: whatever the other was, it is not three years.
                        three("missing-and-above", "50", null, true, false),
                        three("missing-and-small", "5", null, false, false),
                        years(
                                "two-sheets",
                                sheet("two-sheets", 2025, landAndScale("50", false)),
                                sheet("two-sheets", 2026, landAndScale("50", false)))));

        assertThat(found.get(Verdict.LISTED)).containsExactly("exactly-20");
        assertThat(found.get(Verdict.NOT_LISTED))
                .containsExactly("just-short", "once-above", "missing-and-above", "missing-and-small");
        assertThat(found.get(Verdict.UNKNOWN)).containsExactly("land-missing", "a-year-missing", "two-sheets");
    }

    @Test
    void a_finding_has_all_that_its_rule_read_with_the_thresholds_also_of_whom_it_does_not_list() {
        Finding classC = DOUBLING.of(
                before("x", large("200000000", "1", "10", "9", "95", null, "81", PerformanceClass.C)), 2026);
        assertThat(classC.checks())
                .extracting(Check::what, Check::year, Check::value, Check::wanted, Check::holds, Check::either)
                .containsExactly(
                        tuple(What.SALES_CNY, 2025, "200000000", "100000000", true, true),
                        tuple(What.TAX_CNY, 2025, "1", "3000000", false, true),
                        tuple(What.PERFORMANCE_CLASS, 2025, "C", "B", false, false),
                        tuple(What.LAND_PERCENT, 2025, "90", "80", true, false),
                        tuple(What.CAPACITY_PERCENT, 2025, "95", "80", true, false),
                        tuple(What.ENERGY_PERCENT, 2025, null, "80", null, false),
                        tuple(What.DISCHARGE_PERCENT, 2025, "81", "80", true, false));
        assertThat(LAND.of(three("x", "50", false, true, false), 2026).checks())
                .extracting(Check::what, Check::year, Check::value, Check::wanted, Check::holds)
                .containsExactlyInAnyOrder(
                        tuple(What.ABOVE_SCALE, 2024, "false", "false", true),
                        tuple(What.ABOVE_SCALE, 2025, "true", "false", false),
                        tuple(What.ABOVE_SCALE, 2026, "false", "false", true),
                        tuple(What.LAND_MU, 2026, "50", "20", true));
        assertThat(TAX.of(of("x", landAndTax("10", "300000")), 2026).checks())
                .extracting(Check::what, Check::value, Check::wanted, Check::holds)
                .containsExactly(tuple(What.TAX_PER_MU_CNY, "30000", "30000", false));
    }
}
