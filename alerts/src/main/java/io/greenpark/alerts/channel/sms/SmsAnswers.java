package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.RetryAfter;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What answers of a gateway mean, section {@code alerts.sms}: most answer 200 when they refuse.
 *
 * @param successPath where an answer says whether it took the message ({@code success.path}: {@code Code}, {@code SendStatusSet.0.Code})
 * @param successValue what it says there if it did ({@code success.value})
 * @param codePath where it says why it did not ({@code codePath}, default as successPath)
 * @param wordsPath where it says so in words ({@code wordsPath}); empty for nowhere
 * @param ofAddress codes of a number that takes none ({@code refusesNumber})
 * @param ofMessage codes of a message that is never taken ({@code refusesMessage})
 * @param rests how long a number is to be left alone after a code ({@code rests}: code, time)
 */
record SmsAnswers(
        String successPath,
        String successValue,
        String codePath,
        String wordsPath,
        Set<String> ofAddress,
        Set<String> ofMessage,
        Map<String, Duration> rests) {
    private static final String GATEWAY = "the SMS gateway";
    private static final int OK_BELOW = 300;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int TIMED_OUT = 408;
    private static final int LONGEST_WORDS = 120;

    static SmsAnswers from(Settings s, Problems problems) {
        Settings success = s.section("success");
        String path = success.text("path", "Code");
        Map<String, Duration> rests = new HashMap<>();
        for (Settings rest : s.sections("rests")) {
            String code = rest.text("code", "");
            if (code.isBlank()) {
                problems.add(rest.place("code"), rest.fullKey("code"), "is missing; give the gateway's code");
            }
            rests.put(
                    code,
                    rest.duration("time", Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofDays(1), problems));
        }
        return new SmsAnswers(
                path,
                success.text("value", "OK"),
                s.text("codePath", path),
                s.text("wordsPath", ""),
                new HashSet<>(s.texts("refusesNumber")),
                new HashSet<>(s.texts("refusesMessage")),
                rests);
    }

    DeliveryResult result(int status, @Nullable String retryAfter, @Nullable String body) {
        if (status == TOO_MANY || status == TIMED_OUT || status >= SERVER_ERRORS) {
            return new DeliveryResult.Retry(GATEWAY + " answered " + status).after(RetryAfter.seconds(retryAfter));
        }
        Object document;
        try {
            document = Json.decodeValue(body == null ? "" : body);
        } catch (RuntimeException e) {
            return new DeliveryResult.Retry(GATEWAY + " answered " + status + " with something that is not JSON");
        }
        if (status < OK_BELOW && successValue.equals(text(document, successPath))) {
            return new DeliveryResult.Delivered();
        }
        String code = text(document, codePath);
        String words = wordsPath.isEmpty() ? "" : " " + text(document, wordsPath);
        String reason = masked(GATEWAY + " answered " + (status < OK_BELOW ? "" : status + " ")
                + (code.isEmpty() ? "without " + codePath : code)
                + (words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words));
        if (ofAddress.contains(code)) {
            return new DeliveryResult.Undeliverable(reason, reason);
        }
        if (ofMessage.contains(code)) {
            return new DeliveryResult.Undeliverable(reason);
        }
        Duration rest = rests.get(code);
        // A number that has had its share is no trouble of the gateway's; a wrong key, signature or template is, and
        // can be put right.
        return rest == null
                ? new DeliveryResult.Retry(reason)
                : new DeliveryResult.Retry(reason).ofAddress().after(rest);
    }

    /** What stands at a path: names and numbers between dots; empty where there is nothing. */
    private static String text(@Nullable Object document, String path) {
        Object at = document;
        for (String step : path.split("\\.")) {
            if (at instanceof JsonObject object) {
                at = object.getValue(step);
            } else if (at instanceof JsonArray array
                    && step.matches("[0-9]{1,4}")
                    && Integer.parseInt(step) < array.size()) {
                at = array.getValue(Integer.parseInt(step));
            } else {
                return "";
            }
        }
        return at == null ? "" : at.toString();
    }

    /** Gateways repeat the number, which is a person's. */
    private static String masked(String text) {
        return text.replaceAll("(1[3-9][0-9])[0-9]{4}([0-9]{4})", "$1****$2");
    }
}
