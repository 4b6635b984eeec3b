package io.greenpark.ingest.json;

import io.greenpark.ingest.Spoken;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonWordsTest {
    @Test
    void every_sentence_is_said_in_both_languages() throws IOException {
        new Spoken(JsonWords.class)
                .with(
                        "beyondALimit",
                        JsonWords.beyondALimit("Document nesting depth (9) exceeds the maximum allowed (8)"))
                .with("notJson", JsonWords.notJson(17, "Unexpected end-of-input"))
                .with("notText", JsonWords.notText())
                .with("noGatewayObject", JsonWords.noGatewayObject())
                .with("trailing", JsonWords.trailing())
                .with("noValue", JsonWords.noValue())
                .with("notAnItem", JsonWords.notAnItem("12.5"))
                .with("notAnItem nothing", JsonWords.notAnItem(null))
                .with("tooManyValues", JsonWords.tooManyValues(10_000))
                .with("timeTwice", JsonWords.timeTwice())
                .with("unreadableTime", JsonWords.unreadableTime("yesterday"))
                .with("besideValues", JsonWords.besideValues("kwh"))
                .with("keyTwice", JsonWords.keyTwice("kwh"))
                .with("textForNumber", JsonWords.textForNumber("kwh", "12.5"))
                .with("notFinite", JsonWords.notFinite("kwh", "NaN"))
                .with("strange", JsonWords.strange("kwh", "unit"))
                .with("noNumber", JsonWords.noNumber("kwh"))
                .with("badFlag", JsonWords.badFlag("kwh", "Z"))
                .matchesItsSheet();
    }
}
