package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.message.Placeholders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A text that the provider has approved, by its code, and what is put into it.
 *
 * @param code as the provider has it
 * @param event the code of the event it is of ({@code raised}), {@link #ANY}, {@link #DIGEST}, {@link #LETTER} or {@link #TEST}
 * @param language zh or en
 * @param variables in the order in which the approved text has them
 */
record SmsTemplate(String code, String event, String language, List<Variable> variables) {
    /** Of every event of a case that has none of its own. */
    static final String ANY = "any";

    /** Of several notifications together. */
    static final String DIGEST = "digest";

    /** Of what belongs to no case. */
    static final String LETTER = "letter";

    /** Of test messages. */
    static final String TEST = "test";

    SmsTemplate {
        variables = List.copyOf(variables);
    }

    /**
     * What is put in at one place.
     *
     * @param name as the approved text has it
     * @param value text with placeholders: {@code {who}}
     * @param longest so many characters at most
     * @param latin whether Latin letters are allowed
     * @param otherwise what is put in where nothing is left of the value
     */
    record Variable(String name, String value, int longest, boolean latin, String otherwise) {
        private static final String ELLIPSIS = "…";

        /** The same place with another value. */
        Variable with(String other) {
            return new Variable(name, other, longest, latin, otherwise);
        }

        /** What stands in it whatever is known is longer than it may be. */
        boolean isTooShortFor(String other) {
            String fixed = Placeholders.fill(other, Map.of()).strip();
            return fixed.codePointCount(0, fixed.length()) > longest;
        }

        /** The value as the template allows it: without links and brackets, shortened where it is too long. */
        String of(Map<String, String> facts) {
            String text = Placeholders.fill(value, facts)
                    .replaceAll("https?://\\S+", "")
                    .replaceAll("[【】\\[\\]{}<>]", "")
                    .replaceAll("\\p{Cntrl}", " ");
            if (!latin) {
                text = text.replaceAll("[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9./·_-]*", "");
            }
            text = text.replaceAll("\\s+", " ").strip();
            return text.isEmpty() ? otherwise : shortened(text);
        }

        private String shortened(String text) {
            if (text.codePointCount(0, text.length()) <= longest) {
                return text;
            }
            if (longest == 1) {
                return text.substring(0, text.offsetByCodePoints(0, 1));
            }
            return text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + ELLIPSIS;
        }
    }

    Map<String, String> fill(Map<String, String> facts) {
        Map<String, String> filled = new LinkedHashMap<>();
        variables.forEach(variable -> filled.put(variable.name(), variable.of(facts)));
        return filled;
    }

    /** The same with other values in some of the variables; where one of them says nothing, that of the settings stands. */
    SmsTemplate with(UnaryOperator<Variable> other) {
        return new SmsTemplate(
                code, event, language, variables.stream().map(other).toList());
    }
}
