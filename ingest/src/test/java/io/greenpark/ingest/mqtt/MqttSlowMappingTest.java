package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.mapping.JsonMapping;
import io.greenpark.ingest.mapping.MappingConfig;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping whose regular expression takes a payload for ever elsewhere: that message is refused, and the door goes on. */
class MqttSlowMappingTest {
    @TempDir
    Path dir;

    private static MqttClient connected(RunningDoor door) throws Exception {
        MqttClient client = new MqttClient(door.url(), "", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("gw");
        options.setPassword("secret-gw".getBytes(StandardCharsets.UTF_8));
        client.connect(options);
        return client;
    }

    @Test
    void what_takes_too_long_is_refused_and_all_others_are_served() throws Exception {
        JsonMapping mapping =
                JsonMapping.of("{'m1': {'kwh': $count($match(text, /a.*b|a/)) + $count($match(text, /(a|aa)+c/))}}");
        MappingConfig config = new MappingConfig(List.of("plant/#"), dir.resolve("plant.jsonata"), mapping);
        try (RunningDoor door = new RunningDoor(dir, PayloadFormats.with(List.of(config.format())))) {
            MqttClient evil = connected(door);
            MqttClient other = connected(door);
            // A publication returns once it is acknowledged.
            evil.publish("plant/1", payload("a".repeat(65_000)), 1, false);
            other.publish("greenpark/m1/telemetry", "{\"kwh\":2}".getBytes(StandardCharsets.UTF_8), 1, false);
            evil.publish("plant/1", payload("aabaac"), 1, false);
            assertThat(door.stores.readings()).extracting(Reading::value).containsExactly(2.0, 4.0);
            assertThat(door.stores.listDeadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.reason()).isEqualTo(RejectReason.MALFORMED);
                assertThat(letter.detail().en()).contains("took longer than 200 ms");
                assertThat(letter.detail().zh()).contains("超过 200 毫秒");
                assertThat(letter.excerpt()).startsWith("{\"text\":\"aaaa");
            });
            for (MqttClient client : List.of(evil, other)) {
                client.disconnect();
                client.close();
            }
        }
    }

    private static byte[] payload(String text) {
        return ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
