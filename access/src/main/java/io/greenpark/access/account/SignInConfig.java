package io.greenpark.access.account;

import io.greenpark.access.factor.FactorConfig;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;

/**
 * Settings of how people sign in, section {@code signIn}.
 *
 * @param secondFactor who needs more than a password
 */
public record SignInConfig(FactorConfig secondFactor) {
    /** The defaults. */
    public static SignInConfig defaults() {
        return new SignInConfig(FactorConfig.defaults());
    }

    /** Reads the section {@code signIn}; faults go to {@code problems}. */
    public static SignInConfig from(Settings signIn, Problems problems) {
        return new SignInConfig(FactorConfig.from(signIn.section("secondFactor"), problems));
    }
}
