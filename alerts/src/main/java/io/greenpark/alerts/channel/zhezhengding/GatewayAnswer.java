package io.greenpark.alerts.channel.zhezhengding;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says. It answers 200 when it refuses, and says so by {@code success}, of itself or of what is behind it.
 *
 * @param data what it gives where it does not refuse
 * @param refusal code and words where it does; null where it does not
 */
record GatewayAnswer(JsonObject data, @Nullable String refusal) {
    private static final int LONGEST_WORDS = 120;
    private static final String[] CODES = {"bizErrorCode", "responseCode", "errorCode", "Code", "code"};
    private static final String[] WORDS = {"responseMessage", "errorMsg", "errorMessage", "Message", "message"};

    static GatewayAnswer of(HttpResponse<Buffer> answer) {
        JsonObject document;
        try {
            document = Objects.requireNonNullElseGet(answer.bodyAsJsonObject(), JsonObject::new);
        } catch (RuntimeException e) {
            return new GatewayAnswer(new JsonObject(), "something that is not the gateway's answer");
        }
        JsonObject content = object(document, "content");
        boolean taken = isTrue(document) && (!content.containsKey("success") || isTrue(content));
        return taken
                ? new GatewayAnswer(object(content, "data"), null)
                : new GatewayAnswer(new JsonObject(), words(content.isEmpty() ? document : content, document));
    }

    private static boolean isTrue(JsonObject object) {
        return "true".equals(String.valueOf(object.getValue("success")));
    }

    private static JsonObject object(JsonObject of, String key) {
        return of.getValue(key) instanceof JsonObject object ? object : new JsonObject();
    }

    private static String words(JsonObject first, JsonObject second) {
        String said = (any(first, second, CODES) + " " + any(first, second, WORDS)).strip();
        String told = said.isEmpty() ? "without success" : said;
        return told.length() > LONGEST_WORDS ? told.substring(0, LONGEST_WORDS) + "…" : told;
    }

    private static String any(JsonObject first, JsonObject second, String... keys) {
        for (JsonObject object : new JsonObject[] {first, second}) {
            for (String key : keys) {
                if (object.getValue(key) != null) {
                    return String.valueOf(object.getValue(key));
                }
            }
        }
        return "";
    }

    /** Whether the token is what it refuses. */
    boolean refusesToken() {
        String said = refusal;
        return said != null && said.toLowerCase(Locale.ROOT).contains("token");
    }
}
