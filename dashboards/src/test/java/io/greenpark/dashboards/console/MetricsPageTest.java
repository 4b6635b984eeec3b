package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPageTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path dir;

    private static HttpResponse<String> scrape(SampleConsole console, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/metrics")));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void by_default_metrics_need_the_token() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, HttpConfig.MetricsAccess.TOKEN)) {
            HttpResponse<String> stranger = scrape(console);
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.headers().firstValue("www-authenticate")).contains("Bearer realm=\"greenpark\"");
            assertThat(stranger.body()).contains("credentials/api-token").doesNotContain("greenpark_ready");
            assertThat(scrape(console, "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            HttpResponse<String> known = scrape(console, "Authorization", "Bearer " + SampleCredentials.TOKEN);
            assertThat(known.statusCode()).isEqualTo(200);
            assertThat(known.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(known.body()).contains("greenpark_ready 1.0");
        }
    }

    @Test
    void open_metrics_are_for_localhost_only() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, HttpConfig.MetricsAccess.LOOPBACK)) {
            assertThat(scrape(console).statusCode()).isEqualTo(200);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
                socket.getOutputStream()
                        .write("GET /metrics HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                                .readLine())
                        .contains("403");
            }
        }
    }

    @Test
    void metrics_may_be_off() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, HttpConfig.MetricsAccess.OFF)) {
            HttpResponse<String> known = scrape(console, "Authorization", "Bearer " + SampleCredentials.TOKEN);
            assertThat(known.statusCode()).isEqualTo(404);
            assertThat(known.body()).contains("http.metrics");
        }
    }
}
