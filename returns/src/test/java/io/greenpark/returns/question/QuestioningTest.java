package io.greenpark.returns.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.question.GeneratedReturns.Generated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks wrong is asked about, and what is right is left alone. */
class QuestioningTest {
    private static final ReturnPeriod OCTOBER = GeneratedReturns.OCTOBER;
    private static final FigureKey KWH = FigureKey.bill(BillKind.ELECTRICITY);

    private static Figures output(String value, ReturnUnit unit) {
        Amount added = new Amount(new BigDecimal("1"), unit);
        return new Figures(new Amount(new BigDecimal(value), unit), added, List.of(), Map.of());
    }

    private static Known before(FigureKey key, String value, String unit) {
        return new Known(
                new Past(OCTOBER.before(), Map.of(key, new Quantity(new BigDecimal(value), unit))), null, List.of());
    }

    private static Known yearBefore(String cny) {
        Quantity output = new Quantity(new BigDecimal(cny), "CNY");
        return new Known(null, new Past(OCTOBER.yearBefore(), Map.of(FigureKey.OUTPUT, output)), List.of());
    }

    private static List<Question> ofOutput(Figures figures, ReturnPeriod period, Known known) {
        return Questioning.of(figures, period, known).stream()
                .filter(q -> q.figure().equals(FigureKey.OUTPUT))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1200000, 10",
        "120000000, 1000",
        "1200000000, 10000",
        "12000000, 100",
        "12000, -10",
        "12, -10000",
        "120, -1000",
        "400000, 10"
    })
    void another_power_of_ten_than_the_month_before_is_asked_about(String cny, int times) {
        List<Question> asked =
                ofOutput(output(cny, ReturnUnit.CNY), OCTOBER, before(FigureKey.OUTPUT, "120000", "CNY"));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).rule()).isEqualTo(AskedRule.SCALE);
        assertThat(asked.get(0).number()).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource({"150000, 50", "149999, 0", "50000, -50", "50001, 0", "250000, 150"})
    void half_more_or_less_than_a_year_ago_is_asked_about(String cny, int percent) {
        List<Question> asked = ofOutput(output(cny, ReturnUnit.CNY), OCTOBER, yearBefore("100000"));
        assertThat(asked).extracting(Question::number).isEqualTo(percent == 0 ? List.of() : List.of(percent));
    }

    @Test
    void the_same_in_another_unit_is_the_same() {
        Known known = before(FigureKey.OUTPUT, "120000", "CNY");
        assertThat(ofOutput(output("12", ReturnUnit.CNY_10000), OCTOBER, known)).isEmpty();
        assertThat(ofOutput(output("12", ReturnUnit.CNY), OCTOBER, known)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // bill kWh, counted kWh, completeness, asked
        "1000, 1000, 1, false",
        "1090, 1000, 1, false",
        "1110, 1000, 1, true",
        "890, 1000, 1, true",
        // a fifth of the month is missing at the meters: the truth is between 800 and 1000
        "1000, 800, 0.8, false",
        "1150, 800, 0.8, true",
        "700, 800, 0.8, true",
        // too little of the month to say anything of the whole, but a bill below it is wrong
        "9000, 800, 0.3, false",
        "500, 800, 0.3, true",
    })
    void a_bill_is_held_against_what_the_meters_counted(
            String bill, String counted, double completeness, boolean asked) {
        Bill electricity = new Bill(new Amount(new BigDecimal(bill), ReturnUnit.KWH), null);
        Figures figures = new Figures(null, null, List.of(), Map.of(BillKind.ELECTRICITY, electricity));
        Metered metered = new Metered(BillKind.ELECTRICITY, new Quantity(new BigDecimal(counted), "kWh"), completeness);
        List<AskedRule> rules = Questioning.of(figures, OCTOBER, new Known(null, null, List.of(metered))).stream()
                .filter(q -> q.figure().equals(KWH))
                .map(Question::rule)
                .toList();
        assertThat(rules).isEqualTo(asked ? List.of(AskedRule.METERS) : List.of());
    }

    @Test
    void what_was_metered_or_stated_before_and_is_missing_is_asked_about() {
        Metered metered = new Metered(BillKind.WATER, new Quantity(BigDecimal.TEN, "m3"), 1);
        Past past = new Past(OCTOBER.before(), Map.of(KWH, new Quantity(BigDecimal.TEN, "kWh")));
        List<Question> asked = Questioning.of(Figures.NONE, OCTOBER, new Known(past, null, List.of(metered)));
        assertThat(asked)
                .extracting(Question::figure)
                .containsExactly(FigureKey.OUTPUT, FigureKey.VALUE_ADDED, KWH, FigureKey.bill(BillKind.WATER));
        assertThat(asked).extracting(Question::rule).containsOnly(AskedRule.MISSING);
    }

    @Test
    void more_value_added_than_output_is_asked_about_and_anew_when_either_changes() {
        Figures wrong = new Figures(
                new Amount(BigDecimal.ONE, ReturnUnit.CNY_10000),
                new Amount(new BigDecimal("10001"), ReturnUnit.CNY),
                List.of(),
                Map.of());
        Question question = Questioning.of(wrong, OCTOBER, Known.NOTHING).get(0);
        assertThat(question.rule()).isEqualTo(AskedRule.VALUE_ADDED_ABOVE_OUTPUT);
        Figures other = new Figures(
                new Amount(new BigDecimal("9999"), ReturnUnit.CNY), wrong.valueAdded(), List.of(), Map.of());
        assertThat(Questioning.of(other, OCTOBER, Known.NOTHING).get(0).id()).isNotEqualTo(question.id());
    }

    @Test
    void a_product_in_another_unit_is_asked_about() {
        FigureKey screws = FigureKey.product("螺丝");
        Figures figures = new Figures(null, null, List.of(new Product("螺丝", "kg", BigDecimal.TEN)), Map.of());
        assertThat(Questioning.of(figures, OCTOBER, before(screws, "10", "t")))
                .extracting(Question::rule)
                .contains(AskedRule.UNIT);
    }

    @Test
    void march_is_held_against_half_of_january_and_february() {
        ReturnPeriod march = new ReturnPeriod(YearMonth.of(2026, 3));
        Past joint = new Past(march.before(), Map.of(FigureKey.OUTPUT, new Quantity(new BigDecimal("600000"), "CNY")));
        Known known = new Known(joint, null, List.of());
        assertThat(march.before().months()).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        assertThat(ofOutput(output("300000", ReturnUnit.CNY), march, known)).isEmpty();
        // A fifth of two months' sum is no other unit, a third of it is not either: per month it is 300,000.
        assertThat(ofOutput(output("120000", ReturnUnit.CNY), march, known)).isEmpty();
        Question asked = ofOutput(output("90000", ReturnUnit.CNY), march, known).get(0);
        assertThat(asked.perMonth()).isTrue();
        assertThat(QuestionTexts.of(asked).zh()).contains("30 万元", "2026 年 1—2 月（月均）");
    }

    @Test
    void january_has_no_return_of_its_own() {
        assertThat(ReturnPeriod.with(YearMonth.of(2026, 1))).isEqualTo(ReturnPeriod.with(YearMonth.of(2026, 2)));
        assertThat(ReturnPeriod.newestOver(LocalDate.of(2026, 2, 15)).code()).isEqualTo("2025-12");
        assertThat(ReturnPeriod.newestOver(LocalDate.of(2026, 3, 1)).code()).isEqualTo("2026-02");
    }

    /** 300 returns of which 30 have a mistake, in an ordinary month, in March after a joint period, and in the joint one. */
    @ParameterizedTest
    @CsvSource({"2026-10, 1", "2026-10, 2", "2026-03, 3", "2026-02, 4", "2026-12, 5"})
    void every_planted_mistake_is_asked_about(String month, long seed) {
        ReturnPeriod period = new ReturnPeriod(YearMonth.parse(month));
        List<Generated> all = GeneratedReturns.of(300, period, seed);
        assertThat(all.stream().filter(g -> g.mistake() != null)).hasSize(30);
        int askedOfRight = 0;
        for (Generated one : all) {
            List<Question> asked = Questioning.of(one.figures(), period, one.known());
            if (one.mistake() == null) {
                askedOfRight += asked.isEmpty() ? 0 : 1;
            } else {
                assertThat(asked).as("%s", one).extracting(Question::figure).contains(one.wrong());
            }
            assertThat(asked).extracting(Question::id).doesNotHaveDuplicates();
            asked.forEach(question -> {
                assertThat(QuestionTexts.of(question).zh())
                        .matches(".*\\p{IsHan}.*")
                        .doesNotContain("null", "  ");
                assertThat(QuestionTexts.of(question).en())
                        .doesNotMatch(".*\\p{IsHan}.*")
                        .doesNotContain("null", "  ");
            });
        }
        // Who is asked about everything answers nothing.
        assertThat(askedOfRight).isLessThanOrEqualTo(5);
    }
}
