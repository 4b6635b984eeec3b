package io.greenpark.influx;

import io.greenpark.store.series.GuardedSeries;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines, and servers' words that repeat them, without the values of fields that a statistic follows from: refused lines of
 * earlier versions hold value added, and a refusal is shown to operators.
 */
final class GuardedText {
    private static final Map<String, Pattern> FIELDS = GuardedSeries.ALL.stream()
            .collect(Collectors.toMap(GuardedSeries::measurement, guarded -> pattern(guarded.fields())));

    private GuardedText() {}

    private static Pattern pattern(Set<String> fields) {
        return Pattern.compile("(?<=[ ,])(" + String.join("|", fields) + ")=[^, ]+");
    }

    static String told(String text) {
        String told = text;
        for (Map.Entry<String, Pattern> guarded : FIELDS.entrySet()) {
            if (text.contains(guarded.getKey() + ",")) {
                told = guarded.getValue().matcher(told).replaceAll("$1=***");
            }
        }
        return told;
    }
}
