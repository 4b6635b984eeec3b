package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.sim.client.DeviceSecrets;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer and a device at a running platform that strangers flood from many addresses. */
class FloodIT {
    private static final int TRIES = 5;
    private static final Pattern FILE = Pattern.compile("/a/[^\"']+");
    private static final int ROUNDS = 3;
    private static final int ENOUGH = 2_000;

    @TempDir
    Path dir;

    @Test
    void an_officer_signs_in_and_a_device_delivers_while_strangers_flood_every_port() throws Exception {
        try (GreenparkProcess greenpark = new GreenparkProcess(
                                GreenparkProcess.conf("real-plants.yaml"), dir.resolve("data"), List.of())
                        .start();
                Flood flood = new Flood(greenpark.httpPort, greenpark.mqttPort)) {
            for (int round = 0; round < ROUNDS || flood.connections() < ENOUGH; round++) {
                officerWorks(greenpark);
                deviceDelivers(greenpark, round);
            }
            JsonNode http = greenpark.api("/api/v1/operations").path("http");
            assertThat(http.path("signInsAccepted").asInt()).isGreaterThanOrEqualTo(ROUNDS);
            assertThat(http.path("signInsRejected").asInt()).isPositive();
            assertThat(greenpark.printed())
                    .doesNotContain("Too many open files")
                    .doesNotContain("\tat ");
        }
    }

    /** In a browser that has never been here. */
    private static void officerWorks(GreenparkProcess greenpark) throws Exception {
        CookieManager browser = new CookieManager();
        String page = body(browser, request(greenpark, "/").GET());
        List<String> files =
                FILE.matcher(page).results().map(MatchResult::group).toList();
        assertThat(files).isNotEmpty();
        for (String file : files) {
            assertThat(send(browser, request(greenpark, file).GET())).as(file).isEqualTo(200);
        }
        String password = Files.readAllLines(greenpark.data.resolve("credentials/console")).stream()
                .filter(line -> line.startsWith("password="))
                .map(line -> line.substring("password=".length()))
                .findFirst()
                .orElseThrow();
        String account = "{\"userName\":\"admin\",\"password\":\"" + password + "\"}";
        assertThat(send(
                        browser,
                        request(greenpark, "/api/v1/session")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(account))))
                .isEqualTo(200);
        assertThat(send(browser, request(greenpark, "/api/v1/parks").GET())).isEqualTo(200);
    }

    private static HttpRequest.Builder request(GreenparkProcess greenpark, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + greenpark.httpPort + path));
    }

    private static int send(CookieManager browser, HttpRequest.Builder request) throws Exception {
        return answer(browser, request).statusCode();
    }

    private static String body(CookieManager browser, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = answer(browser, request);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** On a connection of its own; where that is closed to make room, it asks again as a browser does. */
    private static HttpResponse<String> answer(CookieManager browser, HttpRequest.Builder request) throws Exception {
        for (int i = 1; ; i++) {
            try {
                return HttpClient.newBuilder()
                        .cookieHandler(browser)
                        .build()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void deviceDelivers(GreenparkProcess greenpark, int round) throws Exception {
        DeviceSecrets.Secret secret = DeviceSecrets.of(greenpark.data).of("steel-meter");
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(secret.id());
        options.setPassword(secret.password().toCharArray());
        try (MqttClient device =
                new MqttClient("tcp://127.0.0.1:" + greenpark.mqttPort, "steel-meter", new MemoryPersistence())) {
            device.connect(options);
            String message = "{\"ts\":" + (1_546_272_900_000L + round * 900_000L) + ",\"values\":{\"kwh\":3.17}}";
            device.publish("greenpark/steel-meter/telemetry", message.getBytes(StandardCharsets.UTF_8), 1, false);
            device.disconnect();
        }
    }
}
