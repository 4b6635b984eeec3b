package io.greenpark.ingest.json;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonMessagesTest {
    @Test
    void every_sentence_is_said_in_both_languages() throws IOException {
        new CatalogueSheet(JsonMessages.class)
                .with(
                        "beyondALimit",
                        JsonMessages.beyondALimit("Document nesting depth (9) exceeds the maximum allowed (8)"))
                .with("notJson", JsonMessages.notJson(17, "Unexpected end-of-input"))
                .with("notText", JsonMessages.notText())
                .with("noGatewayObject", JsonMessages.noGatewayObject())
                .with("trailing", JsonMessages.trailing())
                .with("noValue", JsonMessages.noValue())
                .with("notAnItem", JsonMessages.notAnItem("12.5"))
                .with("notAnItem nothing", JsonMessages.notAnItem(null))
                .with("tooManyValues", JsonMessages.tooManyValues(10_000))
                .with("timeTwice", JsonMessages.timeTwice())
                .with("unreadableTime", JsonMessages.unreadableTime("yesterday"))
                .with("besideValues", JsonMessages.besideValues("kwh"))
                .with("keyTwice", JsonMessages.keyTwice("kwh"))
                .with("textForNumber", JsonMessages.textForNumber("kwh", "12.5"))
                .with("notFinite", JsonMessages.notFinite("kwh", "NaN"))
                .with("strange", JsonMessages.strange("kwh", "unit"))
                .with("noNumber", JsonMessages.noNumber("kwh"))
                .with("badFlag", JsonMessages.badFlag("kwh", "Z"))
                .matchesItsSheet();
    }
}
