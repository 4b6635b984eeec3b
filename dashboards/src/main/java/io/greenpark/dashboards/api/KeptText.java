package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Which texts a database can keep: not every one that JSON can write. */
final class KeptText {
    private KeptText() {}

    /** Whether a text is made of characters, and none is U+0000. */
    static boolean isKept(String text) {
        return text.codePoints().allMatch(c -> c != 0 && Character.getType(c) != Character.SURROGATE);
    }

    /** Refuses a body with a name or text that is not. */
    static void require(JsonObject json) {
        for (Map.Entry<String, Object> each : json) {
            requireText(each.getKey());
            requireValue(each.getValue());
        }
    }

    private static void requireValue(Object value) {
        if (value instanceof JsonObject object) {
            require(object);
        } else if (value instanceof JsonArray array) {
            array.forEach(KeptText::requireValue);
        } else if (value instanceof String text) {
            requireText(text);
        }
    }

    /** The same for a tree of Jackson's. */
    static void require(JsonNode json) {
        json.fieldNames().forEachRemaining(KeptText::requireText);
        json.forEach(KeptText::require);
        if (json.isTextual()) {
            requireText(json.textValue());
        }
    }

    private static void requireText(String text) {
        if (!isKept(text)) {
            throw Problem.badRequest(new Bilingual(
                    "请求正文的文本中有字符 U+0000，或半个代理对；请去掉",
                    "the body holds the character U+0000, or half of a pair of surrogates, in a text; leave it out"));
        }
    }
}
