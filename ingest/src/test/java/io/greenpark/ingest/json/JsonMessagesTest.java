package io.greenpark.ingest.json;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import java.util.List;
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
                .with("unreadableMember", JsonMessages.unreadableMember("timestamp", "yesterday"))
                .with("someTime", JsonMessages.someTime("sendTime", "2026-01-31 08:15:00"))
                .with("twoTimes", JsonMessages.twoTimes("ts", "1514736000000", "DataTime", "20180101001500"))
                .with("notThatOfTs", JsonMessages.notThatOfTs("time", "1514736003000", "1514736000000"))
                .with("context", JsonMessages.context(List.of("node", "group"), 0))
                .with("context more", JsonMessages.context(List.of("node", "group"), 3))
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
