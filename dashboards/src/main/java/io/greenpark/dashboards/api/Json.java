package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values are written in answers: names in both languages, decimals as text, times with the park's offset. */
final class Json {
    /** The zone of times that belong to no park, but to the platform itself. */
    static final ZoneId PLATFORM_ZONE = ParkTime.SHANGHAI;

    private Json() {}

    static JsonObject name(Bilingual name) {
        return new JsonObject().put("zh", name.zh()).put("en", name.en());
    }

    static JsonObject words(Bilingual words) {
        return new JsonObject().put("zh", words.zh()).put("en", words.en());
    }

    /** What has an id and a name. */
    static JsonObject named(String id, Bilingual name) {
        return new JsonObject().put("id", id).put("name", name(name));
    }

    /** An exact decimal as text, without an exponent and without trailing zeros; null stays null. */
    static @Nullable String decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** A time with the offset of the park's zone; null stays null. */
    static @Nullable String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    static String time(long ms, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(ms).atZone(zone));
    }

    /** A period's boundary: a local date for days and months, a local date-time with offset for hours. */
    static String boundary(Instant at, Step step, ZoneId zone) {
        return step == Step.HOUR
                ? time(at.toEpochMilli(), zone)
                : at.atZone(zone).toLocalDate().toString();
    }

    static <T> JsonArray array(List<T> items, Function<T, ?> write) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }

    /** The key of a carrier's amount: {@code electricityKwh}, {@code naturalGasM3}. */
    static String amountKey(Carrier carrier) {
        StringBuilder key = new StringBuilder();
        for (String part : carrier.code().split("-")) {
            key.append(key.length() == 0 ? part : capital(part));
        }
        return key + unitSuffix(carrier.unit());
    }

    private static String unitSuffix(Unit unit) {
        return capital(unit.symbol().toLowerCase(Locale.ROOT));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
