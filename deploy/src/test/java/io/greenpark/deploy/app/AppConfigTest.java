package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks across the settings of several components. */
class AppConfigTest {
    private static List<String> problems(String... sets) {
        Problems problems = new Problems();
        AppConfig.read(Path.of("conf/real-plants.yaml"), List.of(sets), null, problems);
        return problems.list().stream().map(Problems.Problem::toString).toList();
    }

    @Test
    void a_probe_in_time_may_not_count_as_missing() {
        assertThat(problems("canary.every=10m"))
                .containsExactly(
                        "alerts.canary-missing.after: \"5m\" is not allowed; accepted: longer than canary.every"
                                + " and canary.within together, which are 11m; lengthen it or shorten one of them");
        assertThat(problems("canary.every=2m", "canary.within=3m"))
                .singleElement()
                .asString()
                .contains("\"5m\"", "which are 5m");
        assertThat(problems("canary.every=10m", "alerts.canary-missing.after=12m"))
                .isEmpty();
    }

    @Test
    void connections_are_held_back_before_log_or_dead_letters_refuse() {
        assertThat(problems("log.maxInFlightReadings=50000"))
                .containsExactly("intake.maxInFlight: \"60000\" is not allowed; accepted: less than"
                        + " log.maxInFlightReadings, which is 50000; lower it or raise that one");
        assertThat(problems("intake.maxInFlight=70000"))
                .containsExactly("--set: intake.maxInFlight: \"70000\" is not allowed; accepted: less than"
                        + " deadLetters.maxInFlight, which is 65536; lower it or raise that one");
        assertThat(problems("log.maxInFlightReadings=50000", "intake.maxInFlight=40000"))
                .isEmpty();
    }

    @Test
    void a_canary_that_is_off_is_not_checked() {
        assertThat(problems("canary.every=10m", "canary.enabled=false")).isEmpty();
    }
}
