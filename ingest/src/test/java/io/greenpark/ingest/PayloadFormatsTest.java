package io.greenpark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.reading.Door;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadFormatsTest {
    private final PayloadFormats formats = PairsFormat.besideJson();

    private PayloadFormat choose(String topic, String contentType) {
        return formats.choose(Door.MQTT, topic, contentType);
    }

    @Test
    void json_is_the_default() {
        assertThat(choose("greenpark/m1/telemetry", null)).isInstanceOf(TelemetryJson.class);
        assertThat(choose("greenpark/m1/telemetry", "application/unheard-of")).isInstanceOf(TelemetryJson.class);
    }

    @Test
    void a_content_type_chooses_whatever_its_case_and_parameters() {
        assertThat(choose("greenpark/m1/telemetry", "Application/SenML+JSON; charset=utf-8"))
                .isInstanceOf(PairsFormat.class);
        assertThat(formats.knows("application/json")).isTrue();
        assertThat(formats.knows("text/plain")).isTrue();
        assertThat(formats.knows("application/cbor")).isFalse();
    }

    @Test
    void a_claimed_topic_chooses_unless_a_known_content_type_does() {
        assertThat(choose(PairsFormat.TOPIC, null)).isInstanceOf(PairsFormat.class);
        assertThat(choose(PairsFormat.TOPIC, "application/unheard-of")).isInstanceOf(PairsFormat.class);
        assertThat(choose(PairsFormat.TOPIC, "application/json")).isInstanceOf(TelemetryJson.class);
    }

    @Test
    void two_formats_with_one_content_type_are_refused() {
        assertThatThrownBy(() -> new PayloadFormats(List.of(new PairsFormat(), new PairsFormat())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(PairsFormat.CONTENT_TYPE);
    }
}
