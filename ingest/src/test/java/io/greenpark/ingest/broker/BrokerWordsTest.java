package io.greenpark.ingest.broker;

import io.greenpark.ingest.Spoken;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerWordsTest {
    @Test
    void every_sentence_is_said_in_both_languages() throws IOException {
        new Spoken(BrokerWords.class)
                .with(
                        "unknownTopic",
                        BrokerWords.unknownTopic("plant/meter-1", List.of("greenpark/{device}/telemetry")))
                .matchesItsSheet();
    }
}
