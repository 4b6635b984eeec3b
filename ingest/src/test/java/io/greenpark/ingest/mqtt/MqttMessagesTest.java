package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MqttMessagesTest {
    @Test
    void every_message_says_the_same_in_both_languages() throws IOException {
        new CatalogueSheet(MqttMessages.class)
                .with("noEnhancedAuthentication", MqttMessages.noEnhancedAuthentication())
                .with("emptyClientId", MqttMessages.emptyClientId())
                .with("anonymous", MqttMessages.anonymous())
                .with("noPassword", MqttMessages.noPassword("meter-1"))
                .with("wrongPassword", MqttMessages.wrongPassword("meter-1"))
                .with("unknownToken", MqttMessages.unknownToken())
                .with("unknownUser", MqttMessages.unknownUser())
                .with("from", MqttMessages.from(MqttMessages.unknownToken(), "10.0.0.7"))
                .with("firstPacket", MqttMessages.firstPacket("PUBLISH"))
                .with("unexpectedPacket", MqttMessages.unexpectedPacket("CONNACK"))
                .with("tooLarge", MqttMessages.tooLarge(65_536))
                .with("wrongVersion", MqttMessages.wrongVersion())
                .with("invalidClientId", MqttMessages.invalidClientId(256))
                .with("notMqtt", MqttMessages.notMqtt("too short"))
                .with("unknownTopic", MqttMessages.unknownTopic("greenpark/telemetry"))
                .with("qosTwo", MqttMessages.qosTwo())
                .matchesItsSheet();
    }
}
