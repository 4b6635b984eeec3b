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
                .with("notSignedIn", MqttMessages.notSignedIn())
                .with("clientTooSmall", MqttMessages.clientTooSmall(20))
                .with("unknownTopic", MqttMessages.unknownTopic("greenpark/telemetry"))
                .matchesItsSheet();
    }
}
