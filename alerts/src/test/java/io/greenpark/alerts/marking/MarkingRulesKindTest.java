package io.greenpark.alerts.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MarkingRulesKindTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final MarkingRulesKind kind = new MarkingRulesKind();
    private final String shipped = kind.shipped();

    private MarkingRules read(String document) {
        return kind.read(PolicyJson.root("document", document));
    }

    private void assertFault(String from, String to, String... words) {
        assertThat(shipped).contains(from);
        assertThatThrownBy(() -> read(shipped.replace(from, to)))
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        e -> assertThat(e.words().zh() + e.words().en()).contains(words));
    }

    @Test
    void only_what_was_read_in_a_text_that_applies_is_confirmed_and_has_an_effect_everywhere() {
        MarkingRules rules = read(shipped);
        for (MarkKind each : MarkKind.values()) {
            MarkRule rule = rules.of(each, "electroplating");
            assertThat(rule.confirmed()).isTrue();
            assertThat(rule.effect())
                    .isEqualTo(each.group() == MarkKind.Group.MONITORING ? MarkEffect.INVALID : MarkEffect.NONE);
        }
        assertThat(rules.of(MarkKind.START_UP, "waste-incineration").confirmed())
                .isFalse();
        assertThat(rules.of(MarkKind.START_UP, "waste-incineration").effect()).isEqualTo(MarkEffect.EXEMPT);
        assertThat(rules.term().confirmed()).isFalse();
    }

    @Test
    void a_term_is_a_time_of_day_some_days_later_in_the_parks_zone() {
        MarkingRules.Term term = read(shipped).term();
        assertThat(term.of(Instant.parse("2026-11-22T16:30:00Z"), ZONE))
                .isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
        assertThat(term.earliest(Instant.parse("2026-11-24T04:00:00Z"), ZONE))
                .isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(term.earliest(Instant.parse("2026-11-24T04:01:00Z"), ZONE))
                .isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
    }

    @Test
    void what_cannot_be_used_is_refused_where_it_stands() {
        assertFault("\"effect\": \"invalid\"", "\"effect\": \"deleted\"", "rules[0].effect", "deleted", "invalid");
        assertFault("\"power-cut\"", "\"powercut\"", "rules[0].kinds", "power-cut");
        assertFault("\"code\": \"other\"", "\"code\": \"monitoring\"", "rules[2].code");
        assertFault("\"effect\": \"none\"", "\"kinds\": [\"stopped\"], \"effect\": \"none\"", "最后一项", "the last rule");
        assertFault("\"longest\": \"7d\"", "\"longest\": \"70d\"", "longest", "31d");
        assertFault("\"decideWithin\": \"72h\"", "\"decideWithin\": \"soon\"", "decideWithin");
        assertFault("\"days\": 1", "\"days\": -1", "term.days");
        assertFault("\"decideWithin\"", "\"decideIn\"", "decideIn", "decideWithin");
    }
}
