package io.greenpark.dashboards.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.fixture.SampleCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page that is open is told of whom something changed, and never what. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EventsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path dir;

    private SampleConsole console;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterEach
    void close() throws Exception {
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
            // Until the first look has been taken, nothing is a change.
            String event;
            Thread acting = new Thread(() -> {
                for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                    cases.acknowledge("c-1002", "officer-" + i, "seen");
                    cases.stands("lvyuan-food.water", i % 2 == 0 ? DeviceStanding.SILENT : null);
                    try {
                        TimeUnit.MILLISECONDS.sleep(500);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            acting.start();
            event = next(lines);
            acting.interrupt();
            assertThat(event).startsWith("changed ");
            JsonObject data = new JsonObject(event.substring(8));
            assertThat(data.getJsonArray("cases")).containsExactly("xinghua-brick");
            assertThat(event).doesNotContain("officer", "seen");
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

    private static String endOf(BufferedReader lines) throws Exception {
        try {
            return next(lines);
        } catch (java.io.IOException cut) {
            return "end";
        }
    }
}
