package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Proxies;
import io.greenpark.dashboards.door.ConnectionLimits;
import io.greenpark.dashboards.fixture.Logged;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.operations.status.HttpTraffic;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(SampleConsole console, String path) {
        return HttpRequest.newBuilder(URI.create(console.url(path)));
    }

    private static HttpRequest.Builder signIn(SampleConsole console, String password) {
        String body = new JsonObject()
                .put("userName", SampleCredentials.USER)
                .put("password", password)
                .encode();
        return to(console, "/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void a_session_opens_with_the_right_password_and_ends_at_sign_out() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            assertThat(send(signIn(console, "wrong")).statusCode()).isEqualTo(401);
            HttpResponse<String> in = send(signIn(console, SampleCredentials.PASSWORD));
            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(in.headers().allValues("set-cookie"))
                    .hasSize(2)
                    .allMatch(c -> c.contains("HTTPOnly") && c.contains("SameSite=Strict") && c.contains("Path=/"));
            String value = session(in);
            assertThat(send(to(console, "/api/v1/parks").header("Cookie", value))
                            .statusCode())
                    .isEqualTo(200);
            send(to(console, "/api/v1/session").header("Cookie", value).DELETE());
            assertThat(send(to(console, "/api/v1/parks").header("Cookie", value))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_session_that_was_signed_out_stays_out_over_a_restart() throws Exception {
        String ended;
        String kept;
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            ended = session(send(signIn(console, SampleCredentials.PASSWORD)));
            kept = session(send(signIn(console, SampleCredentials.PASSWORD)));
            assertThat(send(to(console, "/api/v1/session")
                                    .header("Cookie", ended)
                                    .DELETE())
                            .statusCode())
                    .isEqualTo(200);
        }
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            assertThat(parks(console, ended)).isEqualTo(401);
            assertThat(parks(console, kept)).isEqualTo(200);
        }
    }

    @Test
    void another_key_ends_every_session() throws Exception {
        String session;
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            session = session(send(signIn(console, SampleCredentials.PASSWORD)));
            assertThat(parks(console, session)).isEqualTo(200);
        }
        try (SampleConsole console = SampleConsole.open(dir, "another password")) {
            assertThat(parks(console, session)).isEqualTo(401);
        }
    }

    private static String session(HttpResponse<String> signedIn) {
        return Arrays.stream(cookies(signedIn).split("; "))
                .filter(cookie -> cookie.startsWith(Access.COOKIE + "="))
                .findFirst()
                .orElseThrow();
    }

    /** What a browser sends back: the session and what marks the browser as known. */
    private static String cookies(HttpResponse<String> signedIn) {
        return signedIn.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private int parks(SampleConsole console, String cookie) throws Exception {
        return send(to(console, "/api/v1/parks").header("Cookie", cookie)).statusCode();
    }

    private static HttpConfig behindProxy() {
        return new HttpConfig(
                "127.0.0.1",
                0,
                null,
                "http://localhost:8080",
                true,
                HttpConfig.MetricsAccess.TOKEN,
                ConnectionLimits.standard(),
                Proxies.from(Settings.ofTexts(Map.of("proxies", "127.0.0.1")), new Problems()));
    }

    private HttpRequest.Builder guess(SampleConsole console, int number) {
        return signIn(console, "guess " + number)
                .header("X-Forwarded-For", "198.51." + number / 200 + "." + number % 200);
    }

    @Test
    void however_many_guess_from_however_many_addresses_the_right_password_lets_in() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, behindProxy())) {
            send(signIn(console, SampleCredentials.PASSWORD).header("X-Forwarded-For", "192.0.2.2"));
            List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                guesses.add(client.sendAsync(guess(console, i).build(), HttpResponse.BodyHandlers.ofString()));
            }
            assertThat(send(signIn(console, SampleCredentials.PASSWORD).header("X-Forwarded-For", "192.0.2.1"))
                            .statusCode())
                    .isEqualTo(200);
            for (CompletableFuture<HttpResponse<String>> guess : guesses) {
                guess.cancel(true);
            }
        }
    }

    @Test
    void an_office_behind_one_address_signs_in_together() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            List<CompletableFuture<HttpResponse<String>>> officers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                officers.add(client.sendAsync(
                        signIn(console, SampleCredentials.PASSWORD).build(), HttpResponse.BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> officer : officers) {
                assertThat(officer.get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoever_guesses_passwords_locks_out_their_own_address_only() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, behindProxy());
                Logged log = Logged.from("io.greenpark.dashboards.auth")) {
            String known =
                    cookies(send(signIn(console, SampleCredentials.PASSWORD).header("X-Forwarded-For", "192.0.2.1")));
            for (int i = 0; i < 5; i++) {
                assertThat(send(signIn(console, "guess " + i).header("X-Forwarded-For", "192.0.2.1"))
                                .statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> refused =
                    send(signIn(console, SampleCredentials.PASSWORD).header("X-Forwarded-For", "192.0.2.1"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(send(signIn(console, SampleCredentials.PASSWORD)
                                    .header("X-Forwarded-For", "192.0.2.1")
                                    .header("Cookie", known))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(signIn(console, SampleCredentials.PASSWORD).header("X-Forwarded-For", "192.0.2.2"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(log.texts())
                    .hasSize(6)
                    .allMatch(line -> line.contains("192.0.2.1") && line.contains("\"officer\""))
                    .noneMatch(line -> line.contains("guess"));
            assertThat(console.traffic().signIns()).isEqualTo(new HttpTraffic.SignIns(3, 5, 1));
        }
    }

    @Test
    void nobody_but_a_named_proxy_names_another_address() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            for (int i = 0; i < 5; i++) {
                send(signIn(console, "guess " + i).header("X-Forwarded-For", "192.0.2." + i));
            }
            assertThat(send(signIn(console, SampleCredentials.PASSWORD).header("X-Forwarded-For", "192.0.2.9"))
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void another_site_cannot_make_a_browser_acknowledge() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, false)) {
            HttpResponse<String> foreign = send(to(console, "/api/v1/alerts/c-1002/acknowledge")
                    .header("Content-Type", "application/json")
                    .header("Origin", "https://evil.example")
                    .POST(BodyPublishers.ofString("{\"comment\":\"x\"}")));
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(foreign.body()).contains("https://evil.example");
            HttpResponse<String> form = send(to(console, "/api/v1/alerts/c-1002/acknowledge")
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("{\"comment\":\"x\"}")));
            assertThat(form.statusCode()).isEqualTo(415);
            HttpResponse<String> own = send(to(console, "/api/v1/alerts/c-1002/acknowledge")
                    .header("Content-Type", "application/json")
                    .header("Origin", "http://127.0.0.1:" + console.port())
                    .POST(BodyPublishers.ofString("{\"comment\":\"seen\"}")));
            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(own.body()).getString("acknowledgedBy")).isEqualTo("demo");
        }
    }

    @Test
    void without_sign_in_only_localhost_is_answered() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, false);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/parks HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(status).contains("403");
        }
    }

    @Test
    void every_answer_has_security_headers_and_files_are_cached() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            for (String path : new String[] {"/", "/icon.svg", "/api/v1/health"}) {
                HttpResponse<String> answer = send(to(console, path));
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers()
                                .firstValue("content-security-policy")
                                .orElse(""))
                        .contains("script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("x-content-type-options"))
                        .contains("nosniff");
            }
            assertThat(send(to(console, "/nothing")).headers().firstValue("content-type"))
                    .contains("application/problem+json");
            String tag =
                    send(to(console, "/icon.svg")).headers().firstValue("etag").orElseThrow();
            assertThat(send(to(console, "/icon.svg").header("If-None-Match", tag))
                            .statusCode())
                    .isEqualTo(304);
            assertThat(send(to(console, "/../openapi.yaml")).statusCode()).isEqualTo(404);
            assertThat(send(to(console, "/nothing.js")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_taken_port_is_named_with_its_setting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> SampleConsole.open(dir, true, taken.getLocalPort()))
                    .hasMessageContaining("http.port: \"" + taken.getLocalPort() + "\"")
                    .hasMessageContaining("--set http.port=");
        }
    }
}
