package io.greenpark.park.reason;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The English sentences that earlier versions kept in the books in place of reasons, read back by the catalogue's own.
 * Nothing is written this way any more.
 */
final class EarlierSentences {
    private static final List<Form> FORMS = forms();

    private record Form(Cause cause, Pattern pattern, List<String> details) {}

    private EarlierSentences() {}

    static Reason read(String sentence) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(sentence);
            if (matcher.matches()) {
                Map<String, Object> details = new LinkedHashMap<>();
                form.details().forEach(name -> details.put(name, value(name, matcher.group(name))));
                return new Reason(form.cause(), details);
            }
        }
        return Reason.of(Cause.IN_WORDS).with("text", sentence);
    }

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            if (cause != Cause.IN_WORDS) {
                forms.add(form(cause));
            }
        }
        return forms;
    }

    private static Form form(Cause cause) {
        String sentence = ReasonMessages.sentence(cause).en();
        List<String> details = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher detail = ReasonMessages.DETAIL.matcher(sentence);
        int from = 0;
        while (detail.find()) {
            String name = detail.group(1);
            details.add(name);
            pattern.append(Pattern.quote(sentence.substring(from, detail.start())))
                    .append("(?<" + name + ">" + shape(name) + ")");
            from = detail.end();
        }
        pattern.append(Pattern.quote(sentence.substring(from)));
        return new Form(cause, Pattern.compile(pattern.toString()), details);
    }

    private static String shape(String name) {
        return switch (name) {
            case "enterprise", "carrier", "basis" -> "\\S+";
            case "month" -> "\\d{4}-\\d{2}";
            case "completenessPercent", "requiredPercent", "overlaps" -> "\\d+";
            default -> ".+";
        };
    }

    private static Object value(String name, String text) {
        return switch (name) {
            case "completenessPercent", "requiredPercent", "overlaps" -> Integer.valueOf(text);
            case "carriers", "devices" -> List.of(text.split(", "));
            case "enterprises" -> List.of(text.split("; no readings from "));
            case "factor" ->
                (text.equals(ReasonTerms.CO2_FACTOR.en()) ? Reason.Factor.CO2 : Reason.Factor.STANDARD_COAL).name();
            case Reason.NESTED -> read(text);
            default -> text;
        };
    }
}
