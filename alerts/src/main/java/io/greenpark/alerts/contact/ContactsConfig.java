package io.greenpark.alerts.contact;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Settings of contacts, section {@code alerts.contacts}.
 *
 * @param confirmEvery how long a contact counts as right before it is asked again ({@code confirmEvery}, default 90d)
 * @param spread over how long the first questions after an upgrade are spread ({@code spread}, default 14d)
 * @param remindAfterDays days after the first letter on which another one goes out, rising; empty for none ({@code remindAfterDays}, 7, 14)
 * @param overdueAfterDays days after the first letter after which it is an officer's matter ({@code overdueAfterDays}, default 21)
 * @param linkValid how long a link can be used ({@code linkValid}, default 30d)
 * @param lettersPerMinute how many go out at most ({@code lettersPerMinute}, default 5)
 * @param brokenAfter how long every attempt must have failed for an address to count as not working ({@code brokenAfter}, default 2d)
 */
public record ContactsConfig(
        Duration confirmEvery,
        Duration spread,
        List<Integer> remindAfterDays,
        int overdueAfterDays,
        Duration linkValid,
        int lettersPerMinute,
        Duration brokenAfter) {
    private static final int LATEST_DAY = 180;
    private static final Accepted<Integer> DAY = Accepted.integer(1, LATEST_DAY);

    public ContactsConfig {
        remindAfterDays = List.copyOf(new TreeSet<>(remindAfterDays));
    }

    /** The settings when none are given. */
    public static ContactsConfig defaults() {
        return new ContactsConfig(
                Duration.ofDays(90),
                Duration.ofDays(14),
                List.of(7, 14),
                21,
                Duration.ofDays(30),
                5,
                Duration.ofDays(2));
    }

    /** Reads the section {@code alerts.contacts}. */
    public static ContactsConfig from(Settings s, Problems problems) {
        ContactsConfig d = defaults();
        Duration day = Duration.ofDays(1);
        Duration longest = Duration.ofDays(3_660);
        return new ContactsConfig(
                s.duration("confirmEvery", d.confirmEvery, day, longest, problems),
                s.duration("spread", d.spread, Duration.ZERO, Duration.ofDays(366), problems),
                days(s, d.remindAfterDays, problems),
                s.integer("overdueAfterDays", d.overdueAfterDays, 1, LATEST_DAY, problems),
                s.duration("linkValid", d.linkValid, Duration.ofHours(1), Duration.ofDays(LATEST_DAY), problems),
                s.integer("lettersPerMinute", d.lettersPerMinute, 1, 1_000, problems),
                s.duration("brokenAfter", d.brokenAfter, Duration.ofMinutes(1), Duration.ofDays(LATEST_DAY), problems));
    }

    private static List<Integer> days(Settings s, List<Integer> otherwise, Problems problems) {
        List<String> texts = s.texts("remindAfterDays");
        if (texts.isEmpty()) {
            return s.has("remindAfterDays") ? List.of() : otherwise;
        }
        List<Integer> days = new ArrayList<>();
        for (String text : texts) {
            Integer day = DAY.parse(text);
            if (day == null) {
                problems.add(
                        s.place("remindAfterDays"),
                        s.fullKey("remindAfterDays"),
                        "\"" + text + "\" is not allowed; accepted: days after the first letter, 1.." + LATEST_DAY
                                + ", or [] for no reminders");
            } else {
                days.add(day);
            }
        }
        return days;
    }
}
