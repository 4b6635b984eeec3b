package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.sim.client.DeviceSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half-open requests at the console's port take no descriptor that a device needs. */
class HalfOpenRequestsIT {
    private static final int FILES = 500;
    private static final int REQUESTS = 520;
    private static final int PATIENCE_MS = 60_000;

    @TempDir
    Path dir;

    @Test
    void devices_sign_in_and_probes_are_answered_beside_more_half_open_requests_than_there_are_descriptors()
            throws Exception {
        List<Socket> halfOpen = new ArrayList<>();
        try (GreenparkProcess greenpark = new GreenparkProcess(
                        GreenparkProcess.conf("real-plants.yaml"), dir.resolve("data"), List.of())
                .mostFiles(FILES)
                .start()) {
            for (int i = 0; i < REQUESTS; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), greenpark.httpPort);
                socket.setSoTimeout(PATIENCE_MS);
                halfOpen.add(socket);
                begin(socket);
            }
            signIn(greenpark);
            assertThat(greenpark.api("/api/v1/health/ready").path("status").asText())
                    .isEqualTo("ready");
            JsonNode http = greenpark.api("/api/v1/operations").path("http");
            assertThat(http.path("limit").asInt()).isLessThan(FILES / 4);
            assertThat(http.path("connections").asInt())
                    .isLessThanOrEqualTo(http.path("limit").asInt());
            for (Socket socket : halfOpen) {
                assertThat(ended(socket)).isTrue();
            }
            assertThat(greenpark.printed())
                    .contains("not the 1000 of http.maxConnections")
                    .doesNotContain("Too many open files")
                    .doesNotContain("\tat ");
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
    }

    private static void begin(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException e) {
            // It was closed for a newer one already.
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static void signIn(GreenparkProcess greenpark) throws Exception {
        DeviceSecrets.Secret secret = DeviceSecrets.of(greenpark.data).of("steel-meter");
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(secret.id());
        options.setPassword(secret.password().toCharArray());
        try (MqttClient device =
                new MqttClient("tcp://127.0.0.1:" + greenpark.mqttPort, "steel-meter", new MemoryPersistence())) {
            device.connect(options);
            assertThat(device.isConnected()).isTrue();
            device.disconnect();
        }
    }
}
