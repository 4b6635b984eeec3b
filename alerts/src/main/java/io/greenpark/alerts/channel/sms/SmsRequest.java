package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.message.Placeholders;
import io.greenpark.alerts.outbox.Channel.OutboundMessage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One message in the form that the gateway wants.
 *
 * @param query parameters of the address
 * @param body empty for none
 * @param places what stands for the names in braces
 */
record SmsRequest(URI address, Map<String, String> query, String body, String contentType, Map<String, String> places) {
    static SmsRequest of(SmsSettings settings, OutboundMessage message) {
        JsonObject content = new JsonObject(message.body());
        JsonObject variables = content.getJsonObject("variables");
        Map<String, String> places = places(message, content.getString("template"), variables);
        URI address = URI.create(Objects.requireNonNull(settings.url()));
        return switch (settings.form()) {
            case QUERY -> new SmsRequest(address, fields(settings, places), "", "", places);
            case FORM ->
                new SmsRequest(
                        address,
                        Map.of(),
                        AliyunSignature.encoded(fields(settings, places)),
                        "application/x-www-form-urlencoded; charset=utf-8",
                        places);
            case JSON ->
                new SmsRequest(
                        address,
                        Map.of(),
                        ((JsonObject) put(settings.body(), places, variables)).encode(),
                        "application/json; charset=utf-8",
                        places);
        };
    }

    private static Map<String, String> places(OutboundMessage message, String template, JsonObject variables) {
        String phone = message.target();
        Map<String, String> places = new HashMap<>();
        places.put("phone", phone);
        places.put("mobile", phone.startsWith("+86") ? phone.substring("+86".length()) : phone);
        places.put("template", template);
        places.put("variables", variables.encode());
        places.put(
                "values",
                new JsonArray(variables.stream().map(Map.Entry::getValue).toList()).encode());
        places.put("id", message.id());
        return places;
    }

    private static Map<String, String> fields(SmsSettings settings, Map<String, String> places) {
        Map<String, String> fields = new LinkedHashMap<>();
        settings.fields().forEach(f -> fields.put(f.name(), Placeholders.fill(f.value(), places)));
        return fields;
    }

    /** A document with what stands for the names in its texts; a text that is {@code {variables}} or {@code {values}} alone becomes these. */
    private static Object put(Object part, Map<String, String> places, JsonObject variables) {
        if (part instanceof JsonObject object) {
            JsonObject filled = new JsonObject();
            object.forEach(e -> filled.put(e.getKey(), put(e.getValue(), places, variables)));
            return filled;
        }
        if (part instanceof JsonArray array) {
            JsonArray filled = new JsonArray();
            array.forEach(e -> filled.add(put(e, places, variables)));
            return filled;
        }
        if ("{variables}".equals(part)) {
            return variables;
        }
        if ("{values}".equals(part)) {
            return new JsonArray(variables.stream().map(Map.Entry::getValue).toList());
        }
        return part instanceof String text ? Placeholders.fill(text, places) : part;
    }

    String filled(String text) {
        return Placeholders.fill(text, places);
    }

    String url() {
        return query.isEmpty()
                ? address.toString()
                : address + (address.getRawQuery() == null ? "?" : "&") + AliyunSignature.encoded(query);
    }
}
