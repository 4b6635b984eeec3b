package io.greenpark.lab.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench with few points: whether it measures, and that what raises is in the outbox. */
class RulesBenchIT {
    @TempDir
    private Path dir;

    @Test
    void points_are_judged_with_and_without_rules() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        RulesBench.run(
                new RulesOptions(1_200, 60, 2, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("\n\\| 0 \\| [0-9]+ ")
                .containsPattern("\n\\| 60 \\| [0-9]+ ")
                .doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
