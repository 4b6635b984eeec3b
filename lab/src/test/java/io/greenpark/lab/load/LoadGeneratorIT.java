package io.greenpark.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.machine.FreePort;
import io.greenpark.sim.client.Mosquitto;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadGeneratorIT {
    private static LoadOptions.Builder options(InetSocketAddress server, long messagesPerClient) {
        List<LoadClient> clients = IntStream.range(0, 5)
                .mapToObj(i -> new LoadClient("load-" + i, "greenpark/load-" + i + "/telemetry", null, null))
                .toList();
        return LoadOptions.to(server, clients, List.of("a", "b"))
                .window(32)
                .times(1_700_000_000_000L, 1)
                .duration(Duration.ofSeconds(30))
                .messagesPerClient(messagesPerClient);
    }

    private static InetSocketAddress address(Mosquitto mosquitto) {
        URI uri = URI.create(mosquitto.url());
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    @Test
    void every_message_is_acknowledged_once_and_in_the_ledger(@TempDir Path dir) throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            BitSet[] ledger = IntStream.range(0, 5).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
            LoadResult result = LoadGenerator.run(
                    options(address(mosquitto), 1_000).build(),
                    (client, sequence) -> ledger[client].set((int) sequence));
            assertThat(result.acknowledged()).isEqualTo(5_000);
            assertThat(result.readings()).isEqualTo(10_000);
            assertThat(result.sent()).isEqualTo(5_000);
            assertThat(result.lostConnections()).isZero();
            assertThat(result.latency().p50Micros())
                    .isPositive()
                    .isLessThanOrEqualTo(result.latency().maxMicros());
            assertThat(ledger).allSatisfy(set -> assertThat(set.cardinality()).isEqualTo(1_000));
        }
    }

    @Test
    void no_connection_runs_ahead_of_the_slowest_by_more_than_its_lead(@TempDir Path dir) throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            LoadOptions bound =
                    options(address(mosquitto), 1_000).counters(1).lead(3).build();
            long[] newest = new long[5];
            LoadResult result = LoadGenerator.run(bound, (client, sequence) -> {
                newest[client] = sequence + 1;
                long slowest = Arrays.stream(newest).min().orElse(0);
                assertThat(sequence + 1).isLessThanOrEqualTo(slowest + 3);
            });
            assertThat(result.acknowledged()).isEqualTo(5_000);
        }
    }

    @Test
    void a_load_with_a_schedule_sends_no_message_before_it_is_due(@TempDir Path dir) throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            long began = System.nanoTime();
            long everyNanos = Duration.ofMillis(5).toNanos();
            LoadResult result = LoadGenerator.run(
                    options(address(mosquitto), 50).every(Duration.ofMillis(5)).build(),
                    (client, sequence) -> assertThat(System.nanoTime() - began).isGreaterThan(sequence * everyNanos));
            assertThat(result.acknowledged()).isEqualTo(5 * 50);
            assertThat(result.lostConnections()).isZero();
        }
    }

    @Test
    void a_message_that_waits_for_its_turn_is_counted_from_when_it_was_due() throws Exception {
        try (LateServer server = LateServer.start()) {
            LoadOptions load = LoadOptions.to(
                            server.address(), List.of(new LoadClient("late", "t", null, null)), List.of("a"))
                    .window(1)
                    .times(1_700_000_000_000L, 1)
                    .duration(Duration.ofSeconds(30))
                    .messagesPerClient(20)
                    .every(Duration.ofMillis(1))
                    .build();
            LoadResult result = LoadGenerator.run(load, Ledger.NONE);
            assertThat(result.acknowledged()).isEqualTo(20);
            // All of them waited for the one that met the halt, so half of them know nearly the whole of it.
            assertThat(result.latency().p50Micros()).isGreaterThan(LateServer.HALT.toMillis() * 1_000 * 8 / 10);
        }
    }

    @Test
    void a_killed_server_ends_the_load_and_the_ledger_still_holds(@TempDir Path dir) throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            long[] acknowledged = {0};
            LoadResult result = LoadGenerator.run(
                    options(address(mosquitto), Long.MAX_VALUE).build(), (client, sequence) -> {
                        if (++acknowledged[0] == 2_000) {
                            mosquitto.kill();
                        }
                    });
            assertThat(result.lostConnections()).isEqualTo(5);
            assertThat(result.acknowledgedInAll()).isEqualTo(acknowledged[0]).isLessThanOrEqualTo(result.sent());
        }
    }

    @Test
    void a_steady_load_runs_until_stopped_and_keeps_its_phases_apart(@TempDir Path dir) throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            LoadOptions options = options(address(mosquitto), Long.MAX_VALUE)
                    .every(Duration.ofMillis(10))
                    .build();
            CountDownLatch first = new CountDownLatch(100);
            CountDownLatch second = new CountDownLatch(200);
            Ledger ledger = (client, sequence) -> {
                first.countDown();
                second.countDown();
            };
            try (SteadyLoad load = SteadyLoad.start(options, ledger)) {
                load.enter("first");
                assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
                assertThatThrownBy(load::latencies).isInstanceOf(IllegalStateException.class);
                load.enter("second");
                assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
                LoadResult result = load.stop();
                assertThat(result.acknowledgedInAll()).isEqualTo(result.sent()).isGreaterThanOrEqualTo(200);
                assertThat(load.latencies().keySet()).containsExactly("first", "second");
                assertThat(load.latencies().values())
                        .allSatisfy(w -> assertThat(w.messages()).isPositive());
                assertThat(load.latencies().values().stream()
                                .mapToLong(AckLatency::messages)
                                .sum())
                        .isLessThanOrEqualTo(result.sent());
            }
        }
    }

    @Test
    void a_steady_load_without_a_server_fails_at_its_start() throws IOException {
        LoadOptions options = options(new InetSocketAddress("127.0.0.1", FreePort.take()), 1)
                .every(Duration.ofMillis(10))
                .build();
        assertThatThrownBy(() -> SteadyLoad.start(options, Ledger.NONE)).isInstanceOf(IOException.class);
    }

    @Test
    void a_killed_server_ends_a_load_with_a_schedule_too(@TempDir Path dir) throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            long[] acknowledged = {0};
            LoadOptions load = options(address(mosquitto), Long.MAX_VALUE)
                    .every(Duration.ofMillis(1))
                    .build();
            LoadResult result = LoadGenerator.run(load, (client, sequence) -> {
                if (++acknowledged[0] == 500) {
                    mosquitto.kill();
                }
            });
            assertThat(result.lostConnections()).isEqualTo(5);
            assertThat(result.acknowledgedInAll()).isEqualTo(acknowledged[0]).isLessThanOrEqualTo(result.sent());
        }
    }

    @Test
    void a_server_that_is_not_there_is_an_error() throws IOException {
        InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", FreePort.take());
        assertThatThrownBy(() -> LoadGenerator.run(options(nobody, 1).build(), Ledger.NONE))
                .isInstanceOf(IOException.class);
    }
}
