package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a publisher of MQTT 5 is told of a message that was taken in part, as far as it wants to hear it. */
class MqttAnswersTest {
    private static final String PARTLY = "32 { @topic 0001 {} '{\"kwh\":1,\"typo\":2,\"kw\":\"text\"}' }";

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

    @Test
    void a_partly_taken_message_names_every_key_that_was_not_and_why() throws Exception {
        assertThat(answer("", PARTLY))
                .contains("kept 1, refused 2: ", "has no point with key \"typo\"", "key \"kw\": ");
    }

    @Test
    void a_client_that_asks_for_no_problem_information_gets_the_bare_acknowledgement() throws Exception {
        assertThat(packet("17 00", PARTLY)).containsExactly(0x40, 2, 0, 1);
    }

    @Test
    void a_reason_that_a_client_would_not_take_is_left_out() throws Exception {
        assertThat(packet("27 00000064", PARTLY)).containsExactly(0x40, 2, 0, 1);
    }

    @Test
    void a_long_list_is_shortened() throws Exception {
        StringBuilder values = new StringBuilder("{\"kwh\":1");
        for (int i = 0; i < 1_000; i++) {
            values.append(",\"key-").append(i).append("\":1");
        }
        assertThat(answer("", "32 { @topic 0001 {} '" + values + "}' }"))
                .hasSizeLessThan(600)
                .contains("key-0", " more");
    }

    @Test
    void a_packet_larger_than_the_client_takes_is_never_sent() throws Exception {
        try (RawClient client = signedIn("27 00000064")) {
            client.sendBytes(MqttVectors.bytes("82 { 0001 {} " + "\"a\" 00 ".repeat(200) + "}"));
            assertThat(client.isEnded()).isTrue();
        }
    }

    private String answer(String properties, String message) throws Exception {
        return new String(packet(properties, message), StandardCharsets.UTF_8);
    }

    private byte[] packet(String properties, String message) throws Exception {
        try (RawClient client = signedIn(properties)) {
            return client.sendBytes(MqttVectors.bytes(message)).read();
        }
    }

    private RawClient signedIn(String properties) throws Exception {
        RawClient client = new RawClient(door.port());
        client.sendBytes(MqttVectors.bytes("10 { \"MQTT\" 05 C2 003C { " + properties + " } \"c\" @login }"));
        assertThat(client.read()).startsWith(0x20);
        return client;
    }
}
