package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench for moments only: whether it measures, not what. */
@Tag("bench")
class IngestBenchIT {
    @TempDir
    private Path dir;

    @Test
    void every_server_is_measured_with_both_message_sizes() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        IngestBench.run(
                new IngestOptions(Duration.ofMillis(400), 2, 10, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        String text = printed.toString(StandardCharsets.UTF_8);
        String table = text.substring(text.indexOf("server            "));
        for (String server : new String[] {IngestTable.DISCARD, IngestTable.MOSQUITTO, IngestTable.GREENPARK}) {
            assertThat(table.lines().filter(l -> l.startsWith(server + " "))).hasSize(2);
        }
        assertThat(text).contains("one fsync").contains("mosquitto 2").doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
