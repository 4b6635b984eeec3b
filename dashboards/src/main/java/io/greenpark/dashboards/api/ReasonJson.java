package io.greenpark.dashboards.api;

import io.greenpark.park.reason.Reason;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How answers say why a figure is missing: in English, as a code with its numbers, and in both languages. */
final class ReasonJson {
    private ReasonJson() {}

    /** Puts reasons by the figure they belong to. */
    static void putAll(JsonObject json, Map<String, Reason> reasons, UnaryOperator<String> figureKey) {
        JsonObject english = new JsonObject();
        JsonObject codes = new JsonObject();
        JsonObject texts = new JsonObject();
        reasons.forEach((figure, reason) -> {
            String key = figureKey.apply(figure);
            Bilingual text = reason.text();
            english.put(key, text.en());
            codes.put(key, code(reason));
            texts.put(key, Json.words(text));
        });
        json.put("reasons", english).put("reasonCodes", codes).put("reasonTexts", texts);
    }

    /** Puts the one reason of an object; null where there is none. */
    static void put(JsonObject json, @Nullable Reason reason) {
        Bilingual text = reason == null ? null : reason.text();
        json.put("reason", text == null ? null : text.en())
                .put("reasonCode", reason == null ? null : code(reason))
                .put("reasonText", text == null ? null : Json.words(text));
    }

    private static JsonObject code(Reason reason) {
        JsonObject json = new JsonObject().put("code", reason.cause().name());
        reason.details()
                .forEach((name, value) -> json.put(name, value instanceof Reason nested ? code(nested) : value));
        return json;
    }
}
