package io.greenpark.dashboards.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.fixture.SampleCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page that is open is told of whom something changed, and never what. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EventsTest {
    private static final int MOST_OF_ONE = 60;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path dir;

    private final ScheduledExecutorService acting = Executors.newSingleThreadScheduledExecutor();
    private SampleConsole console;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterEach
    void close() throws Exception {
        acting.shutdownNow();
        console.close();
    }

    private HttpResponse<InputStream> listen(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1/events")))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
        return answer;
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The next event, as its name and data. */
    private static String next(BufferedReader lines) throws Exception {
        String event = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                return event + " " + line.substring(6);
            }
        }
        return "end";
    }

    @Test
    void a_listener_is_told_of_whom_a_case_changed() throws Exception {
        try (BufferedReader lines = lines(listen())) {
            assertThat(lines.readLine()).startsWith("retry: ");
            SampleCases cases = (SampleCases) console.sources().cases();
            // Until the first look has been taken nothing is a change, and a change is one each time.
            AtomicInteger acts = new AtomicInteger();
            acting.scheduleWithFixedDelay(
                    () -> {
                        int n = acts.getAndIncrement();
                        cases.acknowledge("c-1002", "officer-" + n, "seen");
                        cases.stands("lvyuan-food.water", n % 2 == 0 ? DeviceStanding.SILENT : null);
                    },
                    0,
                    500,
                    TimeUnit.MILLISECONDS);
            String event = next(lines);
            assertThat(event).startsWith("changed ");
            JsonObject data = new JsonObject(event.substring(8));
            assertThat(data.getJsonArray("cases")).containsExactly("xinghua-brick");
            assertThat(event).doesNotContain("officer", "seen");
        }
    }

    @Test
    void a_listener_is_told_that_other_devices_wait_to_be_claimed() throws Exception {
        try (BufferedReader lines = lines(listen())) {
            assertThat(lines.readLine()).startsWith("retry: ");
            Quarantine quarantine = console.sources().quarantine();
            AtomicInteger acts = new AtomicInteger();
            // Until the first look has been taken nothing is a change, so one device after the other leaves the list.
            acting.scheduleWithFixedDelay(
                    () -> quarantine.discard(1 + acts.getAndIncrement(), new Discard(0, "officer", "not ours")),
                    4,
                    4,
                    TimeUnit.SECONDS);
            assertThat(next(lines)).isEqualTo("changed {\"quarantine\":null}");
        }
    }

    @Test
    void who_was_connected_before_is_told_to_load_anew() throws Exception {
        try (BufferedReader lines = lines(listen("Last-Event-ID", "7"))) {
            assertThat(next(lines)).isEqualTo("reload {}");
        }
    }

    @Test
    void strangers_hear_nothing() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/events")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void a_stream_ends_with_the_server() throws Exception {
        try (BufferedReader lines = lines(listen())) {
            assertThat(lines.readLine()).startsWith("retry: ");
            console.close();
            assertThat(endOf(lines)).isEqualTo("end");
            console = SampleConsole.open(dir, true);
        }
    }

    @Test
    void a_stream_ends_with_its_session() throws Exception {
        String cookie = signIn();
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1/events")))
                .header("Cookie", cookie)
                .build();
        try (BufferedReader lines = lines(CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream()))) {
            assertThat(lines.readLine()).startsWith("retry: ");
            HttpResponse<String> out = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(console.url("/api/v1/session")))
                            .header("Cookie", cookie)
                            .DELETE()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(out.statusCode()).isEqualTo(200);
            assertThat(endOf(lines)).isEqualTo("end");
        }
    }

    private String signIn() throws Exception {
        JsonObject who =
                new JsonObject().put("userName", SampleCredentials.USER).put("password", SampleCredentials.PASSWORD);
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/session")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(who.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    }

    @Test
    void one_listener_more_than_one_may_have_is_asked_to_come_later() throws Exception {
        List<InputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_OF_ONE; i++) {
                open.add(listen().body());
            }
            HttpResponse<String> one = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(console.url("/api/v1/events")))
                            .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(one.statusCode()).isEqualTo(503);
            assertThat(new JsonObject(one.body()).getString("title")).isEqualTo("too many listeners");
        } finally {
            for (InputStream each : open) {
                each.close();
            }
        }
    }

    private static String endOf(BufferedReader lines) throws Exception {
        try {
            return next(lines);
        } catch (java.io.IOException cut) {
            return "end";
        }
    }
}
