package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench with few connections: whether it measures, not what. */
@Tag("bench")
class ConnectionsBenchIT {
    @TempDir
    private Path dir;

    @Test
    void plain_and_tls_connections_are_all_heard() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ConnectionsBench.run(
                new ConnectionsOptions(List.of(20), Duration.ofMillis(200), dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        String text = printed.toString(StandardCharsets.UTF_8);
        String table = text.substring(text.indexOf("kind  "));
        for (String kind : new String[] {ConnectionsTable.PLAIN, ConnectionsTable.TLS}) {
            assertThat(table.lines().filter(l -> l.matches(kind + " +20 .*"))).hasSize(1);
        }
        assertThat(text).contains("(ulimit -n)");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
