package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.park.deadletter.RejectReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that break the protocol: only their own connection suffers. */
class MqttBadClientTest {
    private static final String TOPIC = "greenpark/m1/telemetry";

    @TempDir
    Path dir;

    private RunningDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new RunningDoor(
                dir,
                Map.of(
                        "maxMessage",
                        "2KB",
                        "connectTimeout",
                        "1s",
                        "maxConnections",
                        "20",
                        "maxStrangersPerAddress",
                        "5"),
                IntakeConfig.DEFAULT);
    }

    @AfterEach
    void theDoorStillWorks() throws Exception {
        // Sockets of the test may still wait to be accepted, and be too many at once.
        Await.until("the door takes a sign-in", this::takesASignIn);
        try (RawClient client = signedIn(4)) {
            client.sendBytes(RawClient.publish(1, 9, TOPIC, "{\"kw\":1}"));
            assertThat(client.read()).containsExactly(0x40, 2, 0, 9);
        }
        door.close();
    }

    @Test
    void a_packet_before_connect_ends_the_connection_and_leaves_a_dead_letter() throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.sendBytes(RawClient.publish(1, 1, TOPIC, "{\"kw\":1}"));
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(door.stores.readings()).isEmpty();
        assertThat(door.stores.listDeadLetters().get(0).detail().en())
                .contains("the first packet must be CONNECT, not PUBLISH");
    }

    @Test
    void bytes_that_are_not_mqtt_end_the_connection() throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.sendBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.isHungUp()).isTrue();
        }
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            try (RawClient client = new RawClient(door.port())) {
                client.sendBytes(noise);
            }
        }
        Await.until("all are gone", () -> door.door.status().connections() == 0);
    }

    @Test
    void noise_after_sign_in_ends_the_connection() throws Exception {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            try (RawClient client = signedIn(i % 2 == 0 ? 4 : 5)) {
                client.sendBytes(noise);
            } catch (java.net.SocketException e) {
                assertThat(e).as("hung up while writing").isNotNull();
            }
        }
        Await.until("all are gone", () -> door.door.status().connections() == 0);
    }

    @Test
    void silent_strangers_of_one_address_make_room_and_push_no_device_out() throws Exception {
        RawClient[] strangers = new RawClient[5];
        try (RawClient device = signedIn(4)) {
            for (int i = 0; i < strangers.length; i++) {
                strangers[i] = new RawClient(door.port());
            }
            Await.until("all have come", () -> door.door.status().connections() == 6);
            try (RawClient another = new RawClient(door.port())) {
                another.connect(4, "another", "m1", "secret-m1").read();
                assertThat(another.send(0xC0, 0).read()).containsExactly(0xD0, 0);
            }
            for (RawClient stranger : strangers) {
                assertThat(stranger.isEnded()).isTrue();
            }
            assertThat(device.send(0xC0, 0).read()).containsExactly(0xD0, 0);
        } finally {
            for (RawClient stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void a_silent_socket_is_closed() throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void an_mqtt_5_client_that_misses_its_keep_alive_is_told_and_closed() throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.connect(5, "c", "m1", "secret-m1", 1).read();
            assertThat(client.read()).startsWith(0xE0).contains(0x8D);
        }
    }

    @Test
    void an_mqtt_3_message_that_is_too_large_is_acknowledged_and_not_repeated() throws Exception {
        try (RawClient client = signedIn(4)) {
            client.sendBytes(RawClient.publish(1, 5, TOPIC, "{\"kw\":" + "1".repeat(3_000) + "}"));
            assertThat(client.read()).containsExactly(0x40, 2, 0, 5);
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(door.stores.listDeadLetters().get(0).reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(door.stores.listDeadLetters().get(0).sender()).isEqualTo("m1");
    }

    @Test
    void a_second_connect_breaks_the_protocol() throws Exception {
        try (RawClient client = signedIn(5)) {
            client.connect(5, "c", "m1", "secret-m1");
            assertThat(client.read()).startsWith(0xE0).contains(0x82);
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void the_same_sender_and_client_id_takes_over_the_former_connection() throws Exception {
        try (RawClient former = new RawClient(door.port());
                RawClient stranger = new RawClient(door.port());
                RawClient newer = new RawClient(door.port())) {
            former.connect(5, "same", "m1", "secret-m1").read();
            stranger.connect(5, "same", "m2", "secret-m2").read();
            newer.connect(5, "same", "m1", "secret-m1").read();
            assertThat(former.read()).startsWith(0xE0).contains(0x8E);
            stranger.send(0xC0, 0);
            assertThat(stranger.read()).containsExactly(0xD0, 0);
        }
    }

    @Test
    void more_connections_than_allowed_are_turned_away() throws Exception {
        RawClient[] clients = new RawClient[20];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = new RawClient(door.port());
            clients[i].connect(4, "c" + i, "m1", "secret-m1").read();
        }
        try (RawClient oneMore = new RawClient(door.port())) {
            assertThat(oneMore.isHungUp()).isTrue();
        }
        for (RawClient client : clients) {
            client.close();
        }
        Await.until("all are gone", () -> door.door.status().connections() == 0);
    }

    @Test
    void a_client_that_hangs_up_before_its_answer_leaks_nothing() throws Exception {
        door.stores.log.shut();
        try (RawClient client = signedIn(4)) {
            client.sendBytes(RawClient.publish(1, 5, TOPIC, "{\"kw\":1}"));
            Await.until("the append waits", () -> door.stores.log.waiting() == 1);
        }
        door.stores.log.open();
        Await.until("nothing is in flight", () -> door.intake.inFlight() == 0);
        assertThat(door.stores.readings()).hasSize(1);
    }

    private boolean takesASignIn() {
        try (RawClient client = signedIn(4)) {
            return true;
        } catch (Exception turnedAway) {
            return false;
        }
    }

    private RawClient signedIn(int version) throws Exception {
        RawClient client = new RawClient(door.port());
        byte[] answer = client.connect(version, "c", "m1", "secret-m1").read();
        assertThat(answer).startsWith(0x20);
        assertThat(answer[3]).isZero();
        return client;
    }
}
