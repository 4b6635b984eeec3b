package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.mqtt.MqttVectors.Vector;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the standard demands, as bytes: {@code mqtt/vectors.txt}. */
class MqttVectorsTest {
    private static final List<String> TYPES = List.of(
            "RESERVED",
            "CONNECT",
            "CONNACK",
            "PUBLISH",
            "PUBACK",
            "PUBREC",
            "PUBREL",
            "PUBCOMP",
            "SUBSCRIBE",
            "SUBACK",
            "UNSUBSCRIBE",
            "UNSUBACK",
            "PINGREQ",
            "PINGRESP",
            "DISCONNECT",
            "AUTH");

    @TempDir
    static Path dir;

    private static RunningDoor door;

    @BeforeAll
    static void open() throws Exception {
        door = new RunningDoor(dir);
    }

    @AfterAll
    static void close() throws Exception {
        door.close();
    }

    static List<Vector> vectors() throws Exception {
        return MqttVectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_answer_is_that_of_the_standard(Vector vector) throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            for (String step : vector.steps()) {
                play(client, step);
            }
        }
    }

    private static void play(RawClient client, String step) throws Exception {
        if (step.startsWith("in ")) {
            client.sendBytes(MqttVectors.signIn(step));
            expect(client.read(), "CONNACK 00 00");
        } else if (step.startsWith("> ")) {
            client.sendBytes(MqttVectors.bytes(step.substring(2)));
        } else if (step.startsWith("< ")) {
            expect(client.read(), step.substring(2));
        } else if (step.equals("closed")) {
            assertThat(client.isEnded()).as("closed, and nothing more was said").isTrue();
        } else {
            assertThat(step).isEqualTo("open");
            assertThat(client.send(0xC0, 0).read()).containsExactly(0xD0, 0);
        }
    }

    private static void expect(byte[] packet, String answer) {
        String[] typeAndBody = answer.split(" ", 2);
        boolean whole = typeAndBody[1].endsWith(" end");
        byte[] expected = MqttVectors.bytes(typeAndBody[1].replaceAll(" end$", ""));
        byte[] body = Arrays.copyOfRange(packet, packet.length - bodyLength(packet), packet.length);
        assertThat(TYPES.get(packet[0] >> 4 & 0x0F)).as(hex(packet)).isEqualTo(typeAndBody[0]);
        assertThat(hex(whole ? body : Arrays.copyOf(body, Math.min(body.length, expected.length))))
                .as(hex(packet))
                .isEqualTo(hex(expected));
    }

    private static int bodyLength(byte[] packet) {
        int header = 2;
        while ((packet[header - 1] & 0x80) != 0) {
            header++;
        }
        return packet.length - header;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }
}
