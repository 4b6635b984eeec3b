package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.deploy.app.DoorsBeside;
import io.greenpark.park.Await;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import net.lingala.zip4j.ZipFile;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Console and doors with data folders of their own on the same books at a PostgreSQL server, one after the other, each killed, and beside each
 * other: what the one hands out is what the other one takes.
 */
class SplitRolesIT {
    private static final PostgresServer SERVER = PostgresServer.open();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_USER_NAME_OR_PASSWORD = 0x86;
    private static final String CONFIG = """
            registry:
              parks: [{id: east}]
              enterprises: [{id: works, park: east, industry: hardware-tools}]
              devices:
                - {id: meter, enterprise: works, points: [{key: ep, quantity: electricity, unit: kWh, kind: register}]}
            canary: {enabled: false}
            """;

    @TempDir
    private Path dir;

    @AfterAll
    static void end() {
        SERVER.close();
    }

    private Path config() throws IOException {
        return Files.writeString(dir.resolve("greenpark.yaml"), CONFIG);
    }

    private GreenparkProcess process(String name, String role, BooksServer server) throws IOException {
        return new GreenparkProcess(config(), dir.resolve(name), booksAt(server)).roles(role);
    }

    private static List<String> booksAt(BooksServer server) {
        return List.of(
                "books.url=" + server.url(),
                "books.user=" + server.user(),
                "books.password=file:" + SERVER.passwordFile());
    }

    @Test
    void what_the_console_hands_out_opens_the_door_of_another_process_and_nothing_else_does() throws Exception {
        BooksServer server = SERVER.emptyDatabase();
        try (GreenparkProcess console = process("console", "DASHBOARDS", server);
                GreenparkProcess doors = process("doors", "INGEST", server);
                GreenparkProcess spare = process("spare", "INGEST", server)) {
            console.start();
            String oldFile = Files.readString(devices(console));
            String old = password(oldFile);
            console.kill();

            doors.start();
            assertThat(publish(doors, old)).isZero();
            assertThat(devices(doors)).as("it made none of its own").doesNotExist();
            doors.kill();

            console.start();
            String handed = handOut(console);
            console.kill();
            assertThat(handed).isNotEqualTo(old);

            doors.start();
            assertThat(publish(doors, handed)).isZero();
            assertThat(publish(doors, old)).isEqualTo(BAD_USER_NAME_OR_PASSWORD);
            doors.kill();

            Files.createDirectories(devices(spare).getParent());
            Files.writeString(devices(spare), oldFile);
            spare.start();
            assertThat(publish(spare, old)).as("a file of before").isEqualTo(BAD_USER_NAME_OR_PASSWORD);
            assertThat(publish(spare, handed)).isZero();
        }
    }

    /** One process has the books at a time, so doors beside it read them; they are wired as a process wires its own. */
    @Test
    void doors_beside_the_console_take_what_it_hands_out_within_seconds_and_what_is_registered() throws Exception {
        BooksServer server = SERVER.emptyDatabase();
        try (GreenparkProcess console = process("console", "DASHBOARDS", server).start()) {
            String old = password(Files.readString(devices(console)));
            List<String> sets = new ArrayList<>(booksAt(server));
            sets.addAll(List.of("mqtt.port=0", "coap.enabled=false", "http.port=0"));
            try (DoorsBeside doors = DoorsBeside.open(config(), dir.resolve("beside"), sets)) {
                assertThat(publish(doors.mqttUrl(), "meter", old)).isZero();
                String handed = handOut(console);
                Await.until("the new password opens the door", () -> answer(doors, "meter", handed) == 0);
                assertThat(publish(doors.mqttUrl(), "meter", old)).isEqualTo(BAD_USER_NAME_OR_PASSWORD);

                console.post("/api/v1/registry/changes", """
                        {"reason": "a second one", "edits": [{"kind": "device", "id": "second", "verb": "put", "document":
                          {"enterprise": "works", "name": {"zh": "二", "en": "two"}, "silenceAfter": "1h"}}]}""");
                String second = password(Files.readString(devices(console)), "second");
                Await.until("the new device signs in", () -> signsIn(doors, "second", second));

                SERVER.stop();
                try {
                    assertThat(publish(doors.mqttUrl(), "meter", handed))
                            .as("while the books are away")
                            .isZero();
                } finally {
                    SERVER.start();
                }
            }
        }
    }

    private static int answer(DoorsBeside doors, String device, String password) {
        try {
            return publish(doors.mqttUrl(), device, password);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** It has no points yet, so its values are refused; another password than its own is told otherwise. */
    private static boolean signsIn(DoorsBeside doors, String device, String password) {
        return answer(doors, device, password) != BAD_USER_NAME_OR_PASSWORD;
    }

    private static Path devices(GreenparkProcess process) {
        return process.data.resolve("credentials/devices.csv");
    }

    private static String password(String lines) {
        return password(lines, "meter");
    }

    private static String password(String lines, String device) {
        return lines.lines()
                .map(line -> line.split(","))
                .filter(columns -> columns[1].equals(device))
                .map(columns -> columns[3])
                .findFirst()
                .orElseThrow();
    }

    /** By the person whose account the first start made; returns the password in the archive. */
    private String handOut(GreenparkProcess console) throws Exception {
        Properties account = new Properties();
        try (var file = Files.newBufferedReader(console.data.resolve("credentials/console"))) {
            account.load(file);
        }
        HttpClient http = HttpClient.newHttpClient();
        String session = JSON.writeValueAsString(JSON.createObjectNode()
                .put("userName", account.getProperty("user"))
                .put("password", account.getProperty("password")));
        HttpResponse<String> in =
                http.send(post(console, "/api/v1/session", session).build(), HttpResponse.BodyHandlers.ofString());
        String cookie = in.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
        HttpResponse<String> answer = http.send(
                post(console, "/api/v1/credentials", "{\"devices\": [\"meter\"], \"reason\": \"new integrator\"}")
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode handed = JSON.readTree(answer.body());
        Path archive = dir.resolve("handed.zip");
        Files.write(archive, Base64.getDecoder().decode(handed.get("archive").asText()));
        try (ZipFile zip =
                new ZipFile(archive.toFile(), handed.get("passphrase").asText().toCharArray())) {
            zip.extractAll(dir.resolve("handed").toString());
        }
        return password(Files.readString(dir.resolve("handed/devices.csv")));
    }

    private static HttpRequest.Builder post(GreenparkProcess console, String path, String json) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.httpPort + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    /** Returns the reason why the door refuses; 0 where it acknowledges the reading. */
    private static int publish(GreenparkProcess doors, String password) throws Exception {
        return publish("tcp://127.0.0.1:" + doors.mqttPort, "meter", password);
    }

    private static int publish(String url, String device, String password) throws Exception {
        MqttAsyncClient client = new MqttAsyncClient(url, device, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(device);
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        try {
            client.connect(options).waitForCompletion(30_000);
        } catch (MqttException e) {
            return e.getReasonCode();
        }
        byte[] payload =
                ("{\"ts\": \"" + Instant.now() + "\", \"values\": {\"ep\": 12}}").getBytes(StandardCharsets.UTF_8);
        IMqttToken token = client.publish("greenpark/" + device + "/telemetry", payload, 1, false);
        token.waitForCompletion(30_000);
        client.disconnect().waitForCompletion(30_000);
        int[] answer = token.getReasonCodes();
        return answer == null ? 0 : answer[0];
    }
}
