package io.greenpark.plan.telling;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Settings of yearly sheets, section {@code yearSheets}.
 *
 * @param remindAfterDays so many days after a sheet was entered its enterprise is reminded while it has not answered, rising; empty for no
 *     reminders
 */
public record SheetRemindersConfig(List<Integer> remindAfterDays) {
    private static final int LONGEST = 366;
    private static final Accepted<Integer> DAYS = Accepted.integer(1, LONGEST);

    public SheetRemindersConfig {
        remindAfterDays = List.copyOf(new TreeSet<>(remindAfterDays));
    }

    /** The settings when none are given. */
    public static SheetRemindersConfig defaults() {
        return new SheetRemindersConfig(List.of(7, 14, 21));
    }

    /** Reads the section {@code yearSheets}. */
    public static SheetRemindersConfig from(Settings settings, Problems problems) {
        List<String> texts = settings.texts("remindAfterDays");
        if (texts.isEmpty()) {
            return settings.has("remindAfterDays") ? new SheetRemindersConfig(List.of()) : defaults();
        }
        List<Integer> days = new ArrayList<>();
        for (String text : texts) {
            Integer day = DAYS.parse(text);
            if (day == null) {
                problems.add(
                        settings.place("remindAfterDays"),
                        settings.fullKey("remindAfterDays"),
                        "\"" + text + "\" is not allowed; accepted: days after a sheet was entered, 1.." + LONGEST
                                + ", or [] for no reminders");
            } else {
                days.add(day);
            }
        }
        return new SheetRemindersConfig(days);
    }
}
