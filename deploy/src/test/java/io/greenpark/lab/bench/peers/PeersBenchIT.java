package io.greenpark.lab.bench.peers;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench with few readings, Greenpark and Apache Camel: whether it measures, and what must hold at any speed. */
class PeersBenchIT {
    /** Of this module, which the distribution takes along. */
    private static final Path PEERS = Path.of("../lab/peers").toAbsolutePath().normalize();
    /** Outlives the test, so that Camel is fetched once. */
    private static final Path CACHE = Path.of("target", "peers").toAbsolutePath();

    @TempDir
    private Path dir;

    @Test
    void greenpark_loses_nothing_even_if_killed_and_a_tuned_camel_nothing_while_it_lives() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<PeersResult> fast = measure(List.of(Chain.GREENPARK, Chain.CAMEL_TUNED), PeersLoad.FAST, printed);
        List<PeersResult> killed = measure(List.of(Chain.GREENPARK), PeersLoad.KILLED, printed);
        assertThat(fast).extracting(PeersResult::chain).containsExactly(Chain.GREENPARK, Chain.CAMEL_TUNED);
        assertThat(fast).allSatisfy(row -> {
            assertThat(row.acknowledged()).isEqualTo(1_000);
            assertThat(row.comparison()).isEqualTo(new PeersLedger.Landed(1_000, 0, 0));
            assertThat(row.residentBytes()).isPositive();
            assertThat(row.landing()).isPositive();
        });
        assertThat(killed).singleElement().satisfies(row -> {
            assertThat(row.acknowledged()).isGreaterThanOrEqualTo(1_000);
            assertThat(row.comparison().lost()).isZero();
        });
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Mosquitto, Camel", "x Greenpark", "one fsync")
                .doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }

    private List<PeersResult> measure(List<Chain> chains, PeersLoad load, ByteArrayOutputStream printed)
            throws Exception {
        return PeersBench.measure(
                new PeersOptions(chains, List.of(load), 1_000, 500, 2, 10, Duration.ofSeconds(3), PEERS, CACHE, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }
}
