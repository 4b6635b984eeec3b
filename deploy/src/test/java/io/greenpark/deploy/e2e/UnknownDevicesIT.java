package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.park.Await;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An integrator's gateway sends JSON of its own about six meters that nobody has registered, beside one that is. They are claimed while the
 * process is killed again and again; in the end each has the same figures as the one that was registered from the beginning.
 */
class UnknownDevicesIT {
    private static final ZoneId PARK = ZoneId.of("Asia/Shanghai");
    private static final int QUARTERS = 4 * 30;
    private static final int DEVICE_COLUMN = 1;
    private static final int PASSWORD_COLUMN = 3;

    private static final String CONFIG = """
            registry:
              parks:
                - {id: east, name: East}
              enterprises:
                - {id: registered, park: east, industry: hardware-tools}
                - {id: claimed-1, park: east, industry: hardware-tools}
                - {id: claimed-2, park: east, industry: hardware-tools}
                - {id: claimed-3, park: east, industry: hardware-tools}
                - {id: claimed-4, park: east, industry: hardware-tools}
                - {id: claimed-5, park: east, industry: hardware-tools}
                - {id: claimed-6, park: east, industry: hardware-tools}
              gateways:
                - {id: gw-east}
              devices:
                - id: meter-0
                  enterprise: registered
                  gateway: gw-east
                  points:
                    - {key: ep, quantity: electricity, unit: kWh, kind: register, carrier: electricity, ratio: 40}
            mappings:
              - {topics: ["site/+/meters"], file: site.jsonata}
            canary:
              enabled: false
            review:
              matters: []
            """;

    private static final String MAPPING = """
            rows{ 'meter-' & $string(no): { 'ts': $$.at, 'values': { 'ep': kwh, 'p': kw } } }
            """;

    @TempDir
    private Path dir;

    private final Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private final Instant begin = end.minus(Duration.ofMinutes(15L * QUARTERS));

    @Test
    void meters_that_are_claimed_late_have_the_figures_of_one_that_was_registered_early() throws Exception {
        Path config = Files.writeString(dir.resolve("greenpark.yaml"), CONFIG);
        Files.writeString(dir.resolve("site.jsonata"), MAPPING);
        try (GreenparkProcess greenpark = new GreenparkProcess(config, dir.resolve("data"), List.of()).start()) {
            List<Integer> answers = publishAll(greenpark);
            assertThat(answers).as("kept in part: the registered meter").containsOnly(0);
            JsonNode listed = greenpark.api("/api/v1/quarantine");
            assertThat(listed.get("count").asInt()).isEqualTo(7);
            assertThat(waiting(greenpark).keySet())
                    .as("six meters, and a key of the one that is known")
                    .containsExactly("meter-0", "meter-1", "meter-2", "meter-3", "meter-4", "meter-5", "meter-6");
            JsonNode first =
                    greenpark.api("/api/v1/quarantine/" + waiting(greenpark).get("meter-1"));
            assertThat(first.get("keys").get(0).get("shape").asText()).isEqualTo("rising");
            assertThat(first.get("suggested").get("keys").get("ep").get("like").asText())
                    .isEqualTo("meter-0-ep");
            assertThat(first.get("refusals").get(0).get("detail").asText()).contains("wait to be claimed");
            claimAll(greenpark);
            Await.until("nothing of the claimed keys waits", Duration.ofMinutes(2), () -> released(greenpark));
            Map<String, String> early = hours(greenpark, "registered");
            assertThat(early).hasSizeGreaterThan(24);
            awaitFigures(greenpark, early);
            assertThat(CommandResult.greenpark(checkBooks(greenpark)).output()).contains("compared: no difference");
        }
    }

    /** The names are the gateway's own; all six are claimed by one request, and the process dies right behind it. */
    @Test
    void meters_under_names_of_the_gateway_are_claimed_at_once_and_count_once() throws Exception {
        Path config = Files.writeString(
                dir.resolve("greenpark.yaml"),
                CONFIG.replace("gateway: gw-east\n", "gateway: gw-east\n      sentAs: 电表#0.Meter_0\n"));
        Files.writeString(
                dir.resolve("site.jsonata"), MAPPING.replace("'meter-' &", "'电表#' & $string(no) & '.Meter_' &"));
        try (GreenparkProcess greenpark = new GreenparkProcess(config, dir.resolve("data"), List.of()).start()) {
            publishAll(greenpark);
            assertThat(waiting(greenpark))
                    .containsKeys("电表#1.Meter_1", "电表#6.Meter_6")
                    .hasSize(7);
            JsonNode answer = greenpark.post("/api/v1/quarantine/claims", claims(waiting(greenpark)));
            assertThat(answer.get("claimed")).hasSize(6);
            assertThat(answer.get("claimed").get(0).get("device").asText()).isEqualTo("1-meter-1");
            greenpark.kill();
            greenpark.start();
            Await.until("nothing of the claimed keys waits", Duration.ofMinutes(2), () -> released(greenpark));
            Map<String, String> early = hours(greenpark, "registered");
            assertThat(early).hasSizeGreaterThan(24);
            awaitFigures(greenpark, early);
            // The gateway sends all of it again, as after a lost connection; by now it has names that are known.
            assertThat(publishAll(greenpark)).containsOnly(0);
            awaitFigures(greenpark, early);
            assertThat(CommandResult.greenpark(checkBooks(greenpark)).output()).contains("compared: no difference");
        }
    }

    private static String claims(Map<String, String> waiting) {
        List<String> rows = new ArrayList<>();
        for (int n = 1; n <= 6; n++) {
            rows.add("""
                    {"unknown": "%s", "device": {"enterprise": "claimed-%d", "name": {"zh": "电表", "en": "meter"}},
                     "points": [{"key": "ep", "quantity": "electricity",
                       "facts": {"unit": "kWh", "kind": "register", "expectedInterval": "15m", "carrier": "electricity",
                                 "factor": 1, "ratio": 40}}]}
                    """.formatted(waiting.get("电表#" + n + ".Meter_" + n), n));
        }
        return "{\"reason\": \"the new plant\", \"devices\": [" + String.join(",", rows) + "]}";
    }

    private void awaitFigures(GreenparkProcess greenpark, Map<String, String> early) {
        for (int n = 1; n <= 6; n++) {
            String claimed = "claimed-" + n;
            Await.until("the figures of " + claimed, Duration.ofMinutes(2), () -> hours(greenpark, claimed)
                    .equals(early));
        }
    }

    private static String[] checkBooks(GreenparkProcess greenpark) {
        List<String> words = new ArrayList<>(List.of("check-books"));
        words.addAll(greenpark.settings());
        return words.toArray(String[]::new);
    }

    /** Between a claim and the next one the process dies, with the release wherever it is. */
    private static void claimAll(GreenparkProcess greenpark) throws Exception {
        for (int n = 1; n <= 6; n++) {
            String id = waiting(greenpark).get("meter-" + n);
            greenpark.post("/api/v1/quarantine/" + id + "/claim", """
                    {"reason": "meters of the new site",
                     "device": {"enterprise": "claimed-%d", "name": {"zh": "电表", "en": "meter"}},
                     "points": [{"key": "ep", "quantity": "electricity",
                       "facts": {"unit": "kWh", "kind": "register", "expectedInterval": "15m", "carrier": "electricity",
                                 "factor": 1, "ratio": 40}}]}
                    """.formatted(n));
            greenpark.kill();
            greenpark.start();
        }
    }

    private static Map<String, String> waiting(GreenparkProcess greenpark) throws Exception {
        Map<String, String> ids = new TreeMap<>();
        for (JsonNode row : greenpark.api("/api/v1/quarantine").get("rows")) {
            ids.put(row.get("device").asText(), row.get("id").asText());
        }
        return ids;
    }

    private static boolean released(GreenparkProcess greenpark) {
        try {
            for (JsonNode row : greenpark.api("/api/v1/quarantine").get("rows")) {
                for (JsonNode key : row.get("keys")) {
                    if (key.get("key").asText().equals("ep")) {
                        return false;
                    }
                }
            }
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> hours(GreenparkProcess greenpark, String enterprise) {
        try {
            Map<String, String> hours = new TreeMap<>();
            for (JsonNode row : greenpark
                    .api("/api/v1/enterprises/" + enterprise + "/energy?from="
                            + LocalDate.ofInstant(begin, PARK).minusDays(1)
                            + "&to=" + LocalDate.ofInstant(end, PARK).plusDays(1) + "&step=hour")
                    .get("rows")) {
                if (row.hasNonNull("electricityKwh")) {
                    hours.put(
                            row.get("from").asText(),
                            new BigDecimal(row.get("electricityKwh").asText()).toPlainString());
                }
            }
            return hours;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    // The gateway

    private List<Integer> publishAll(GreenparkProcess greenpark) throws Exception {
        MqttAsyncClient client =
                new MqttAsyncClient("tcp://127.0.0.1:" + greenpark.mqttPort, "site-gateway", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("gw-east");
        options.setPassword(password(greenpark).getBytes(StandardCharsets.UTF_8));
        client.connect(options).waitForCompletion(30_000);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i <= QUARTERS; i++) {
            long at = begin.plus(Duration.ofMinutes(15L * i)).toEpochMilli();
            byte[] payload = payload(at, i).getBytes(StandardCharsets.UTF_8);
            IMqttToken token = client.publish("site/east/meters", payload, 1, false);
            token.waitForCompletion(30_000);
            answers.add(token.getReasonCodes() == null ? 0 : token.getReasonCodes()[0]);
        }
        client.disconnect().waitForCompletion(30_000);
        return answers;
    }

    private static String payload(long at, int i) {
        List<String> rows = new ArrayList<>();
        for (int meter = 0; meter <= 6; meter++) {
            rows.add("{\"no\": " + meter + ", \"kwh\": " + (1_000 + i * i / 100.0) + ", \"kw\": " + i % 7 + "}");
        }
        return "{\"at\": " + at + ", \"rows\": [" + String.join(",", rows) + "]}";
    }

    private static String password(GreenparkProcess greenpark) throws Exception {
        for (String line : Files.readAllLines(greenpark.data.resolve("credentials/devices.csv"))) {
            String[] columns = line.split(",");
            if (columns[DEVICE_COLUMN].equals("gw-east")) {
                return columns[PASSWORD_COLUMN];
            }
        }
        throw new AssertionError("no password of the gateway");
    }
}
