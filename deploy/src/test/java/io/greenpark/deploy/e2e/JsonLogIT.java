package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.park.Await;
import io.greenpark.sim.client.MqttSender;
import io.greenpark.sim.client.RetryTimeout;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a real process at its most verbose level. */
class JsonLogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRONG = "a-wrong-password-that-must-not-be-logged";

    @TempDir
    Path folder;

    @Test
    void every_line_is_json_without_secrets() throws Exception {
        Path data = folder.resolve("data");
        try (GreenparkProcess greenpark =
                new GreenparkProcess(GreenparkProcess.conf("real-plants.yaml"), data, List.of())) {
            greenpark.environment("GREENPARK_LOG_FORMAT", "json").environment("GREENPARK_LOG", "DEBUG");
            greenpark.start();
            signInWrongly(greenpark);
            Await.until("the canary has arrived", () -> arrived(greenpark));
        }
        List<String> lines = Files.readAllLines(folder.resolve("data-output.txt")).stream()
                .filter(line -> !line.startsWith("Greenpark is ready"))
                .toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode object = JSON.readTree(line);
            assertThat(object.has("level") && object.has("formattedMessage"))
                    .as(line)
                    .isTrue();
        }
        String log = String.join("\n", lines);
        for (String secret : secrets(data)) {
            assertThat(log).doesNotContain(secret);
        }
    }

    private static boolean arrived(GreenparkProcess greenpark) {
        try {
            return greenpark
                            .api("/api/v1/operations")
                            .get("canary")
                            .get("arrived")
                            .asInt()
                    > 0;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void signInWrongly(GreenparkProcess greenpark) throws Exception {
        MqttSender.Account account =
                new MqttSender.Account("tcp://127.0.0.1:" + greenpark.mqttPort, "stranger", "steel-meter", WRONG);
        try (MqttSender sender = new MqttSender(account, 1, RetryTimeout.DEFAULT)) {
            assertThatThrownBy(() -> sender.send("greenpark/steel-meter/telemetry", "{\"kwh\": 1}")
                            .toCompletableFuture()
                            .join())
                    .hasMessageContaining("refuses");
        }
        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + greenpark.httpPort + "/metrics"))
                                .header("Authorization", "Bearer " + WRONG)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    /** Everything in the credentials' files that is long enough to be a secret. */
    private static List<String> secrets(Path data) throws Exception {
        List<String> secrets = new ArrayList<>(List.of(WRONG));
        secrets.add(Files.readString(data.resolve("credentials/api-token")).strip());
        secrets.add(Files.readString(data.resolve("credentials/console"))
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow()
                .replaceFirst("^password=", ""));
        for (String line : Files.readAllLines(data.resolve("credentials/devices.csv"))) {
            String[] columns = line.split(",");
            if (!columns[0].equals("kind")) {
                secrets.addAll(List.of(columns[3], columns[4], columns[5]));
            }
        }
        assertThat(secrets).allSatisfy(s -> assertThat(s).hasSizeGreaterThan(12));
        return secrets;
    }
}
