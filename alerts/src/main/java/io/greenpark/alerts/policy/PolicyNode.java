package io.greenpark.alerts.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a policy in JSON, which knows its place for messages.
 *
 * @param place {@code rules[2].office}; empty for the whole
 */
public record PolicyNode(JsonNode json, String place) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final Bilingual DATES = new Bilingual("日期的列表，如 2026-10-01", "a list of dates such as 2026-10-01");
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int LONGEST_LENGTH = 10;
    private static final int MOST_DATES = 1_000;
    private static final int LONGEST_SHOWN = 40;
    private static final int LONGEST_WORD = 60;

    public PolicyNode child(String field) {
        JsonNode found = json.get(field);
        return new PolicyNode(
                found == null ? MissingNode.getInstance() : found, place.isEmpty() ? field : place + "." + field);
    }

    public boolean absent() {
        return json.isMissingNode() || json.isNull();
    }

    public PolicyFault wrong(Bilingual allowed) {
        String text = absent() ? "null" : json.toString();
        return new PolicyFault(
                place, text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text, allowed);
    }

    /** Refuses other fields: a misspelt one must not go unnoticed. */
    public void only(String... fields) {
        Set<String> known = new LinkedHashSet<>(Arrays.asList(fields));
        if (!absent() && !json.isObject()) {
            throw wrong(new Bilingual("对象", "an object"));
        }
        for (String field : fields()) {
            if (!known.contains(field)) {
                throw child(field)
                        .wrong(new Bilingual(
                                "以下字段之一：" + String.join(", ", known), "one of the fields " + String.join(", ", known)));
            }
        }
    }

    public List<String> fields() {
        if (!absent() && !json.isObject()) {
            throw wrong(new Bilingual("对象", "an object"));
        }
        List<String> fields = new ArrayList<>();
        json.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    public List<PolicyNode> list(String field, int min, int max) {
        PolicyNode found = child(field);
        if (!found.json.isArray() || found.json.size() < min || found.json.size() > max) {
            throw found.wrong(new Bilingual(min + " 至 " + max + " 项的列表", "a list of " + min + " to " + max));
        }
        List<PolicyNode> all = new ArrayList<>();
        for (int i = 0; i < found.json.size(); i++) {
            PolicyNode one = new PolicyNode(found.json.get(i), found.place + "[" + i + "]");
            if (!one.json.isObject()) {
                throw one.wrong(new Bilingual("对象", "an object"));
            }
            all.add(one);
        }
        return all;
    }

    /** A short name of small letters, digits and dashes. */
    public String code(String field) {
        PolicyNode found = child(field);
        if (!found.json.isTextual() || !found.json.asText().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw found.wrong(new Bilingual("由小写字母、数字和连字符组成的代码", "a code of small letters, digits and dashes"));
        }
        return found.json.asText();
    }

    public String text(String field, int longest) {
        PolicyNode found = child(field);
        String text = found.json.isTextual() ? found.json.asText().strip() : "";
        if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw found.wrong(new Bilingual("1 至 " + longest + " 个字符的文本", "a text of 1 to " + longest + " characters"));
        }
        return text;
    }

    public @Nullable Boolean truthOrNull(String field) {
        PolicyNode found = child(field);
        if (found.absent()) {
            return null;
        }
        if (!found.json.isBoolean()) {
            throw found.wrong(new Bilingual(" true 或 false", "true or false"));
        }
        return found.json.asBoolean();
    }

    public boolean truth(String field) {
        Boolean truth = truthOrNull(field);
        if (truth == null) {
            throw child(field).wrong(new Bilingual(" true 或 false", "true or false"));
        }
        return truth;
    }

    public @Nullable Integer numberOrNull(String field, int min, int max) {
        PolicyNode found = child(field);
        if (found.absent()) {
            return null;
        }
        if (!found.json.isIntegralNumber()
                || !found.json.canConvertToInt()
                || found.json.asInt() < min
                || found.json.asInt() > max) {
            throw found.wrong(new Bilingual(min + " 至 " + max + " 的整数", "a whole number " + min + ".." + max));
        }
        return found.json.asInt();
    }

    /** A decimal, as text or as number, above 0. */
    public @Nullable BigDecimal decimalOrNull(String field) {
        PolicyNode found = child(field);
        if (found.absent()) {
            return null;
        }
        String text = found.json.isTextual() || found.json.isNumber() ? found.json.asText() : "";
        if (text.matches("[0-9]{1,6}([.][0-9]{1,6})?")) {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() > 0 && number.compareTo(MOST) <= 0) {
                return number;
            }
        }
        throw found.wrong(new Bilingual("大于 0 且不超过 " + MOST + " 的数", "a number above 0, at most " + MOST));
    }

    /** Texts in lower case; empty where the field is not there. */
    public Set<String> words(String field) {
        PolicyNode found = child(field);
        Set<String> words = new LinkedHashSet<>();
        if (!found.absent()) {
            if (!found.json.isArray()) {
                throw found.wrong(new Bilingual("文本的列表", "a list of texts"));
            }
            for (JsonNode each : found.json) {
                String word = each.isTextual() ? each.asText().strip() : "";
                if (word.isEmpty() || word.length() > LONGEST_WORD) {
                    throw found.wrong(new Bilingual("文本的列表", "a list of texts"));
                }
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(String field, Class<E> type) {
        PolicyNode found = child(field);
        return found.absent() ? null : found.constant(found.json, type);
    }

    /** Empty where the field is not there. */
    public <E extends Enum<E>> Set<E> constants(String field, Class<E> type) {
        PolicyNode found = child(field);
        Set<E> constants = new HashSet<>();
        if (!found.absent()) {
            if (!found.json.isArray()) {
                throw found.wrong(new Bilingual("列表：" + codes(type), "a list of " + codes(type)));
            }
            found.json.forEach(each -> constants.add(found.constant(each, type)));
        }
        return constants;
    }

    /** A field's name as a constant. */
    public <E extends Enum<E>> E key(String field, Class<E> type) {
        return ofCode(field, type).orElseThrow(() -> child(field)
                .wrong(new Bilingual("字段名之一：" + codes(type), "a field of " + codes(type))));
    }

    /** The codes of constants, for messages. */
    public static <E extends Enum<E>> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumCode::of).collect(Collectors.joining(", "));
    }

    private <E extends Enum<E>> E constant(JsonNode value, Class<E> type) {
        return ofCode(value.isTextual() ? value.asText() : "", type)
                .orElseThrow(() -> wrong(new Bilingual("以下之一：" + codes(type), "one of " + codes(type))));
    }

    /** A length of time, {@code 2h}; null where it is not there. */
    public @Nullable Duration lengthOrNull(String field) {
        PolicyNode found = child(field);
        if (found.absent()) {
            return null;
        }
        String text = found.json.isTextual() ? found.json.asText() : "";
        // Nothing longer than this is meant, and it may overflow.
        Duration length = text.length() > LONGEST_LENGTH ? null : Durations.parse(text);
        if (length == null || length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw found.wrong(
                    new Bilingual("时长，如 30m、2h、40d，最长 3660d", "a length such as 30m, 2h or 40d, at most 3660d"));
        }
        return length;
    }

    /** A time of day, {@code 08:30}. */
    public LocalTime time(String field) {
        PolicyNode found = child(field);
        String text = found.json.isTextual() ? found.json.asText() : "";
        if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw found.wrong(new Bilingual("一天中的时刻，如 08:30", "a time of day such as 08:30"));
        }
        return LocalTime.parse(text);
    }

    /** A day, {@code 2026-10-01}; null where it is not there. */
    public @Nullable LocalDate dateOrNull(String field) {
        PolicyNode found = child(field);
        if (found.absent()) {
            return null;
        }
        try {
            return LocalDate.parse(found.json.isTextual() ? found.json.asText() : "");
        } catch (DateTimeParseException e) {
            throw found.wrong(new Bilingual("日期，如 2026-10-01", "a date such as 2026-10-01"));
        }
    }

    /** Days, {@code 2026-10-01}; empty where the field is not there. */
    public Set<LocalDate> dates(String field) {
        PolicyNode found = child(field);
        Set<LocalDate> dates = new LinkedHashSet<>();
        if (!found.absent()) {
            if (!found.json.isArray() || found.json.size() > MOST_DATES) {
                throw found.wrong(DATES);
            }
            for (JsonNode each : found.json) {
                try {
                    dates.add(LocalDate.parse(each.asText()));
                } catch (DateTimeParseException e) {
                    throw found.wrong(DATES);
                }
            }
        }
        return dates;
    }

    private static <E extends Enum<E>> Optional<E> ofCode(String code, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> EnumCode.of(e).equals(code))
                .findFirst();
    }
}
