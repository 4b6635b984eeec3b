package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.intake.IntakeConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MQTT over TLS with a certificate made by {@code openssl} and a message sent by {@code mosquitto_pub}. */
class MqttTlsIT {
    @TempDir
    Path dir;

    @Test
    void with_a_certificate_the_tls_port_opens_and_takes_readings() throws Exception {
        String certificate = dir.resolve("certificate.pem").toString();
        String key = dir.resolve("key.pem").toString();
        assertThat(run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout",
                        key,
                        "-out",
                        certificate))
                .startsWith("0 ");
        try (RunningDoor door =
                new RunningDoor(dir, Map.of("certificate", certificate, "certificateKey", key), IntakeConfig.DEFAULT)) {
            assertThat(run(
                            "mosquitto_pub",
                            "-V",
                            "mqttv5",
                            "--cafile",
                            certificate,
                            "-h",
                            "127.0.0.1",
                            "-p",
                            String.valueOf(door.door.tlsPort()),
                            "-q",
                            "1",
                            "-u",
                            "m1",
                            "-P",
                            "secret-m1",
                            "-t",
                            "greenpark/m1/telemetry",
                            "-m",
                            "{\"kwh\": 1}"))
                    .isEqualTo("0 ");
            assertThat(door.stores.readings()).hasSize(1);
            assertThat(door.door.status().address()).contains("TLS 127.0.0.1:" + door.door.tlsPort());
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }
}
