package io.greenpark.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Problems.Problem;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.returns.ReturnsConfig.Expected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnsConfigTest {
    private final Problems problems = new Problems();

    private ReturnsConfig read(Map<String, String> texts) {
        return ReturnsConfig.from(Settings.ofTexts(texts), problems);
    }

    @Test
    void what_is_not_given_is_the_default() {
        assertThat(read(Map.of())).isEqualTo(ReturnsConfig.defaults());
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void every_key_is_read() {
        ReturnsConfig config =
                read(Map.of("expectedOf", "all", "remindOnDays", "6, 2", "dueDay", "10", "uses", "show-own, judge"));
        assertThat(config)
                .isEqualTo(new ReturnsConfig(
                        Expected.ALL, List.of(2, 6), 10, List.of(AllowedUse.SHOW_OWN, AllowedUse.JUDGE)));
    }

    @Test
    void what_is_not_accepted_is_told() {
        read(Map.of("expectedOf", "some", "remindOnDays", "31", "dueDay", "0", "uses", "aggregate-only"));
        assertThat(problems.list())
                .extracting(Problem::key)
                .containsExactlyInAnyOrder("expectedOf", "remindOnDays", "dueDay", "uses");
    }
}
