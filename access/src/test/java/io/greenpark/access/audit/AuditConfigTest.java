package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditConfigTest {
    private final Problems problems = new Problems();

    @Test
    void entries_are_kept_for_three_years_unless_set_otherwise() {
        assertThat(AuditConfig.from(Settings.ofTexts(Map.of()), problems))
                .isEqualTo(new AuditConfig(Duration.ofDays(1096)));
        assertThat(AuditConfig.from(Settings.ofTexts(Map.of("keep", "184d")), problems))
                .isEqualTo(new AuditConfig(Duration.ofDays(184)));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void less_than_six_months_is_refused_by_name_and_with_the_reason() {
        AuditConfig.from(Settings.ofTexts(Map.of("keep", "183d")), problems);
        assertThat(problems.list()).extracting(Problems.Problem::key).containsExactly("keep");
        assertThat(problems.list().get(0).message()).contains("\"183d\"", "184d..36500d", "网络安全法", "six months");
    }
}
