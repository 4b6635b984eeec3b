package io.greenpark.ingest.mapping;

import com.dashjoin.jsonata.Jsonata.JFunction;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a mapping, matched in time that grows with the text and never with the ways to match it, and only as long as the
 * mapping has time. In an expression it is a function, as JSONata says: of a text it gives the first match, with {@code next} for the one
 * after it.
 */
final class LinearRegex extends JFunction {
    /** With counted repetitions written out; what is larger takes memory and time by itself. */
    private static final long LARGEST = 5_000;

    private final Pattern pattern;
    private final Deadline deadline;

    LinearRegex(java.util.regex.Pattern written, Deadline deadline) throws JsonMapping.ExpressionException {
        super((input, arguments) -> null, null);
        this.pattern = compiled(written);
        this.deadline = deadline;
    }

    private static Pattern compiled(java.util.regex.Pattern written) throws JsonMapping.ExpressionException {
        String regex = written.pattern();
        long size = RegexSize.of(regex);
        if (size > LARGEST) {
            throw new JsonMapping.ExpressionException(
                    "has the regular expression /" + regex + "/, which is " + size
                            + " long with its repetitions written out; at most " + LARGEST
                            + " are taken: repeat less, or + instead of a count",
                    null);
        }
        int flags = (written.flags() & java.util.regex.Pattern.CASE_INSENSITIVE) != 0 ? Pattern.CASE_INSENSITIVE : 0;
        flags |= (written.flags() & java.util.regex.Pattern.MULTILINE) != 0 ? Pattern.MULTILINE : 0;
        try {
            return Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            throw new JsonMapping.ExpressionException(
                    "has the regular expression /" + regex + "/, which is not taken: " + e.getDescription() + " \""
                            + e.getPattern() + "\"; regular expressions of mappings are those of RE2"
                            + " (https://github.com/google/re2/wiki/Syntax): without look-around, back references and"
                            + " possessive repetitions, with which matching might not end",
                    e);
        }
    }

    /** One place in a text that matches. */
    record Match(int start, int end, String text, List<@Nullable String> groups) {}

    /** The places that match, first to last. */
    List<Match> in(String text) {
        return in(text, Integer.MAX_VALUE);
    }

    List<Match> in(String text, int most) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(deadline.bounded(text));
        while (found.size() < most && matcher.find()) {
            deadline.check();
            found.add(match(matcher));
        }
        return found;
    }

    boolean isIn(String text) {
        return pattern.matcher(deadline.bounded(text)).find();
    }

    private static Match match(Matcher matcher) {
        List<@Nullable String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return new Match(matcher.start(), matcher.end(), matcher.group(), groups);
    }

    @Override
    public @Nullable Object call(@Nullable Object input, @Nullable List arguments) {
        Object text = arguments == null || arguments.isEmpty() ? null : arguments.get(0);
        return text instanceof String sent ? next(pattern.matcher(deadline.bounded(sent))) : null;
    }

    private static @Nullable Map<String, Object> next(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        Match one = match(matcher);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("match", one.text());
        found.put("start", one.start());
        found.put("end", one.end());
        found.put("groups", one.groups());
        found.put("next", new JFunction((input, arguments) -> next(matcher), null));
        return found;
    }
}
