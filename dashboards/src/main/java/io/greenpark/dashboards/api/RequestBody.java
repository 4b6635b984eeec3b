package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a body says, field by field; a wrong one is refused with its name and what is allowed. Fields that it does not know are refused, too. */
class RequestBody {
    private static final int LONGEST_REASON = 2_000;

    private final JsonObject body;

    RequestBody(Question question, String... allowed) {
        this(question.body(), allowed);
    }

    /** Of a part of a body. */
    RequestBody(JsonObject body, String... allowed) {
        this.body = body;
        for (String name : body.fieldNames()) {
            if (!Set.of(allowed).contains(name)) {
                throw wrong(
                        name,
                        "此处没有该项；可用的有 " + String.join(", ", allowed),
                        "is unknown here; allowed: " + String.join(", ", allowed));
            }
        }
    }

    /** As it was sent. */
    final JsonObject json() {
        return body;
    }

    /** Whether a field is there, be it null. */
    final boolean has(String name) {
        return body.containsKey(name);
    }

    /** Whether a field is there, and not null. */
    final boolean isGiven(String name) {
        return body.getValue(name) != null;
    }

    /** A text that must be there. */
    final String text(String name) {
        return textOrNull(name)
                .orElseThrow(() -> wrong(name, "必须填写，为非空文本", "must be there, as a text that is not empty"));
    }

    /** A text; empty where it is left out, null or blank. */
    final Optional<String> textOrNull(String name) {
        return textOrNull(name, Integer.MAX_VALUE);
    }

    /** The same, of at most so many characters. */
    final Optional<String> textOrNull(String name, int longest) {
        Object value = body.getValue(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(name, "须为文本", "must be a text");
        }
        Optional<String> text =
                Optional.ofNullable((String) value).map(String::strip).filter(t -> !t.isEmpty());
        if (text.filter(t -> t.length() > longest).isPresent()) {
            throw wrong(name, "最多 " + longest + " 个字符", "has at most " + longest + " characters");
        }
        return text;
    }

    /** A whole number from 0 on that must be there. */
    final long whole(String name) {
        return whole(name, 0, "须为从 0 起的整数", "must be a whole number from 0 on");
    }

    /** A whole number that must be there, or what it must be is told. */
    final long whole(String name, long least, String zh, String en) {
        Object value = body.getValue(name);
        if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() < least) {
            throw wrong(name, zh, en);
        }
        return ((Number) value).longValue();
    }

    /** The version that was seen of what is changed. */
    long version() {
        return whole("version", 0, "须为所见的版本号", "must be the version that was seen");
    }

    /** Why somebody does it, which is on record. */
    final String reason() {
        return textOrNull("reason", LONGEST_REASON).orElseGet(() -> text("reason"));
    }

    /** A truth value; false where it is left out. */
    final boolean flag(String name) {
        return isGiven(name) && truth(name);
    }

    /** A truth value that must be there. */
    final boolean truth(String name) {
        if (!(body.getValue(name) instanceof Boolean truth)) {
            throw wrong(name, "须为 true 或 false", "must be true or false");
        }
        return truth;
    }

    /** A constant that must be there. */
    final <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, body.getValue(name), type, EnumCode::of);
    }

    /** Constants of a list; none where it is left out. */
    final <E extends Enum<E>> Set<E> constants(String name, Class<E> type, Function<E, String> code) {
        EnumSet<E> constants = EnumSet.noneOf(type);
        Object value = body.getValue(name);
        if (value == null) {
            return constants;
        }
        if (!(value instanceof JsonArray list)) {
            throw wrong(name, "须为列表：" + codes(type, code), "must be a list of " + codes(type, code));
        }
        list.forEach(each -> constants.add(constant(name, each, type, code)));
        return constants;
    }

    /** A list of ids; empty where it is left out or null. */
    final Set<String> texts(String name) {
        return ids(body, name);
    }

    static Set<String> ids(JsonObject parts, String name) {
        Object value = parts.getValue(name);
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof JsonArray ids) || ids.stream().anyMatch(id -> !(id instanceof String))) {
            throw wrong(name, "须为编号列表", "must be a list of ids");
        }
        return ids.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    static <E extends Enum<E>> E constant(String name, Object given, Class<E> type, Function<E, String> code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> code.apply(e).equals(given))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "的值 \"" + given + "\" 不可用；可用的有 " + codes(type, code),
                        "\"" + given + "\" is not one of " + codes(type, code)));
    }

    static <E extends Enum<E>> String codes(Class<E> type, Function<E, String> code) {
        return Arrays.stream(type.getEnumConstants()).map(code).collect(Collectors.joining(", "));
    }

    static Problem wrong(String name, String zh, String en) {
        return Problem.badRequest(new Bilingual("\"" + name + "\" " + zh, "\"" + name + "\" " + en));
    }
}
