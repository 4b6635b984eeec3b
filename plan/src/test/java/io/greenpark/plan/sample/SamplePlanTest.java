package io.greenpark.plan.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.PlanReading;
import io.greenpark.plan.desk.PlanText;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanFaultException;
import io.greenpark.plan.target.PlanState;
import io.greenpark.plan.target.PlanTarget;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample has what the action plan of 2021-2023 has, and reads back as it was written. */
class SamplePlanTest {
    private final Plan plan = SamplePlan.read();

    @Test
    void it_has_every_target_of_the_plan_and_says_that_it_is_a_draft_for_comments() {
        assertThat(plan.targets().stream().map(t -> t.number().split("\\.")[0]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                IntStream.rangeClosed(1, 31).mapToObj(Integer::toString),
                                Stream.of("17a", "17b", "17c", "17d"))
                        .toList());
        assertThat(plan.document().zh()).contains("征求意见稿");
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
        assertThat(plan.closed()).isTrue();
    }

    @Test
    void the_four_industries_add_up_to_their_sum() {
        assertThat(sum("1")).isEqualByComparingTo("300");
        assertThat(sum("2")).isEqualByComparingTo("240");
        assertThat(amount("17.1")).isEqualByComparingTo("300");
        assertThat(amount("17.2")).isEqualByComparingTo("240");
    }

    private BigDecimal sum(String part) {
        return Stream.of("17a", "17b", "17c", "17d")
                .map(of -> amount(of + "." + part))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal amount(String number) {
        return plan.target(number).map(PlanTarget::amount).orElseThrow();
    }

    @Test
    void a_plan_reads_back_as_it_was_written_and_a_copy_is_an_open_draft_of_other_years() {
        assertThat(PlanReading.read(plan.id(), 1, PlanText.write(plan))).isEqualTo(plan);
        Plan copy = plan.copied("p-2024", Bilingual.same("n"), Bilingual.same("d"), 2024);
        assertThat(copy.closed()).isFalse();
        assertThat(copy.lastYear()).isEqualTo(2026);
        assertThat(copy.target("3").orElseThrow().due().code()).isEqualTo("2025");
        assertThat(PlanReading.read(copy.id(), 1, PlanText.write(copy))).isEqualTo(copy);
    }

    @Test
    void what_cannot_be_is_told_by_its_place_and_in_both_languages() {
        assertFault(text("\"type\":\"cumulative\"", "\"type\":\"sum\""), "targets[", "cumulative", "qualitative");
        assertFault(text("\"belowCnyPerMu\":\"30000\"", "\"belowCnyPerMu\":30000"), "belowCnyPerMu", "as a text");
        assertFault(text("\"firstYear\":2021", "\"firstYear\":2030"), "2030");
        assertFault(text("\"number\":\"31\"", "\"number\":\"30\""), "twice");
        assertFault(text("\"closed\":true", "\"clsoed\":true"), "clsoed", "allowed");
        assertFault("{", "JSON");
    }

    private String text(String what, String instead) {
        String text = PlanText.write(plan);
        assertThat(text).contains(what);
        return text.replaceFirst(java.util.regex.Pattern.quote(what), instead);
    }

    private static void assertFault(String text, String... says) {
        assertThatThrownBy(() -> PlanReading.read("p", 1, text)).isInstanceOfSatisfying(PlanFaultException.class, e -> {
            assertThat(e.words().en()).contains(says);
            assertThat(e.words().zh()).isNotBlank();
        });
    }
}
