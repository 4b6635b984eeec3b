package io.greenpark.returns;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settings of monthly returns, section {@code returns}.
 *
 * @param expectedOf whose returns are expected, and who is reminded
 * @param remindOnDays days of the month after on which enterprises are reminded, rising; empty for no reminders
 * @param dueDay the day of the month after by which a return is due; later it is late
 * @param uses what enterprises may choose their figures to be used for, the usual one first
 */
public record ReturnsConfig(Expected expectedOf, List<Integer> remindOnDays, int dueDay, List<AllowedUse> uses) {
    /** Days that every month has. */
    private static final int LAST_DAY = 28;

    private static final int DUE = 8;
    private static final Accepted<Integer> DAY = Accepted.integer(1, LAST_DAY);

    /** Whose returns are expected. */
    public enum Expected {
        /** Of enterprises above scale, who report to the statistics office monthly, too. */
        ABOVE_SCALE,
        ALL,
        NONE
    }

    public ReturnsConfig {
        remindOnDays = List.copyOf(new TreeSet<>(remindOnDays));
        uses = List.copyOf(uses);
    }

    /** The settings when none are given. */
    public static ReturnsConfig defaults() {
        return new ReturnsConfig(Expected.ABOVE_SCALE, List.of(3, 5, DUE), DUE, List.of(AllowedUse.JUDGE));
    }

    /** Reads the section {@code returns}. */
    public static ReturnsConfig from(Settings settings, Problems problems) {
        ReturnsConfig d = defaults();
        return new ReturnsConfig(
                settings.choice("expectedOf", d.expectedOf, Expected.class, problems),
                days(settings, d.remindOnDays, problems),
                settings.integer("dueDay", d.dueDay, 1, LAST_DAY, problems),
                uses(settings, d.uses, problems));
    }

    private static List<Integer> days(Settings settings, List<Integer> otherwise, Problems problems) {
        List<String> texts = settings.texts("remindOnDays");
        if (texts.isEmpty()) {
            return settings.has("remindOnDays") ? List.of() : otherwise;
        }
        List<Integer> days = new ArrayList<>();
        for (String text : texts) {
            Integer day = DAY.parse(text);
            if (day == null) {
                problems.add(
                        settings.place("remindOnDays"),
                        settings.fullKey("remindOnDays"),
                        "\"" + text + "\" is not allowed; accepted: days of the month after, 1.." + LAST_DAY
                                + ", or [] for no reminders");
            } else {
                days.add(day);
            }
        }
        return days;
    }

    private static List<AllowedUse> uses(Settings settings, List<AllowedUse> otherwise, Problems problems) {
        List<AllowedUse> uses = new ArrayList<>();
        for (String text : settings.texts("uses")) {
            AllowedUse use = use(text);
            if (use == null) {
                problems.add(
                        settings.place("uses"),
                        settings.fullKey("uses"),
                        "\"" + text
                                + "\" is not allowed; accepted: judge, show-own (officers read returns, so none can be"
                                + " for sums only)");
            } else {
                uses.add(use);
            }
        }
        return uses.isEmpty() ? otherwise : uses;
    }

    private static @Nullable AllowedUse use(String code) {
        for (AllowedUse use : List.of(AllowedUse.JUDGE, AllowedUse.SHOW_OWN)) {
            if (EnumCode.of(use).equals(code)) {
                return use;
            }
        }
        return null;
    }
}
