package io.greenpark.dashboards.dossier;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what the API tells, in one of its languages; what is not there is an empty text. */
record Told(JsonObject json, Locale language) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    String text(String key) {
        Object value = json.getValue(key);
        return value == null ? "" : value.toString();
    }

    /** One of two languages. */
    String words(String key) {
        JsonObject both = json.getJsonObject(key);
        return both == null ? "" : both.getString(language.getLanguage().equals("zh") ? "zh" : "en", "");
    }

    /** A time of day in the zone that it is told in. */
    String time(String key) {
        String text = text(key);
        return text.isEmpty() ? "" : shown(text);
    }

    static String shown(String time) {
        return MINUTE.format(OffsetDateTime.parse(time));
    }

    @Nullable
    Instant instant(String key) {
        String text = text(key);
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    Told at(String key) {
        JsonObject object = json.getJsonObject(key);
        return new Told(object == null ? new JsonObject() : object, language);
    }

    boolean has(String key) {
        return json.getValue(key) != null;
    }

    boolean is(String key) {
        return Boolean.TRUE.equals(json.getValue(key));
    }

    List<Told> all(String key) {
        JsonArray array = json.getJsonArray(key);
        return array == null
                ? List.of()
                : array.stream()
                        .map(each -> new Told((JsonObject) each, language))
                        .toList();
    }
}
