package io.greenpark.access.account;

import io.greenpark.access.factor.FactorConfig;
import io.greenpark.access.openid.OpenIdConfig;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of how people sign in, section {@code signIn}.
 *
 * @param secondFactor who needs more than a password
 * @param invitationLifetime how long a link is good by which somebody chooses a password; default 72 h, range 1 h..30 d
 * @param openIdConnect the provider at whose page people may sign in; null for none
 */
public record SignInConfig(
        FactorConfig secondFactor,
        Duration invitationLifetime,
        @Nullable OpenIdConfig openIdConnect) {
    /** The defaults. */
    public static SignInConfig defaults() {
        return new SignInConfig(FactorConfig.defaults(), Duration.ofHours(72), null);
    }

    /** Reads the section {@code signIn}; faults go to {@code problems}. */
    public static SignInConfig from(Settings signIn, Problems problems) {
        return new SignInConfig(
                FactorConfig.from(signIn.section("secondFactor"), problems),
                signIn.duration(
                        "invitations.lifetime",
                        defaults().invitationLifetime,
                        Duration.ofHours(1),
                        Duration.ofDays(30),
                        problems),
                OpenIdConfig.from(signIn.section("openIdConnect"), problems));
    }
}
