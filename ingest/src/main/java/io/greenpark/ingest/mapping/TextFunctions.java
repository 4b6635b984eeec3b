package io.greenpark.ingest.mapping;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Functions of JSONata in the place of the library's, which nothing could interrupt: those that take regular expressions, and those whose
 * time or memory grows with more than what they are given. What they answer is what JSONata says they do.
 */
final class TextFunctions {
    private static final int WIDEST = 10_000;
    /** Of what $replace makes: each place found may put in as much as a payload is long. */
    private static final int LONGEST_MADE = 1_000_000;

    private static final int LONGEST_TIME = 64;
    /** Of parts of a time in words, in digits of any number: each multiplies the ways to read a text. */
    private static final int OPEN_PARTS = 4;

    private static final String DIGITS = "YMDHhms";

    private TextFunctions() {}

    /** What a mapping asks of a function that is not given. */
    static final class RefusedCallException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedCallException(String message) {
            super(message);
        }
    }

    /** Puts them in the place of the library's. */
    static void register(Jsonata expression) {
        expression.registerFunction("match", new JFunction((input, a) -> match(a), "<s-f<s:o>n?:a<o>>"));
        expression.registerFunction("contains", new JFunction((input, a) -> contains(a), "<s-(sf):b>"));
        expression.registerFunction("split", new JFunction((input, a) -> split(a), "<s-(sf)n?:a<s>>"));
        expression.registerFunction("replace", new JFunction((input, a) -> replace(a), "<s-(sf)(sf)n?:s>"));
        expression.registerFunction("pad", new JFunction((input, a) -> pad(a), "<s-ns?:s>"));
        expression.registerFunction("toMillis", new JFunction((input, a) -> toMillis(a), "<s-s?:n>"));
        expression.registerFunction("eval", new JFunction((input, a) -> eval(), "<sx?:x>"));
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static @Nullable String text(List<?> arguments, int index) {
        Object value = argument(arguments, index);
        if (value != null && !(value instanceof String)) {
            throw new RefusedCallException("argument " + (index + 1) + " must be a string");
        }
        return (String) value;
    }

    private static int limit(List<?> arguments, int index) {
        Object value = argument(arguments, index);
        if (value == null) {
            return Integer.MAX_VALUE;
        }
        double limit = ((Number) value).doubleValue();
        if (limit < 0) {
            throw new RefusedCallException("a limit of " + limit + " is none; give 0 or more");
        }
        return (int) Math.min(Integer.MAX_VALUE, limit);
    }

    private static LinearRegex regex(@Nullable Object value) {
        if (value instanceof LinearRegex regex) {
            return regex;
        }
        throw new RefusedCallException(
                "a function in place of a regular expression is not taken; write it between slashes");
    }

    private static @Nullable Object match(List<?> arguments) {
        String text = text(arguments, 0);
        if (text == null) {
            return null;
        }
        List<Object> all = Utils.createSequence();
        for (LinearRegex.Match one : regex(argument(arguments, 1)).in(text, limit(arguments, 2))) {
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("match", one.text());
            found.put("index", one.start());
            found.put("groups", one.groups());
            all.add(found);
        }
        return all;
    }

    private static @Nullable Object contains(List<?> arguments) {
        String text = text(arguments, 0);
        if (text == null) {
            return null;
        }
        return argument(arguments, 1) instanceof String part
                ? text.contains(part)
                : regex(argument(arguments, 1)).isIn(text);
    }

    private static @Nullable Object split(List<?> arguments) {
        String text = text(arguments, 0);
        if (text == null || argument(arguments, 1) instanceof String) {
            return Functions.split(text, argument(arguments, 1), (Number) argument(arguments, 2));
        }
        int most = limit(arguments, 2);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (LinearRegex.Match one : regex(argument(arguments, 1)).in(text)) {
            // Nothing at the very beginning divides nothing.
            if (one.end() > 0) {
                parts.add(text.substring(from, one.start()));
                from = one.end();
            }
        }
        parts.add(text.substring(from));
        return parts.size() > most ? parts.subList(0, most) : parts;
    }

    private static @Nullable Object replace(List<?> arguments) throws Throwable {
        String text = text(arguments, 0);
        if (text == null) {
            return null;
        }
        Object by = argument(arguments, 2);
        int most = limit(arguments, 3);
        if (argument(arguments, 1) instanceof String part) {
            return replaced(text, part, String.valueOf(by), most);
        }
        StringBuilder made = new StringBuilder();
        int from = 0;
        for (LinearRegex.Match one : regex(argument(arguments, 1)).in(text, most)) {
            made.append(text, from, one.start())
                    .append(by instanceof String words ? filled(words, one) : said(by, one));
            requireShort(made);
            from = one.end();
        }
        return made.append(text, from, text.length()).toString();
    }

    private static String replaced(String text, String part, String by, int most) {
        if (part.isEmpty()) {
            throw new RefusedCallException("$replace: there is nothing to be found; give a string that is not empty");
        }
        StringBuilder made = new StringBuilder();
        int from = 0;
        int found = 0;
        for (int at = text.indexOf(part); at >= 0 && found < most; at = text.indexOf(part, from)) {
            made.append(text, from, at).append(by);
            requireShort(made);
            from = at + part.length();
            found++;
        }
        return made.append(text, from, text.length()).toString();
    }

    private static void requireShort(StringBuilder made) {
        if (made.length() > LONGEST_MADE) {
            throw new RefusedCallException(
                    "$replace: what it makes is longer than " + LONGEST_MADE + " characters; replace less, or by less");
        }
    }

    /** {@code $0} is the match, {@code $1} its first group, {@code $$} a dollar. */
    private static String filled(String words, LinearRegex.Match one) {
        StringBuilder made = new StringBuilder();
        int most = String.valueOf(Math.max(1, one.groups().size())).length();
        int i = 0;
        while (i < words.length()) {
            char c = words.charAt(i++);
            if (c != '$' || i == words.length()) {
                made.append(c);
                continue;
            }
            if (words.charAt(i) == '$') {
                made.append('$');
                i++;
                continue;
            }
            int end = i;
            while (end < words.length() && end < i + most && Character.digit(words.charAt(end), 10) >= 0) {
                end++;
            }
            while (end > i + 1 && number(words, i, end) > one.groups().size()) {
                end--;
            }
            if (end == i) {
                made.append('$');
            } else {
                int group = number(words, i, end);
                String said = group == 0
                        ? one.text()
                        : group <= one.groups().size() ? one.groups().get(group - 1) : null;
                made.append(said == null ? "" : said);
            }
            i = end;
        }
        return made.toString();
    }

    private static int number(String words, int from, int to) {
        return Integer.parseInt(words.substring(from, to));
    }

    private static String said(@Nullable Object function, LinearRegex.Match one) throws Throwable {
        List<@Nullable String> groups = new ArrayList<>();
        groups.add(one.text());
        groups.addAll(one.groups());
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("match", one.text());
        found.put("groups", groups);
        if (Functions.funcApply(function, List.of(found)) instanceof String said) {
            return said;
        }
        throw new RefusedCallException("$replace: what the function gives for \"" + one.text() + "\" is no string");
    }

    private static @Nullable Object pad(List<?> arguments) {
        String text = text(arguments, 0);
        Object width = argument(arguments, 1);
        if (width instanceof Number number && Math.abs(number.doubleValue()) > WIDEST) {
            throw new RefusedCallException("$pad: a width of " + number + " is too much; at most " + WIDEST);
        }
        return text == null || width == null
                ? text
                : Functions.pad(text, ((Number) width).intValue(), text(arguments, 2));
    }

    /** The library reads a text by a picture with a regular expression of its own, so that both are bounded. */
    private static @Nullable Object toMillis(List<?> arguments) throws Exception {
        String text = text(arguments, 0);
        String picture = text(arguments, 1);
        if (text != null && picture != null) {
            if (text.length() > LONGEST_TIME) {
                throw new RefusedCallException("$toMillis: a text of " + text.length()
                        + " characters is no time by a picture; at most " + LONGEST_TIME);
            }
            if (openParts(picture) > OPEN_PARTS) {
                throw new RefusedCallException("$toMillis: the picture \"" + picture + "\" has more than " + OPEN_PARTS
                        + " parts in words or of any number of digits");
            }
        }
        return Functions.dateTimeToMillis(text, picture);
    }

    private static int openParts(String picture) {
        int open = 0;
        for (int at = picture.indexOf('['); at >= 0; at = picture.indexOf('[', at + 1)) {
            int end = picture.indexOf(']', at);
            String part = end < 0 ? "" : picture.substring(at + 1, end);
            boolean digits = !part.isEmpty()
                    && DIGITS.indexOf(part.charAt(0)) >= 0
                    && part.substring(1)
                            .chars()
                            .allMatch(c ->
                                    c == '#' || c == ',' || c == '-' || c == '*' || c == 'o' || Character.isDigit(c));
            open += digits ? 0 : 1;
        }
        return open;
    }

    private static Object eval() {
        throw new RefusedCallException("$eval is not for mappings: what a payload says is never an expression");
    }
}
