package io.greenpark.ingest.json;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonMessagesTest {
    @Test
    void every_message_says_the_same_in_both_languages() throws IOException {
        new CatalogueSheet(JsonMessages.class)
                .with(
                        "limitExceeded",
                        JsonMessages.limitExceeded("Document nesting depth (9) exceeds the maximum allowed (8)"))
                .with("notJson", JsonMessages.notJson(17, "Unexpected end-of-input"))
                .with("notUtf8", JsonMessages.notUtf8())
                .with("noGatewayObject", JsonMessages.noGatewayObject())
                .with("trailingContent", JsonMessages.trailingContent())
                .with("noValue", JsonMessages.noValue())
                .with("notAnItem", JsonMessages.notAnItem("12.5"))
                .with("notAnItem nothing", JsonMessages.notAnItem(null))
                .with("tooManyValues", JsonMessages.tooManyValues(10_000))
                .with("repeatedTime", JsonMessages.repeatedTime())
                .with("unreadableTime", JsonMessages.unreadableTime("yesterday"))
                .with("besideValues", JsonMessages.besideValues("kwh"))
                .with("repeatedKey", JsonMessages.repeatedKey("kwh"))
                .with("textForNumber", JsonMessages.textForNumber("kwh", "12.5"))
                .with("notFinite", JsonMessages.notFinite("kwh", "NaN"))
                .with("unexpectedMember", JsonMessages.unexpectedMember("kwh", "unit"))
                .with("noNumber", JsonMessages.noNumber("kwh"))
                .with("badFlag", JsonMessages.badFlag("kwh", "Z"))
                .matchesItsSheet();
    }
}
