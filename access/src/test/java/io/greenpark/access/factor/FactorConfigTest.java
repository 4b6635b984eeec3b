package io.greenpark.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactorConfigTest {
    private final Problems problems = new Problems();

    private FactorConfig read(Map<String, String> texts) {
        return FactorConfig.from(Settings.ofTexts(texts).section("signIn.secondFactor"), problems);
    }

    @Test
    void nobody_needs_one_where_nothing_is_said() {
        assertThat(read(Map.of())).isEqualTo(FactorConfig.defaults());
        assertThat(FactorConfig.defaults().requires(Set.of(Grant.everywhere(Role.OPERATOR))))
                .isFalse();
    }

    @Test
    void roles_are_named_by_their_codes() {
        FactorConfig config = read(Map.of("signIn.secondFactor.requiredFor", "account-administrator, operator"));
        assertThat(config.requiredFor()).containsExactlyInAnyOrder(Role.ACCOUNT_ADMINISTRATOR, Role.OPERATOR);
        assertThat(config.requires(Set.of(Grant.everywhere(Role.OFFICER)))).isFalse();
        assertThat(config.requires(Set.of(Grant.everywhere(Role.OFFICER), Grant.everywhere(Role.OPERATOR))))
                .isTrue();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_role_that_there_is_not_is_named_with_those_there_are() {
        read(Map.of("signIn.secondFactor.requiredFor", "operator, admin"));
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("signIn.secondFactor.requiredFor");
            assertThat(problem.message()).contains("\"admin\" is not allowed", "account-administrator, auditor");
        });
    }
}
