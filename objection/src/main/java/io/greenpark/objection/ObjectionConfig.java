package io.greenpark.objection;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;

/**
 * Settings of objections, section {@code objections}.
 *
 * @param prefix what numbers begin with
 * @param termDays within how many working days one is decided
 * @param remindBefore how many working days before the last of them the office is reminded; 0 for on that day
 */
public record ObjectionConfig(String prefix, int termDays, int remindBefore) {
    private static final int LONGEST_TERM = 60;
    private static final Accepted<String> PREFIX = new Accepted<>(
            "1 to 10 letters and digits", text -> text.matches("[\\p{IsAlphabetic}0-9]{1,10}") ? text : null);

    /** The settings when none are given. */
    public static ObjectionConfig defaults() {
        return new ObjectionConfig("YY", 5, 1);
    }

    /** Reads the section {@code objections}. */
    public static ObjectionConfig from(Settings settings, Problems problems) {
        ObjectionConfig d = defaults();
        int term = settings.integer("termDays", d.termDays, 1, LONGEST_TERM, problems);
        return new ObjectionConfig(
                settings.value("prefix", PREFIX, d.prefix, problems),
                term,
                settings.integer("remindBefore", Math.min(d.remindBefore, term - 1), 0, term - 1, problems));
    }
}
