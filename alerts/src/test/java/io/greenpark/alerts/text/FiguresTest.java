package io.greenpark.alerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,0 秒,0 seconds",
        "PT1S,1 秒,1 second",
        "PT30S,30 秒,30 seconds",
        "PT1M,1 分钟,1 minute",
        "PT90S,90 秒,90 seconds",
        "PT30M,30 分钟,30 minutes",
        "PT1H,1 小时,1 hour",
        "PT2H30M,150 分钟,150 minutes",
        "PT24H,24 小时,24 hours",
        "PT72H,3 天,3 days",
        "PT50H,50 小时,50 hours"
    })
    void a_limit_is_written_as_it_was_set(Duration length, String zh, String en) {
        assertThat(Figures.exact(length)).isEqualTo(new Bilingual(zh, en));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.4S,0 秒,0 seconds",
        "PT59S,59 秒,59 seconds",
        "PT119S,1 分钟,1 minute",
        "PT119M,119 分钟,119 minutes",
        "PT150M,2 小时,2 hours",
        "PT47H,47 小时,47 hours",
        "PT49H,2 天,2 days"
    })
    void an_age_is_written_in_its_greatest_unit(Duration length, String zh, String en) {
        assertThat(Figures.length(length)).isEqualTo(new Bilingual(zh, en));
    }
}
