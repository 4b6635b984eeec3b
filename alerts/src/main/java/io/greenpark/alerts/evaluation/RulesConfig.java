package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Policy;
import io.greenpark.alerts.rule.EnergyRule;
import io.greenpark.alerts.rule.Hysteresis;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.WarningRule;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Settings of the rules, section {@code alerts}: one sub-section a rule, named by its code. {@code trial} (default
 * false) lets a rule raise without telling anybody; {@code raiseAfter} and {@code clearAfter} count periods in a row.
 *
 * @param settle how long after its end a period is judged, so that stragglers are in ({@code settle}, default 5m)
 * @param energy {@code energy-decline-behind}: months; raiseAfter 2, clearAfter 1, worsenPoints 2
 * @param energyRule minCompletenessPercent 90, clearPoints 0
 * @param energyMaxLag months are not judged while the accounts have more readings and bookings than this to catch up on
 *     ({@code energy-decline-behind.maxLag}, default 5000)
 * @param exceeded {@code limit-exceeded}: hours or days; raiseAfter 1, clearAfter 2, worsenPercent 20
 * @param exceededRule minCompletenessPercent 75 (45 minutes of an hour, HJ 212-2017 Annex D), clearPercent 100
 * @param warning {@code limit-warning}: raiseAfter 1, clearAfter 2
 * @param warningRule minCompletenessPercent 75, minRunningPercent 25, clearPercent 95
 * @param silence {@code device-silent}
 * @param silenceClearAfter how long a device must be heard again ({@code device-silent.clearAfter}, default 2m)
 * @param silenceMaxLag silence is not judged while the live state has more readings than this to catch up on
 *     ({@code device-silent.maxLag}, default 50000)
 * @param canary {@code canary-missing}
 * @param canaryAfter how long none may arrive ({@code canary-missing.after}, default 5m)
 * @param canaryClearAfter how long after one has arrived again a case is cleared ({@code canary-missing.clearAfter},
 *     default 0s)
 */
public record RulesConfig(
        Duration settle,
        Policy energy,
        EnergyRule.Settings energyRule,
        int energyMaxLag,
        Policy exceeded,
        LimitRule.Settings exceededRule,
        Policy warning,
        WarningRule.Settings warningRule,
        Policy silence,
        Duration silenceClearAfter,
        int silenceMaxLag,
        Policy canary,
        Duration canaryAfter,
        Duration canaryClearAfter) {
    /** Monthly statistics come late: a month stands for the present until a later one could have been judged. */
    private static final Duration MONTH_STANDS = Duration.ofDays(92);

    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final BigDecimal NEVER_WORSE = BigDecimal.valueOf(1_000_000);

    public static RulesConfig from(Settings alerts, Problems problems) {
        Settings energy = alerts.section("energy-decline-behind");
        Settings exceeded = alerts.section("limit-exceeded");
        Settings warning = alerts.section("limit-warning");
        Settings silent = alerts.section("device-silent");
        Settings canary = alerts.section("canary-missing");
        return new RulesConfig(
                alerts.duration("settle", Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(6), problems),
                policy(energy, 2, 1, percent(energy, "worsenPoints", 2, 1, 100, problems), MONTH_STANDS, problems),
                new EnergyRule.Settings(
                        energy.integer("minCompletenessPercent", 90, 50, 100, problems),
                        energy.integer("clearPoints", 0, 0, 50, problems)),
                energy.integer("maxLag", 5_000, 0, Integer.MAX_VALUE, problems),
                policy(
                        exceeded,
                        1,
                        2,
                        percent(exceeded, "worsenPercent", 20, 1, 10_000, problems),
                        Duration.ZERO,
                        problems),
                new LimitRule.Settings(
                        exceeded.integer("minCompletenessPercent", 75, 1, 100, problems),
                        exceeded.integer("clearPercent", 100, 50, 100, problems)),
                policy(warning, 1, 2, NEVER_WORSE, Duration.ZERO, problems),
                new WarningRule.Settings(
                        warning.integer("minCompletenessPercent", 75, 1, 100, problems),
                        warning.integer("minRunningPercent", 25, 1, 100, problems),
                        warning.integer("clearPercent", 95, 50, 100, problems)),
                new Policy(silent.flag("trial", false, problems), new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER),
                silent.duration("clearAfter", Duration.ofMinutes(2), Duration.ZERO, Duration.ofDays(1), problems),
                silent.integer("maxLag", 50_000, 0, Integer.MAX_VALUE, problems),
                new Policy(canary.flag("trial", false, problems), new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER),
                canary.duration("after", Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofDays(1), problems),
                canary.duration("clearAfter", Duration.ZERO, Duration.ZERO, Duration.ofDays(1), problems));
    }

    private static BigDecimal percent(Settings s, String key, int defaultValue, int min, int max, Problems problems) {
        return BigDecimal.valueOf(s.integer(key, defaultValue, min, max, problems), 2);
    }

    private static Policy policy(
            Settings s, int raiseAfter, int clearAfter, BigDecimal worsenBy, Duration standsFor, Problems problems) {
        return new Policy(
                s.flag("trial", false, problems),
                new Hysteresis(
                        s.integer("raiseAfter", raiseAfter, 1, 100, problems),
                        s.integer("clearAfter", clearAfter, 1, 100, problems),
                        worsenBy),
                standsFor);
    }
}
