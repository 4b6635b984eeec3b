package io.greenpark.ingest.broker;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerMessagesTest {
    @Test
    void every_message_says_the_same_in_both_languages() throws IOException {
        new CatalogueSheet(BrokerMessages.class)
                .with(
                        "unknownTopic",
                        BrokerMessages.unknownTopic("plant/meter-1", List.of("greenpark/{device}/telemetry")))
                .matchesItsSheet();
    }
}
