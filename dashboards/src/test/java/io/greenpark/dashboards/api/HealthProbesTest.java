package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthProbesTest {
    @TempDir
    static Path dir;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static SampleConsole console;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    @AfterEach
    void clearTroubles() {
        console.operations().setStuck();
        console.operations().setNotReady();
    }

    private static HttpResponse<String> ask(String path, boolean known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)));
        if (known) {
            request.header("Authorization", "Bearer " + SampleCredentials.TOKEN);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void without_troubles_both_probes_answer_200_to_anyone() throws Exception {
        HttpResponse<String> live = ask("/health/live", false);
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(live.body()).getString("status")).isEqualTo("live");
        HttpResponse<String> ready = ask("/health/ready", false);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(ready.body()).getString("status")).isEqualTo("ready");
    }

    @Test
    void a_failing_reader_degrades_health_but_not_readiness() throws Exception {
        assertThat(new JsonObject(ask("/health", false).body()).getString("status"))
                .isEqualTo("degraded");
        assertThat(ask("/health/ready", false).statusCode()).isEqualTo(200);
    }

    @Test
    void strangers_learn_the_kind_of_trouble_and_known_callers_the_detail() throws Exception {
        console.operations()
                .setNotReady(new Trouble(TroubleKind.LOG_NOT_WRITABLE, "log: \"7\" bytes are free; make room"));
        HttpResponse<String> stranger = ask("/health/ready", false);
        assertThat(stranger.statusCode()).isEqualTo(503);
        JsonObject reason =
                new JsonObject(stranger.body()).getJsonArray("reasons").getJsonObject(0);
        assertThat(reason.getString("code")).isEqualTo("log-not-writable");
        assertThat(reason.getJsonObject("text").getString("zh")).isEqualTo("遥测日志无法写入");
        assertThat(reason.containsKey("detail")).isFalse();
        HttpResponse<String> known = ask("/health/ready", true);
        assertThat(known.statusCode()).isEqualTo(503);
        assertThat(known.body()).contains("make room");
        assertThat(ask("/health/live", false).statusCode()).isEqualTo(200);
    }

    @Test
    void a_thread_that_ended_is_not_live() throws Exception {
        console.operations()
                .setStuck(new Trouble(TroubleKind.WRITER_ENDED, "the thread log-writer has ended; restart"));
        HttpResponse<String> live = ask("/health/live", true);
        assertThat(live.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(live.body()).getString("status")).isEqualTo("stuck");
        assertThat(live.body()).contains("writer-ended", "log-writer");
    }
}
