package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.park.deadletter.RejectReason;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QoS 2, in both versions: recorded once, and not before it is durable. */
class MqttQosTwoTest {
    private static final String TOPIC = "greenpark/m1/telemetry";
    private static final int[] PUBREC = {0x50, 2, 0, 1};
    private static final int[] PUBCOMP = {0x70, 2, 0, 1};

    @TempDir
    Path dir;

    private RunningDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new RunningDoor(dir);
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void pubrec_comes_once_the_reading_is_durable(int version) throws Exception {
        try (RawClient client = signedIn(version)) {
            door.stores.log.shut();
            client.sendBytes(message(version, 1)).send(0x62, 2, 0, 1);
            Await.until("the append waits", () -> door.stores.log.waiting() == 1);
            assertThat(client.send(0xC0, 0).read()).as("nothing but the ping").containsExactly(0xD0, 0);
            door.stores.log.open();
            assertThat(client.read()).containsExactly(PUBREC);
            assertThat(client.read()).containsExactly(PUBCOMP);
        }
        assertThat(door.stores.readings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void a_message_that_comes_again_before_its_pubrel_is_taken_once(int version) throws Exception {
        try (RawClient client = signedIn(version)) {
            door.stores.log.shut();
            client.sendBytes(message(version, 1)).sendBytes(message(version, 1));
            Await.until("the append waits", () -> door.stores.log.waiting() > 0);
            door.stores.log.open();
            assertThat(client.read()).containsExactly(PUBREC);
            assertThat(client.read()).containsExactly(PUBREC);
            assertThat(client.sendBytes(message(version, 1)).read()).containsExactly(PUBREC);
            assertThat(client.send(0x62, 2, 0, 1).read()).containsExactly(PUBCOMP);
            assertThat(door.stores.readings()).hasSize(1);
            assertThat(client.sendBytes(message(version, 1)).read())
                    .as("a new message under the same id")
                    .containsExactly(PUBREC);
            assertThat(door.stores.readings()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void without_the_log_there_is_no_pubrec(int version) throws Exception {
        door.stores.log.broken(true);
        try (RawClient client = signedIn(version)) {
            client.sendBytes(message(version, 1));
            if (version == 5) {
                assertThat(client.read()).startsWith(0xE0).contains(0x89);
            }
            assertThat(client.isEnded()).isTrue();
        }
        assertThat(door.stores.readings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void a_refused_message_is_told_where_the_protocol_can(int version) throws Exception {
        try (RawClient client = signedIn(version)) {
            client.sendBytes(RawClient.publish(version, 2, 1, TOPIC, "{broken"));
            byte[] answer = client.read();
            if (version == 5) {
                assertThat(answer).startsWith(0x50).contains(0x99);
            } else {
                assertThat(answer).containsExactly(PUBREC);
            }
        }
        assertThat(door.stores.listDeadLetters()).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo(RejectReason.MALFORMED));
    }

    private static byte[] message(int version, int packetId) {
        return RawClient.publish(version, 2, packetId, TOPIC, "{\"kw\":1}");
    }

    private RawClient signedIn(int version) throws Exception {
        RawClient client = new RawClient(door.port());
        assertThat(client.connect(version, "c", "m1", "secret-m1").read()).startsWith(0x20);
        return client;
    }
}
