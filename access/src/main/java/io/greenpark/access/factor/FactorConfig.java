package io.greenpark.access.factor;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of second factors, section {@code signIn.secondFactor}.
 *
 * @param requiredFor roles whose people can do nothing before they have one; default none
 */
public record FactorConfig(Set<Role> requiredFor) {
    public FactorConfig {
        requiredFor = Set.copyOf(requiredFor);
    }

    /** The defaults. */
    public static FactorConfig defaults() {
        return new FactorConfig(Set.of());
    }

    /** Reads the section; faults go to {@code problems}. */
    public static FactorConfig from(Settings settings, Problems problems) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> codes = settings.texts("requiredFor");
        for (String code : codes) {
            role(code)
                    .ifPresentOrElse(
                            roles::add,
                            () -> problems.add(
                                    settings.place("requiredFor"),
                                    settings.fullKey("requiredFor"),
                                    "\"" + code + "\" is not allowed; accepted: a list of "
                                            + Arrays.stream(Role.values())
                                                    .map(EnumCode::of)
                                                    .collect(Collectors.joining(", "))));
        }
        return new FactorConfig(roles);
    }

    private static Optional<Role> role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> EnumCode.of(role).equals(code))
                .findFirst();
    }

    /** Whether whoever has these grants needs one. */
    public boolean requires(Collection<Grant> grants) {
        return grants.stream().map(Grant::role).anyMatch(requiredFor::contains);
    }
}
