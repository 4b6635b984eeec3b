package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.intake.IntakeConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MQTT over TLS with a certificate made by {@code openssl} and a message sent by {@code mosquitto_pub}. */
class MqttTlsIT {
    @TempDir
    Path dir;

    private String certificate;
    private String key;

    @BeforeEach
    void make() throws Exception {
        certificate = dir.resolve("certificate.pem").toString();
        key = dir.resolve("key.pem").toString();
        List<String> self = List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2");
        List<String> names = List.of("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1");
        assertThat(run(self, names, List.of("-keyout", key, "-out", certificate)))
                .startsWith("0 ");
    }

    @Test
    void with_a_certificate_the_tls_port_opens_and_takes_readings() throws Exception {
        try (RunningDoor door = door(Map.of())) {
            List<String> client = List.of("mosquitto_pub", "-V", "mqttv5", "--cafile", certificate, "-h", "127.0.0.1");
            List<String> login = List.of("-p", port(door), "-q", "1", "-u", "m1", "-P", "secret-m1");
            List<String> message = List.of("-t", "greenpark/m1/telemetry", "-m", "{\"kwh\": 1}");
            assertThat(run(client, login, message)).isEqualTo("0 ");
            assertThat(door.stores.readings()).hasSize(1);
            assertThat(door.door.status().address()).contains("TLS 127.0.0.1:" + door.door.tlsPort());
        }
    }

    @Test
    void tls_1_2_and_1_3_are_spoken_and_nothing_older() throws Exception {
        try (RunningDoor door = door(Map.of())) {
            for (String version : List.of("-tls1_2", "-tls1_3")) {
                assertThat(shakeHands(door, version)).as(version).startsWith("0 ");
            }
            assertThat(shakeHands(door, "-tls1_1")).doesNotStartWith("0 ");
        }
    }

    @Test
    void sockets_that_never_shake_hands_are_bounded_and_closed() throws Exception {
        try (RunningDoor door = door(Map.of("connectTimeout", "1s", "maxStrangersPerAddress", "2"));
                RawClient first = new RawClient(door.door.tlsPort());
                RawClient second = new RawClient(door.door.tlsPort())) {
            Await.until("both have come", () -> door.door.status().connections() == 2);
            try (RawClient third = new RawClient(door.door.tlsPort())) {
                assertThat(third.isEnded()).isTrue();
            }
            assertThat(first.isEnded()).isTrue();
            assertThat(second.isEnded()).isTrue();
        }
    }

    private RunningDoor door(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("certificate", certificate, "certificateKey", key));
        all.putAll(settings);
        return new RunningDoor(dir, all, IntakeConfig.DEFAULT);
    }

    private static String port(RunningDoor door) {
        return String.valueOf(door.door.tlsPort());
    }

    private String shakeHands(RunningDoor door, String version) throws Exception {
        return run(
                List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port(door)),
                List.of("-CAfile", certificate, version),
                List.of());
    }

    private static String run(List<String> first, List<String> second, List<String> third) throws Exception {
        List<String> command = new ArrayList<>(first);
        command.addAll(second);
        command.addAll(third);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }
}
