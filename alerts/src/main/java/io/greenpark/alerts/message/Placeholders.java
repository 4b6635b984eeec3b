package io.greenpark.alerts.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in braces within texts: all that a template can do is to say where what is known goes. What is put in is not looked at again. */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private Placeholders() {}

    /** What is not known stays empty. */
    public static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    /** The same line by line, without the lines of which nothing that they name is known: {@code 超标倍数：{times}} of a case that has none. */
    public static String fillLines(String text, Map<String, String> values) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Set<String> names = names(line);
            if (names.isEmpty()
                    || names.stream()
                            .anyMatch(name -> !values.getOrDefault(name, "").isBlank())) {
                lines.add(fill(line, values));
            }
        }
        return String.join("\n", lines).strip();
    }

    /** The names in a text, in its order. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher found = NAME.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** Names in a text that are none of those there are. */
    public static Set<String> unknown(String text, Set<String> known) {
        Set<String> unknown = new TreeSet<>(names(text));
        unknown.removeAll(known);
        return unknown;
    }

    /** Whether a text has a brace that belongs to no name. */
    static boolean hasStrayBrace(String text) {
        return NAME.matcher(text).replaceAll("").matches("(?s).*[{}].*");
    }

    /** A text without its names: what is always there. */
    static String fixed(String text) {
        return NAME.matcher(text).replaceAll("");
    }
}
