package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.intake.IntakeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MQTT over TLS with a certificate made by {@code openssl} and a message sent by {@code mosquitto_pub}. */
class MqttTlsIT {
    @TempDir
    Path dir;

    private TestCertificate certificate;

    @BeforeEach
    void make() throws Exception {
        certificate = TestCertificate.make(dir);
    }

    @Test
    void with_a_certificate_the_tls_port_opens_and_takes_readings() throws Exception {
        try (RunningDoor door = door(Map.of())) {
            List<String> client = List.of("mosquitto_pub", "-V", "mqttv5", "--cafile", file(), "-h", "127.0.0.1");
            List<String> login = List.of("-p", port(door), "-q", "1", "-u", "m1", "-P", "secret-m1");
            List<String> message = List.of("-t", "greenpark/m1/telemetry", "-m", "{\"kwh\": 1}");
            assertThat(TestCertificate.run(client, login, message)).isEqualTo("0 ");
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
    void sockets_that_never_shake_hands_make_room_and_are_closed() throws Exception {
        try (RunningDoor door = door(Map.of("connectTimeout", "2s", "maxStrangersPerAddress", "2"));
                RawClient first = new RawClient(door.door.tlsPort());
                RawClient second = new RawClient(door.door.tlsPort())) {
            Await.until("both have come", () -> door.door.status().connections() == 2);
            try (RawClient device =
                    new RawClient(certificate.trusted().createSocket("127.0.0.1", door.door.tlsPort()))) {
                assertThat(device.connect(4, "device", "m1", "secret-m1").read())
                        .containsExactly(0x20, 2, 0, 0);
            }
            assertThat(first.isEnded()).isTrue();
            assertThat(second.isEnded()).isTrue();
        }
    }

    private RunningDoor door(Map<String, String> settings) throws Exception {
        return new RunningDoor(dir, certificate.settings(settings), IntakeConfig.DEFAULT);
    }

    private String file() {
        return certificate.certificate().toString();
    }

    private static String port(RunningDoor door) {
        return String.valueOf(door.door.tlsPort());
    }

    private String shakeHands(RunningDoor door, String version) throws Exception {
        return TestCertificate.run(
                List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port(door)),
                List.of("-CAfile", file(), version),
                List.of());
    }
}
