package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the README with the real {@code mosquitto_pub}: what it prints, and what the dead letters hold. */
class MosquittoPubIT {
    private static final String OWN_TOPIC = "greenpark/m1/telemetry";

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
    void a_good_reading_is_accepted() throws Exception {
        assertThat(publish("secret-m1", "m1", "{\"ts\": \"2024-05-01T08:00:00+08:00\", \"values\": {\"kwh\": 1234.5}}"))
                .isEqualTo("0 ");
        assertThat(door.stores.readings()).extracting(Reading::value).containsExactly(1234.5);
        assertThat(door.stores.listDeadLetters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mqttv31, 0", "mqttv31, 1", "mqttv31, 2", "mqttv311, 2", "mqttv5, 0", "mqttv5, 2"})
    void every_version_delivers_at_every_qos(String version, String qos) throws Exception {
        assertThat(publish(version, qos, List.of("-u", "m1", "-P", "secret-m1"), OWN_TOPIC, "{\"kwh\": 1}"))
                .isEqualTo("0 ");
        Await.until("it is stored", () -> door.stores.readings().size() == 1);
    }

    @Test
    void a_refused_message_of_qos_2_says_why() throws Exception {
        assertThat(publish("mqttv5", "2", List.of("-u", "m1", "-P", "secret-m1"), OWN_TOPIC, "{broken"))
                .contains("Payload format invalid");
    }

    @Test
    void many_messages_under_one_topic_alias_are_all_taken() throws Exception {
        Path lines = Files.writeString(dir.resolve("lines"), readings(30));
        Process process = new ProcessBuilder(command(
                        "mqttv5",
                        "1",
                        List.of("-u", "m1", "-P", "secret-m1", "-D", "publish", "topic-alias", "3", "-l"),
                        OWN_TOPIC))
                .redirectInput(lines.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(door.stores.readings()).hasSize(30);
        assertThat(door.stores.listDeadLetters()).isEmpty();
    }

    private static String readings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"ts\":" + (1714521600000L + i) + ",\"values\":{\"kwh\":1}}\n")
                .collect(Collectors.joining());
    }

    @Test
    void a_wrong_password() throws Exception {
        assertThat(publish("wrong", "m1", "{\"kwh\": 1}")).contains("Bad User Name or Password");
        assertRefused(RejectReason.BAD_CREDENTIALS, "m1");
    }

    @Test
    void another_devices_topic() throws Exception {
        assertThat(publish("secret-m1", "m2", "{\"kwh\": 1}")).contains("Not authorized");
        assertRefused(RejectReason.FORBIDDEN_DEVICE, "m2");
    }

    @Test
    void broken_json() throws Exception {
        assertThat(publish("secret-m1", "m1", "{\"kwh\": ")).contains("Payload format invalid");
        assertRefused(RejectReason.MALFORMED, "m1");
    }

    @Test
    void text_for_a_number() throws Exception {
        assertThat(publish("secret-m1", "m1", "{\"kwh\": \"12.5\"}")).contains("Payload format invalid");
        assertRefused(RejectReason.NOT_A_NUMBER, "m1");
    }

    @Test
    void a_time_in_the_year_2099() throws Exception {
        assertThat(publish("secret-m1", "m1", "{\"ts\": \"2099-01-01T00:00:00Z\", \"values\": {\"kwh\": 1}}"))
                .contains("Payload format invalid");
        assertRefused(RejectReason.TIME_IN_FUTURE, "m1");
    }

    private void assertRefused(RejectReason reason, String deviceId) {
        assertThat(door.stores.readings()).isEmpty();
        assertThat(door.stores.listDeadLetters()).hasSize(1);
        DeadLetter deadLetter = door.stores.listDeadLetters().get(0);
        assertThat(deadLetter.reason()).isEqualTo(reason);
        assertThat(deadLetter.deviceId()).isEqualTo(deviceId);
    }

    /** Exit code and output. */
    private String publish(String password, String device, String payload) throws IOException, InterruptedException {
        return publish(
                "mqttv5", "1", List.of("-u", "m1", "-P", password), "greenpark/" + device + "/telemetry", payload);
    }

    private String publish(String version, String qos, List<String> options, String topic, String payload)
            throws IOException, InterruptedException {
        List<String> command = command(version, qos, options, topic);
        command.addAll(List.of("-m", payload));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }

    private List<String> command(String version, String qos, List<String> options, String topic) {
        List<String> command = new ArrayList<>(List.of("mosquitto_pub", "-V", version, "-h", "127.0.0.1"));
        command.addAll(List.of("-p", String.valueOf(door.port()), "-q", qos, "-t", topic));
        command.addAll(options);
        return command;
    }
}
