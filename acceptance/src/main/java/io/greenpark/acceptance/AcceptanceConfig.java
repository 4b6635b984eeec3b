package io.greenpark.acceptance;

import io.greenpark.acceptance.comparison.Tolerances;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Settings of acceptance sheets, section {@code acceptance}; whether devices wait for one ({@code required}) is a setting of the
 * registry's edits.
 *
 * @param enterpriseSigns whether the second signature may be one of the enterprise, for its own devices; else it is an officer's
 */
public record AcceptanceConfig(Tolerances tolerances, boolean enterpriseSigns) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(20);
    private static final int STEPS = 100;
    private static final int MOST_STEPS = 10_000;

    /** The settings when none are given. */
    public static AcceptanceConfig defaults() {
        return new AcceptanceConfig(new Tolerances(Duration.ofMinutes(15), TWO, STEPS), false);
    }

    /** Reads the section {@code acceptance}. */
    public static AcceptanceConfig from(Settings settings, Problems problems) {
        AcceptanceConfig d = defaults();
        Tolerances usual = d.tolerances;
        return new AcceptanceConfig(
                new Tolerances(
                        settings.duration("apart", usual.apart(), Duration.ofMinutes(1), Duration.ofDays(31), problems),
                        settings.decimal("tolerancePercent", usual.percent(), new BigDecimal("0.1"), LARGEST, problems),
                        settings.integer("leastSteps", usual.leastSteps(), 1, MOST_STEPS, problems)),
                settings.flag("enterpriseSigns", d.enterpriseSigns, problems));
    }
}
