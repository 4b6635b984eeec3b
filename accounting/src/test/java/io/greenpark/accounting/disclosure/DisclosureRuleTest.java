package io.greenpark.accounting.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisclosureRuleTest {
    private static final DisclosureRule RULE = DisclosureRule.defaults();
    private final Problems problems = new Problems();

    private static boolean allows(int... values) {
        return RULE.allows(Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList());
    }

    private static Map<String, BigDecimal> values(int... values) {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> map.put("e" + map.size(), BigDecimal.valueOf(v)));
        return map;
    }

    @Test
    void three_enterprises_of_which_none_dominates_may_be_added_up() {
        assertThat(allows(70, 20, 10)).isTrue();
        assertThat(allows(71, 20, 9)).isFalse();
        assertThat(allows(50, 50)).isFalse();
        assertThat(allows()).isFalse();
    }

    @Test
    void who_adds_nothing_does_not_count() {
        assertThat(allows(50, 50, 0)).isFalse();
        assertThat(allows(0, 0, 0)).isFalse();
    }

    @Test
    void losses_do_not_hide_that_a_sum_equals_one_of_its_parts() {
        assertThat(allows(100, 100, -100)).isFalse();
        assertThat(allows(100, 50, -150)).isFalse();
        assertThat(allows(-40, -30, -30)).isTrue();
    }

    @Test
    void what_is_left_of_the_district_is_made_safe_by_the_park_with_the_fewest_values() {
        Map<String, Map<String, BigDecimal>> guarded = new LinkedHashMap<>();
        guarded.put("large", values(10, 10, 10, 10));
        guarded.put("two", values(10, 12));
        guarded.put("small", values(10, 10, 10));
        guarded.put("open", values());
        Suppression.Leaving leaving = new SecondarySuppression().leaving(guarded, RULE);
        assertThat(leaving.district()).isTrue();
        assertThat(leaving.parks()).containsExactly("large", "open");
    }

    @Test
    void where_no_park_helps_the_district_is_kept_back_and_the_parks_are_told() {
        Map<String, Map<String, BigDecimal>> guarded = new LinkedHashMap<>();
        guarded.put("giant", values(1_000_000));
        guarded.put("small", values(10, 10, 10));
        Suppression.Leaving leaving = new SecondarySuppression().leaving(guarded, RULE);
        assertThat(leaving.district()).isFalse();
        assertThat(leaving.parks()).containsExactly("small");
    }

    @Test
    void settings_may_be_stricter_but_not_laxer() {
        assertThat(read(Map.of())).isEqualTo(RULE);
        assertThat(read(Map.of("leastEnterprises", "5", "largestShare", "0.5")))
                .isEqualTo(new DisclosureRule(5, new BigDecimal("0.5")));
        assertThat(problems.list()).isEmpty();
        read(Map.of("leastEnterprises", "2"));
        assertThat(problems.list().toString()).contains("\"2\"", "3..1000");
    }

    @Test
    void a_larger_share_is_refused_with_what_is_allowed() {
        Settings settings = Settings.ofTexts(Map.of("largestShare", "0.8"));
        assertThat(DisclosureRule.from(settings, problems)).isEqualTo(RULE);
        settings.reportUnknown(problems);
        assertThat(problems.list().toString()).contains("\"0.8\"", "0.1..0.7");
    }

    private DisclosureRule read(Map<String, String> texts) {
        return DisclosureRule.from(Settings.ofTexts(texts), problems);
    }
}
