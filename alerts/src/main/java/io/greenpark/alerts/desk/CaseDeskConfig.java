package io.greenpark.alerts.desk;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;

/**
 * Settings of what people do about cases, section {@code alerts.handling}.
 *
 * @param numberPrefix what numbers of cases begin with ({@code numberPrefix}, default {@code YJ}); those that were given stay
 */
public record CaseDeskConfig(String numberPrefix) {
    /** The settings when none are given. */
    public static CaseDeskConfig defaults() {
        return new CaseDeskConfig("YJ");
    }

    /** Reads the section {@code alerts.handling}. */
    public static CaseDeskConfig from(Settings s, Problems problems) {
        String prefix = s.text("numberPrefix", defaults().numberPrefix);
        if (!prefix.matches("[\\p{L}\\p{N}]{1,12}")) {
            problems.add(
                    s.place("numberPrefix"),
                    s.fullKey("numberPrefix"),
                    "\"" + prefix + "\" is not allowed; accepted: 1 to 12 letters and digits");
            return defaults();
        }
        return new CaseDeskConfig(prefix);
    }
}
