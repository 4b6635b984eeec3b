package io.greenpark.ingest.coap;

import io.greenpark.ingest.Spoken;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CoapWordsTest {
    @Test
    void every_sentence_is_said_in_both_languages() throws IOException {
        new Spoken(CoapWords.class)
                .with("unknownIdentity", CoapWords.unknownIdentity("stranger"))
                .with("wrongKey", CoapWords.wrongKey("meter-1"))
                .with("unknownPath", CoapWords.unknownPath("/greenpark/meter-1"))
                .with("unknownFormat", CoapWords.unknownFormat(60))
                .matchesItsSheet();
    }
}
