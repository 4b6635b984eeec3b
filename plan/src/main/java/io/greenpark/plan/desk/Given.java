package io.greenpark.plan.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.target.PlanFaultException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Something of a text as somebody gave it, with where it stands; whatever is wrong is told by its place. */
record Given(JsonNode json, String place) {
    private static final int LONGEST = 500;

    /** Refuses members other than these. */
    void allow(String... names) {
        if (!json.isObject()) {
            throw wrong("须为 JSON 对象", "must be a JSON object");
        }
        Set<String> allowed = Set.of(names);
        json.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                String all = Arrays.stream(names).sorted().collect(Collectors.joining(", "));
                throw at(name).wrong("此处没有该项；可用的有 " + all, "is unknown here; allowed: " + all);
            }
        });
    }

    Given at(String name) {
        return new Given(json.path(name), place.isEmpty() ? name : place + "." + name);
    }

    List<Given> each() {
        if (!json.isArray()) {
            throw wrong("须为数组", "must be an array");
        }
        return IntStream.range(0, json.size())
                .mapToObj(i -> new Given(json.path(i), place + "[" + i + "]"))
                .toList();
    }

    boolean absent() {
        return json.isMissingNode() || json.isNull();
    }

    String text() {
        String text = json.isTextual() ? json.asText().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw wrong("须为非空文本，最多 " + LONGEST + " 个字符", "must be a text of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    Bilingual words() {
        allow("zh", "en");
        return new Bilingual(at("zh").text(), at("en").text());
    }

    boolean flag(boolean otherwise) {
        if (absent()) {
            return otherwise;
        }
        if (!json.isBoolean()) {
            throw wrong("须为 true 或 false", "must be true or false");
        }
        return json.asBoolean();
    }

    int integer(int least, int most) {
        if (!json.isInt() || json.asInt() < least || json.asInt() > most) {
            throw wrong("须为 " + least + " 至 " + most + " 的整数", "must be a whole number of " + least + " to " + most);
        }
        return json.asInt();
    }

    BigDecimal number() {
        String text = json.isTextual() ? json.asText() : "";
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw wrong(
                    "须为文本形式的数，如 \"120.5\"，整数最多 15 位，小数最多 6 位",
                    "must be a number as a text, as \"120.5\", of at most 15 digits and 6 behind the point");
        }
        return new BigDecimal(text);
    }

    @Nullable
    BigDecimal numberOrNull() {
        return absent() ? null : number();
    }

    BigDecimal numberNotBelowZero() {
        BigDecimal number = number();
        if (number.signum() < 0) {
            throw wrong("不得小于 0", "must not be below 0");
        }
        return number;
    }

    <E extends Enum<E>> E choice(Class<E> of) {
        E[] all = Objects.requireNonNull(of.getEnumConstants());
        String text = json.asText();
        return Arrays.stream(all)
                .filter(one -> EnumCode.of(one).equals(text)
                        || (one.name().length() == 1 && one.name().equals(text)))
                .findFirst()
                .orElseThrow(() -> {
                    String codes = Arrays.stream(all).map(EnumCode::of).collect(Collectors.joining(", "));
                    return wrong("须为 " + codes + " 之一", "must be one of " + codes);
                });
    }

    <E extends Enum<E>> E choice(Class<E> of, E otherwise) {
        return absent() ? otherwise : choice(of);
    }

    PlanFaultException wrong(String zh, String en) {
        String given = json.isMissingNode() ? "" : json.toString();
        String shown = given.length() > 80 ? given.substring(0, 80) + "…" : given;
        return new PlanFaultException(new Bilingual(
                "\"" + place + "\"" + (shown.isEmpty() ? "（缺失）" : " 的值 " + shown + "：") + zh,
                "\"" + place + "\"" + (shown.isEmpty() ? " is missing: it " : " is " + shown + ": it ") + en));
    }
}
