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
                .with("wrongMethod", CoapMessages.wrongMethod("PUT"))
                .with("unknownMethod", CoapMessages.unknownMethod(8))
                .with("noProxy", CoapMessages.noProxy())
                .with("conditional", CoapMessages.conditional())
                .with("tooLarge", CoapMessages.tooLarge(65_536))
                .with("blocksMissing", CoapMessages.blocksMissing("offset 64 doesn't match the current position 16!"))
                .with("malformed", CoapMessages.malformed("option 9: Unknown critical option 9 is not supported!"))
                .with("unknownFormat", CoapMessages.unknownFormat(60))
                .matchesItsSheet();
    }
}
