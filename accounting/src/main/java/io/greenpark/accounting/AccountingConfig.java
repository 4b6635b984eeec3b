package io.greenpark.accounting;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.RegisterRules;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Settings of the accounts.
 *
 * @param sliceReadings readings taken from the log in one transaction
 * @param chunkHours point-hours booked in one transaction; bounds how long a write takes
 * @param historyAfter how old a figure must be for its former value to be kept when it changes
 * @param registers how far what is read out of registers reaches
 * @param progressLevels where the levels of progress towards a target begin
 */
public record AccountingConfig(
        int sliceReadings,
        int chunkHours,
        Duration historyAfter,
        RegisterRules registers,
        ProgressLevel.Thresholds progressLevels) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The default settings. */
    public static AccountingConfig defaults() {
        return new AccountingConfig(
                4_000, 1_500, Duration.ofHours(1), RegisterRules.defaults(), ProgressLevel.Thresholds.defaults());
    }

    /** Reads the section {@code accounting}. */
    public static AccountingConfig from(Settings settings, Problems problems) {
        AccountingConfig d = defaults();
        return new AccountingConfig(
                settings.integer("sliceReadings", d.sliceReadings, 1, 100_000, problems),
                settings.integer("chunkHours", d.chunkHours, 24, 100_000, problems),
                settings.duration("historyAfter", d.historyAfter, Duration.ZERO, Duration.ofDays(366), problems),
                registers(settings, problems),
                progressLevels(settings, problems));
    }

    private static RegisterRules registers(Settings settings, Problems problems) {
        RegisterRules d = RegisterRules.defaults();
        return new RegisterRules(
                settings.duration(
                        "longestExcursion", d.longestExcursion(), Duration.ofDays(1), Duration.ofDays(366), problems),
                settings.duration(
                        "longestStep", d.longestStep(), Duration.ofDays(32), Duration.ofDays(3_660), problems));
    }

    private static ProgressLevel.Thresholds progressLevels(Settings settings, Problems problems) {
        ProgressLevel.Thresholds d = ProgressLevel.Thresholds.defaults();
        return new ProgressLevel.Thresholds(
                settings.decimal("behindAboveGapPoints", d.behindAboveGapPoints(), BigDecimal.ZERO, HUNDRED, problems),
                settings.decimal(
                        "notFallingFromChangePercent",
                        d.notFallingFromChangePercent(),
                        HUNDRED.negate(),
                        HUNDRED,
                        problems));
    }
}
