package io.greenpark.cleanproduction;

import io.greenpark.cleanproduction.round.Authority;
import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of clean production, section {@code cleanProduction}.
 *
 * @param remindDaysBefore so many days before a deadline it is told, falling; 0 is the day itself; empty for never
 * @param offices what the office of each authority is called: it sees to what nobody is named for
 * @param exceedances from so many cases of exceeded limits on an enterprise is a candidate
 * @param withinMonths in so many months
 */
public record CleanProductionConfig(
        List<Integer> remindDaysBefore, Map<Authority, Bilingual> offices, int exceedances, int withinMonths) {
    private static final int LONGEST = 366;
    private static final Accepted<Integer> DAYS = Accepted.integer(0, LONGEST);

    public CleanProductionConfig {
        remindDaysBefore = remindDaysBefore.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        offices = Map.copyOf(offices);
    }

    /** The settings when none are given. */
    public static CleanProductionConfig defaults() {
        return new CleanProductionConfig(
                List.of(30, 7, 0),
                Map.of(
                        Authority.ENVIRONMENT,
                        new Bilingual("生态环境主管部门", "the environment authority"),
                        Authority.ENERGY,
                        new Bilingual("节能主管部门", "the energy authority"),
                        Authority.COORDINATING,
                        new Bilingual("清洁生产综合协调部门", "the authority that coordinates clean production")),
                3,
                12);
    }

    /** Reads the section {@code cleanProduction}. */
    public static CleanProductionConfig from(Settings settings, Problems problems) {
        CleanProductionConfig d = defaults();
        Settings offices = settings.section("offices");
        Map<Authority, Bilingual> named = new EnumMap<>(Authority.class);
        for (Authority authority : Authority.values()) {
            String name = offices.textOrNull(EnumCode.of(authority));
            named.put(authority, name == null ? d.office(authority) : Bilingual.same(name));
        }
        Settings candidates = settings.section("candidates");
        return new CleanProductionConfig(
                days(settings, d.remindDaysBefore, problems),
                named,
                candidates.integer("exceedances", d.exceedances, 1, 10_000, problems),
                candidates.integer("withinMonths", d.withinMonths, 1, 60, problems));
    }

    private static List<Integer> days(Settings settings, List<Integer> otherwise, Problems problems) {
        List<String> texts = settings.texts("remindDaysBefore");
        if (texts.isEmpty()) {
            return settings.has("remindDaysBefore") ? List.of() : otherwise;
        }
        List<Integer> days = new ArrayList<>();
        for (String text : texts) {
            Integer day = DAYS.parse(text);
            if (day == null) {
                problems.add(
                        settings.place("remindDaysBefore"),
                        settings.fullKey("remindDaysBefore"),
                        "\"" + text + "\" is not allowed; accepted: days before a deadline, 0.." + LONGEST
                                + ", or [] for no letters");
            } else {
                days.add(day);
            }
        }
        return days;
    }

    /** What the office of an authority is called. */
    public Bilingual office(Authority authority) {
        return Objects.requireNonNull(offices.get(authority));
    }
}
