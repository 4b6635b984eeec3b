package io.greenpark.config.setting;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a key accepts.
 *
 * @param said what is accepted, in words for messages
 * @param parser null, or an exception of numbers or times, for a text that is not accepted
 */
public record Accepted<T>(Bilingual said, Function<String, @Nullable T> parser) {
    private static final Pattern BYTES = Pattern.compile("(\\d+)\\s*(B|KB|MB|GB|TB)?", Pattern.CASE_INSENSITIVE);
    private static final List<String> BYTE_UNITS = List.of("B", "KB", "MB", "GB", "TB");
    private static final int LONGEST_DECIMAL = 40;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

    /** So that a few of them still add up in milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(999_999_999);

    /** Of a setting, whose reader is the operator at a command line. */
    public Accepted(String words, Function<String, @Nullable T> parser) {
        this(Bilingual.same(words), parser);
    }

    /** What is accepted, in English. */
    public String words() {
        return said.en();
    }

    /** The value of a text; null if it is not accepted. */
    public @Nullable T parse(String text) {
        try {
            return parser.apply(text.strip());
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            // An ArithmeticException is a number too large for its unit.
            return null;
        }
    }

    /** What to say of a text that is not accepted. */
    Bilingual refusal(String text) {
        return refusal(text, said);
    }

    /** What to say of a value where something else is accepted; it begins with the value in quotation marks. */
    public static Bilingual refusal(String value, Bilingual accepted) {
        return new Bilingual(
                "“" + value + "”无效；应为：" + accepted.zh(),
                "\"" + value + "\" is not allowed; accepted: " + accepted.en());
    }

    /** A text that fulfils a condition. */
    public static Accepted<String> text(Bilingual said, Predicate<String> condition) {
        return new Accepted<>(said, text -> condition.test(text) ? text : null);
    }

    public static Accepted<Boolean> flag() {
        return new Accepted<>(new Bilingual("true（是）或 false（否）", "true or false"), text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    public static Accepted<Integer> integer(int min, int max) {
        return new Accepted<>(min + ".." + max, text -> {
            int n = Integer.parseInt(text);
            return n < min || n > max ? null : n;
        });
    }

    public static Accepted<BigDecimal> decimal() {
        return new Accepted<>(new Bilingual("数值，如 12.5", "a decimal number, e.g. 12.5"), Accepted::plain);
    }

    /** A decimal of a range, both ends included. */
    public static Accepted<BigDecimal> decimal(BigDecimal min, BigDecimal max) {
        return new Accepted<>(
                new Bilingual(min + " 至 " + max + " 的数值", "a decimal number " + min + ".." + max), text -> {
                    BigDecimal d = plain(text);
                    return d == null || d.compareTo(min) < 0 || d.compareTo(max) > 0 ? null : d;
                });
    }

    /** A decimal above zero. */
    public static Accepted<BigDecimal> positive() {
        return new Accepted<>(new Bilingual("大于 0 的数值，如 12.5", "a decimal number above 0, e.g. 12.5"), text -> {
            BigDecimal d = plain(text);
            return d != null && d.signum() > 0 ? d : null;
        });
    }

    private static @Nullable BigDecimal plain(String text) {
        // Exponents of any size would make numbers that no one meant and that take gigabytes to add.
        return text.length() <= LONGEST_DECIMAL && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** A duration above zero. */
    public static Accepted<Duration> duration() {
        Bilingual words = new Bilingual(
                "大于 0 的时长，带单位 ms、s、m、h 或 d，如 15m", "a duration above 0 with its unit ms, s, m, h or d, e.g. 15m");
        return new Accepted<>(words, text -> {
            Duration d = Durations.parse(text);
            return d == null || d.isZero() || d.compareTo(LONGEST) > 0 ? null : d;
        });
    }

    /** A duration of a range; {@code example} is shown as one. */
    public static Accepted<Duration> duration(Duration min, Duration max, Duration example) {
        String words = Durations.write(min) + ".." + Durations.write(max) + ", e.g. " + Durations.write(example);
        return new Accepted<>(words, text -> {
            Duration d = Durations.parse(text);
            return d == null || d.compareTo(min) < 0 || d.compareTo(max) > 0 ? null : d;
        });
    }

    /** A size with its unit: {@code 64KB}, {@code 10GB}; a bare number is bytes. */
    public static Accepted<Long> bytes(long min, long max) {
        return new Accepted<>(min + ".." + max + " bytes, e.g. 64KB", text -> {
            Matcher m = BYTES.matcher(text);
            if (!m.matches()) {
                return null;
            }
            String unit = m.group(2) == null ? "B" : m.group(2).toUpperCase(Locale.ROOT);
            long n = Long.parseLong(m.group(1)) << (10 * BYTE_UNITS.indexOf(unit));
            return n < min || n > max ? null : n;
        });
    }

    /** One of the constants of an enum by its code. */
    public static <E extends Enum<E>> Accepted<E> choice(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> codes = constants.stream().map(EnumCode::of).toList();
        Bilingual words = new Bilingual("下列之一：" + String.join("、", codes), "one of " + String.join(", ", codes));
        return new Accepted<>(words, text -> {
            int i = codes.indexOf(text);
            return i < 0 ? null : constants.get(i);
        });
    }
}
