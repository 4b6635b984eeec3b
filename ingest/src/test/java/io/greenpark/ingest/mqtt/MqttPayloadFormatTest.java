package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.ingest.PairsFormat;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payload format that the product does not know, registered beside JSON. */
class MqttPayloadFormatTest {
    @TempDir
    Path dir;

    private RunningDoor door;
    private MqttClient client;

    @BeforeEach
    void open() throws Exception {
        door = new RunningDoor(dir, PairsFormat.besideJson());
        client = new MqttClient(door.url(), "", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("gw");
        options.setPassword("secret-gw".getBytes(StandardCharsets.UTF_8));
        client.connect(options);
    }

    @AfterEach
    void close() throws Exception {
        client.disconnect();
        client.close();
        door.close();
    }

    @Test
    void the_content_type_of_each_message_chooses_its_format() throws Exception {
        publish("greenpark/m1/telemetry", PairsFormat.CONTENT_TYPE, "kwh=1.5;kw=2");
        publish("greenpark/m1/telemetry", null, "{\"kwh\":3}");
        publish("greenpark/m1/telemetry", "application/unheard-of", "{\"kwh\":4}");
        assertThat(door.stores.readings())
                .extracting(Reading::pointId, Reading::value)
                .containsExactly(tuple("m1.kwh", 1.5), tuple("m1.kw", 2.0), tuple("m1.kwh", 3.0), tuple("m1.kwh", 4.0));
        assertThat(door.stores.listDeadLetters()).isEmpty();
    }

    @Test
    void a_claimed_topic_needs_no_content_type() throws Exception {
        publish(PairsFormat.TOPIC, null, "m1/kwh=1;m2/kw=2");
        assertThat(door.stores.readings()).extracting(Reading::pointId).containsExactly("m1.kwh", "m2.kw");
    }

    @Test
    void what_the_format_cannot_read_is_a_dead_letter() throws Exception {
        publish("greenpark/m1/telemetry", PairsFormat.CONTENT_TYPE, "nonsense");
        assertThat(door.stores.listDeadLetters()).singleElement().satisfies(deadLetter -> {
            assertThat(deadLetter.reason()).isEqualTo(RejectReason.MALFORMED);
            assertThat(deadLetter.excerpt()).isEqualTo("nonsense");
        });
    }

    private void publish(String topic, @Nullable String contentType, String payload) throws Exception {
        MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        MqttProperties properties = new MqttProperties();
        properties.setContentType(contentType);
        message.setProperties(properties);
        client.publish(topic, message);
    }
}
