package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.RegisterRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountingConfigTest {
    @Test
    void defaults_need_no_setting() {
        Problems problems = new Problems();
        assertThat(AccountingConfig.from(Settings.ofTexts(Map.of()), problems)).isEqualTo(AccountingConfig.defaults());
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(Map.of(
                "sliceReadings", "7",
                "chunkHours", "48",
                "historyAfter", "5m",
                "longestExcursion", "20d",
                "longestStep", "100d",
                "behindAboveGapPoints", "0.5",
                "notFallingFromChangePercent", "-1"));
        assertThat(AccountingConfig.from(settings, new Problems()))
                .isEqualTo(new AccountingConfig(
                        7,
                        48,
                        Duration.ofMinutes(5),
                        new RegisterRules(Duration.ofDays(20), Duration.ofDays(100)),
                        new ProgressLevel.Thresholds(new BigDecimal("0.5"), new BigDecimal("-1"))));
    }

    @Test
    void a_value_out_of_range_is_a_problem_that_names_it() {
        Problems problems = new Problems();
        AccountingConfig.from(Settings.ofTexts(Map.of("chunkHours", "5")), problems);
        assertThat(problems.list().toString()).contains("chunkHours").contains("\"5\"");
    }
}
