package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Logged;
import io.greenpark.dashboards.fixture.RawHttp;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests put together at random, and well-formed ones with bytes changed: none makes the server fail. */
class RequestFuzzTest {
    private static final int REQUESTS = 2_000;

    /** A request may leave the server waiting for more; what it has said by then counts. */
    private static final int PATIENCE_MS = 100;

    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "TRACE", "CONNECT", "get", "G\0T");
    private static final List<String> PATHS = List.of(
            "/",
            "/icon.svg",
            "/metrics",
            "/api/openapi.yaml",
            "/api/v1/health",
            "/api/v1/health/ready",
            "/api/v1/session",
            "/api/v1/parks",
            "/api/v1/parks/fucun",
            "/api/v1/parks/fucun/energy",
            "/api/v1/enterprises/lvyuan-food/intensity",
            "/api/v1/points/lvyuan-food.water-1.ph/series",
            "/api/v1/alerts",
            "/api/v1/alerts/c-1004/acknowledge",
            "/api/v1/findings",
            "/api/v1/standings",
            "/api/v1/proposals",
            "/api/v1/dead-letters",
            "/api/v1/registry/changes",
            "/api/v1/registry/changes/1",
            "/api/v1/registry/park",
            "/api/v1/registry/park/fucun",
            "/api/v1/registry/park/fucun/versions",
            "*",
            "http://localhost/api/v1/health",
            "//",
            "/../..");
    private static final List<String> NAMES = List.of(
            "from",
            "to",
            "step",
            "basis",
            "limit",
            "state",
            "before",
            "after",
            "enterprise",
            "park",
            "point",
            "kind",
            "reason",
            "days",
            "operator",
            "asKnownOn",
            "columns",
            "sort",
            "q",
            "month",
            "level",
            "scope",
            "dryRun",
            "device",
            "x",
            "%zz",
            "",
            "from%00");
    private static final List<String> VALUES = List.of(
            "2026-01-01",
            "2026-02-01",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "2026-01-01T00:00",
            "2026-01-01T00:00Z",
            "2026-13-45",
            "9999-12-31",
            "month",
            "day",
            "hour",
            "1",
            "0",
            "-1",
            "99999999999999999999999",
            ",",
            "name,,",
            "-progress.excessTce",
            "2026-10",
            "1e9",
            "true",
            "%",
            "%E5%9B%AD",
            "%C3%28",
            "%00",
            "%0d%0a",
            "%F0%9F%98%80",
            "fucun",
            "lvyuan-food",
            "1.INVALID.1.x",
            "limit:x",
            "");
    private static final List<String> FIELDS = List.of(
            "Host: localhost",
            "Host: localhost",
            "Host: localhost",
            "Host:",
            "Host: a b",
            "Connection: close",
            "Connection: upgrade\r\nUpgrade: websocket",
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Content-Length: 2",
            "Content-Length: 99999",
            "Content-Length: x",
            "Content-Type: application/json",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Authorization: Bearer",
            "Authorization: Basic %%%",
            "Cookie: greenpark-session=a.b.c.d; greenpark-device=...",
            "Cookie: ;;=;\"",
            "If-None-Match: W/\"x\", *",
            "If-Match: \"99999999999999999999\"",
            "Accept-Encoding: gzip;q=x, *;q=2",
            "Accept: text/csv",
            "Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Accept: */;q=x, text",
            "Accept-Language: zh-CN;q=2, ,en;;",
            "Host: loc%lhost",
            "Host: " + "a".repeat(7_000),
            "X-Forwarded-For: , ,",
            "Origin: null",
            "Sec-Fetch-Site: cross-site",
            "Range: bytes=9-1",
            " folded: x",
            "X\0: y",
            "X: \u00ff\u0001");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "{\"comment\":\"a\"}",
            "{\"reason\":\"a\",\"edits\":[]}",
            "a=%ZZ",
            "5\r\nhello\r\n0\r\n\r\n",
            "zz\r\n",
            "\0\0");

    @TempDir
    Path dir;

    @Test
    void no_request_makes_the_server_fail() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (SampleConsole console = SampleConsole.open(dir, true);
                Logged log = Logged.from(
                        "io.greenpark.dashboards.api", "io.greenpark.dashboards.console", "io.vertx", "io.netty")) {
            for (int i = 0; i < REQUESTS; i++) {
                String request = request(random);
                assertThat(RawHttp.send(console.port(), request, PATIENCE_MS).statuses())
                        .as("seed %d, request %d: %s", seed, i, request)
                        .allMatch(status -> status < 500);
            }
            assertThat(log.texts()).as("seed %d", seed).isEmpty();
            assertThat(RawHttp.send(
                                    console.port(),
                                    "GET /api/v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String request(Random random) {
        StringBuilder request =
                new StringBuilder(one(random, METHODS)).append(' ').append(one(random, PATHS));
        for (int i = random.nextInt(4); i > 0; i--) {
            request.append(request.indexOf("?") < 0 ? '?' : '&')
                    .append(one(random, NAMES))
                    .append('=')
                    .append(one(random, VALUES));
        }
        request.append(
                one(random, List.of(" HTTP/1.1", " HTTP/1.1", " HTTP/1.1", " HTTP/1.0", " HTTP/2.0", " HTTP/9.9", "")));
        request.append("\r\nHost: localhost\r\nConnection: close\r\n");
        if (random.nextBoolean()) {
            request.append("Authorization: Bearer " + SampleCredentials.TOKEN + "\r\n");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            request.append(one(random, FIELDS)).append("\r\n");
        }
        request.append("\r\n").append(one(random, BODIES));
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            request.setCharAt(random.nextInt(request.length()), (char) random.nextInt(256));
        }
        return request.toString();
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
