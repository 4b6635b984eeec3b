package io.greenpark.ingest.coap;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CoapMessagesTest {
    @Test
    void every_message_says_the_same_in_both_languages() throws IOException {
        new CatalogueSheet(CoapMessages.class)
                .with("unknownIdentity", CoapMessages.unknownIdentity("stranger"))
                .with("wrongKey", CoapMessages.wrongKey("meter-1"))
                .with("unknownPath", CoapMessages.unknownPath("/greenpark/meter-1"))
                .with("unknownFormat", CoapMessages.unknownFormat(60))
                .matchesItsSheet();
    }
}
