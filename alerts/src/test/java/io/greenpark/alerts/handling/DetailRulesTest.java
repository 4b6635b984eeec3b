package io.greenpark.alerts.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What acts carry is right, or is told to be wrong with the field, the value and what is allowed. */
class DetailRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<DetailField, String> given = new EnumMap<>(DetailField.class);

    private DetailRulesTest answer() {
        given.put(DetailField.CAUSE, "treatment");
        given.put(DetailField.FROM, "2026-11-30T04:00:00Z");
        given.put(DetailField.MEASURES, "已更换加药泵");
        given.put(DetailField.RESPONSIBLE, "张工");
        return this;
    }

    private DetailRulesTest with(DetailField field, String value) {
        given.put(field, value);
        return this;
    }

    private Optional<String> fault(HandlingAction action, Side side, String... files) {
        return DetailRules.fault(action, side, new StepDetails(given, List.of(files)), NOW, ZONE)
                .map(Bilingual::en);
    }

    @Test
    void an_answer_with_what_it_needs_is_right() {
        assertThat(answer().fault(HandlingAction.ANSWER, Side.ENTERPRISE, "photo-1"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAUSE    | weather              | "cause": "weather" is not allowed; give one of production
            FROM     | yesterday            | "from": "yesterday" is not allowed; give a time with an offset
            FROM     | 2026-11-30T08:00:01Z | give a time that is not to come
            TO       | 2026-11-30T03:00:00Z | "to": "2026-11-30T03:00:00Z" is not allowed; give a time that is not before
            MEASURES | ' '                  | "measures" (Measures) is missing
            TERM     | 2026-12-01T00:00:00Z | "term" does not go with "answer" here
            """)
    void a_wrong_field_is_named_with_its_value_and_what_is_allowed(DetailField field, String value, String said) {
        assertThat(answer().with(field, value).fault(HandlingAction.ANSWER, Side.ENTERPRISE))
                .hasValueSatisfying(words -> assertThat(words).contains(said));
    }

    @Test
    void a_visit_on_site_needs_its_reason_and_its_approval() {
        with(DetailField.SITE, "on-site").with(DetailField.CONFIRMED, "true").with(DetailField.FINDING, "加药泵故障");
        assertThat(fault(HandlingAction.VERIFY, Side.OFFICE))
                .hasValueSatisfying(words -> assertThat(words).contains("visitReason"));
        with(DetailField.VISIT_REASON, "complaint")
                .with(DetailField.APPROVED_BY, "陈局长")
                .with(DetailField.APPROVED_AT, "2026-11-30T06:00:00Z");
        assertThat(fault(HandlingAction.VERIFY, Side.OFFICE)).isEmpty();
        with(DetailField.SITE, "off-site");
        assertThat(fault(HandlingAction.VERIFY, Side.OFFICE))
                .as("who stays at the desk has no visit to tell of")
                .hasValueSatisfying(words -> assertThat(words).contains("does not go with"));
    }

    @Test
    void a_review_that_is_not_passed_needs_another_day() {
        with(DetailField.PASSED, "false").with(DetailField.FINDING, "未完成");
        assertThat(fault(HandlingAction.REVIEW, Side.OFFICE))
                .hasValueSatisfying(words -> assertThat(words).contains("dueDay"));
        with(DetailField.DUE_DAY, "2026-11-29");
        assertThat(fault(HandlingAction.REVIEW, Side.OFFICE))
                .hasValueSatisfying(words -> assertThat(words).contains("a day from today on"));
        with(DetailField.DUE_DAY, "2026-11-30");
        assertThat(fault(HandlingAction.REVIEW, Side.OFFICE)).isEmpty();
    }

    @Test
    void people_of_an_enterprise_keep_nothing_to_themselves() {
        with(DetailField.WORD, "已电话联系").with(DetailField.SHARED, "false");
        assertThat(fault(HandlingAction.COMMENT, Side.OFFICE)).isEmpty();
        assertThat(fault(HandlingAction.COMMENT, Side.ENTERPRISE))
                .hasValueSatisfying(words -> assertThat(words).contains("\"shared\" does not go with"));
    }
}
