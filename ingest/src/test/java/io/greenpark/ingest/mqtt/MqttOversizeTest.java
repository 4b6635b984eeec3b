package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.park.deadletter.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets of 20 MB: refused by what their fixed header says, while the client has sent no more than 64 KB. */
class MqttOversizeTest {
    private static final String TWENTY_MB = " 80 DA C4 09 ";
    private static final int SENT = 64 << 10;
    private static final int STRANGERS = 40;

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
    @CsvSource({"PUBLISH, 32", "SUBSCRIBE, 82", "UNSUBSCRIBE, A2", "PUBREL, 62", "DISCONNECT, E0"})
    void an_mqtt_5_client_is_told_and_closed(String type, String firstByte) throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.connect(5, "c", "m1", "secret-m1").read();
            begin(client, firstByte + TWENTY_MB);
            assertThat(client.read()).as(type).startsWith(0xE0).contains(0x95);
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(door.stores.listDeadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(RejectReason.TOO_LARGE);
            assertThat(letter.sender()).isEqualTo("m1");
        });
    }

    @ParameterizedTest
    @CsvSource({"PUBLISH, 30", "SUBSCRIBE, 82", "UNSUBSCRIBE, A2"})
    void an_mqtt_3_client_is_closed(String type, String firstByte) throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.connect(4, "c", "m1", "secret-m1").read();
            begin(client, firstByte + TWENTY_MB);
            assertThat(client.isEnded()).as(type).isTrue();
        }
    }

    /** At QoS 2 the sender goes on with PUBREL, on its next connection. */
    @ParameterizedTest
    @CsvSource({"1, 32, 40", "2, 34, 50"})
    void a_message_of_an_mqtt_3_client_is_acknowledged_in_the_form_of_its_qos(int qos, String first, String answer)
            throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.connect(4, "c", "m1", "secret-m1").read();
            begin(client, first + TWENTY_MB + "@topic 0007");
            assertThat(client.read()).as("QoS " + qos).containsExactly(MqttVectors.bytes(answer + " 02 0007"));
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(door.stores.listDeadLetters()).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo(RejectReason.TOO_LARGE));
        try (RawClient again = new RawClient(door.port())) {
            again.connect(4, "c", "m1", "secret-m1").read();
            again.sendBytes(MqttVectors.bytes("62 02 0007"));
            assertThat(again.read()).containsExactly(0x70, 2, 0, 7);
        }
    }

    @Test
    void strangers_with_large_connects_are_refused_while_a_device_is_served() throws Exception {
        List<RawClient> strangers = new ArrayList<>();
        try (RawClient device = new RawClient(door.port())) {
            device.connect(4, "device", "m1", "secret-m1").read();
            for (int i = 0; i < STRANGERS; i++) {
                RawClient stranger = new RawClient(door.port());
                strangers.add(stranger);
                begin(stranger, "10" + TWENTY_MB + "\"MQTT\" 05 02 003C");
            }
            device.sendBytes(RawClient.publish(1, 9, "greenpark/m1/telemetry", "{\"kw\":1}"));
            assertThat(device.read()).containsExactly(0x40, 2, 0, 9);
            for (RawClient stranger : strangers) {
                assertThat(stranger.read()).startsWith(0x20).contains(0x95);
                assertThat(stranger.isHungUp()).isTrue();
            }
            Await.until("only the device is left", () -> door.door.status().connections() == 1);
        } finally {
            for (RawClient stranger : strangers) {
                stranger.close();
            }
        }
    }

    /** Sends the beginning of a packet, as far as the listener lets it. */
    private static void begin(RawClient client, String head) throws IOException {
        client.sendBytes(MqttVectors.bytes(head));
        try {
            client.sendBytes(new byte[SENT]);
        } catch (IOException closedAlready) {
            assertThat(closedAlready).isNotNull();
        }
    }
}
