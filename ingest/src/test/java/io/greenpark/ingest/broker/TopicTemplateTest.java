package io.greenpark.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTemplateTest {
    @ParameterizedTest
    @CsvSource({
        "greenpark/{device}/telemetry, greenpark/m1/telemetry, true, m1",
        "greenpark/{device}/telemetry, greenpark/m1/other, false,",
        "greenpark/{device}/telemetry, greenpark/m1, false,",
        "greenpark/{device}/telemetry, greenpark/m1/telemetry/x, false,",
        "+/{device}/#, plant/m1/a/b, true, m1",
        "plant/data, plant/data, true,",
    })
    void a_topic_matches_its_template_and_names_its_device(
            String template, String topic, boolean matches, String device) {
        String[] levels = topic.split("/", -1);
        assertThat(TopicTemplate.of(template).matches(levels)).isEqualTo(matches);
        if (matches) {
            assertThat(TopicTemplate.of(template).device(levels)).isEqualTo(device);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "m1, m1, true",
        "m1, m10, false",
        "m*, m10, true",
        "*, anything, true",
        "*-meter, main-meter, true",
        "*-meter, main-meters, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbY, false",
    })
    void a_star_matches_any_characters(String pattern, String id, boolean matches) {
        assertThat(Glob.matches(pattern, id)).isEqualTo(matches);
    }
}
