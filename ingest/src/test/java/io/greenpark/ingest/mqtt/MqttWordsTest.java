package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.Spoken;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MqttWordsTest {
    @Test
    void every_sentence_is_said_in_both_languages() throws IOException {
        new Spoken(MqttWords.class)
                .with("noEnhancedAuthentication", MqttWords.noEnhancedAuthentication())
                .with("emptyClientId", MqttWords.emptyClientId())
                .with("anonymous", MqttWords.anonymous())
                .with("noPassword", MqttWords.noPassword("meter-1"))
                .with("wrongPassword", MqttWords.wrongPassword("meter-1"))
                .with("unknownToken", MqttWords.unknownToken())
                .with("unknownUser", MqttWords.unknownUser())
                .with("from", MqttWords.from(MqttWords.unknownToken(), "10.0.0.7"))
                .with("firstPacket", MqttWords.firstPacket("PUBLISH"))
                .with("unexpectedPacket", MqttWords.unexpectedPacket("CONNACK"))
                .with("tooLarge", MqttWords.tooLarge(65_536))
                .with("wrongVersion", MqttWords.wrongVersion())
                .with("invalidClientId", MqttWords.invalidClientId(256))
                .with("notMqtt", MqttWords.notMqtt("too short"))
                .with("unknownTopic", MqttWords.unknownTopic("greenpark/telemetry"))
                .with("qosTwo", MqttWords.qosTwo())
                .matchesItsSheet();
    }
}
