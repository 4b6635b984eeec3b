package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are answered, and how the others are refused. Sent over a socket, since HTTP clients normalise paths. */
class RoutingTest {
    @TempDir
    static Path dir;

    private static SampleConsole console;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static final String TOKEN = "Authorization: Bearer " + SampleCredentials.TOKEN + "\r\n";

    private record Response(int status, String head, String body) {
        String detail() {
            return new JsonObject(body).getString("detail");
        }
    }

    private static Response send(String method, String path, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                    + (bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = response.indexOf("\r\n\r\n");
            int status = Integer.parseInt(response.substring(9, 12));
            return new Response(status, response.substring(0, end), response.substring(end + 4));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/parks",
                "/parks/",
                "/parks//",
                "//parks",
                "/parks?",
                "/p%61rks",
                "/parks/fucun",
                "/parks/fucun/",
                "/parks/./fucun",
                "/parks/fu%63un",
                "/parks/fucun/energy/?from=2026-10-01&to=2026-12-01",
                "/health/",
                "/session/"
            })
    void a_path_may_end_with_a_slash_and_be_encoded(String path) throws IOException {
        Response response = send("GET", path, TOKEN, "");
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(response.head()).contains("content-type: application/json", "cache-control: no-store");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    POST     | /parks | 405 | "POST /api/v1/parks" is not in the contract, which has GET, HEAD there; see /api/openapi.yaml
                    PUT      | /session | 405 | "PUT /api/v1/session" is not in the contract, which has DELETE, GET, HEAD, POST there; see /api/openapi.yaml
                    DELETE   | /alerts/c-1002 | 405 | "DELETE /api/v1/alerts/c-1002" is not in the contract, which has GET, HEAD there; see /api/openapi.yaml
                    GET      | /alerts/c-1002/acknowledge | 405 | "GET /api/v1/alerts/c-1002/acknowledge" is not in the contract, which has POST there; see /api/openapi.yaml
                    TRACE    | /parks | 405 | "TRACE /api/v1/parks" is not in the contract, which has DELETE, GET, HEAD, POST there; see /api/openapi.yaml
                    PROPFIND | /parks | 405 | "PROPFIND /api/v1/parks" is not in the contract, which has GET, HEAD there; see /api/openapi.yaml
                    GET      |  | 404 | "GET /api/v1" is not in the contract; see /api/openapi.yaml
                    GET      | / | 404 | "GET /api/v1/" is not in the contract; see /api/openapi.yaml
                    GET      | /weather | 404 | "GET /api/v1/weather" is not in the contract; see /api/openapi.yaml
                    GET      | /parks/fucun/weather | 404 | "GET /api/v1/parks/fucun/weather" is not in the contract; see /api/openapi.yaml
                    GET      | /enterprises/nobody | 404 | enterprise "nobody" is not in the registry; /api/v1/enterprises lists those that are
                    GET      | /PARKS | 404 | "GET /api/v1/PARKS" is not in the contract; see /api/openapi.yaml
                    GET      | /alerts/c-1002/acknowledge/ | 405 | "GET /api/v1/alerts/c-1002/acknowledge/" is not in the contract, which has POST there; see /api/openapi.yaml
                    GET      | /points/a | 404 | point "a" is not in the registry; /api/v1/enterprises/{id} lists those that are
                    GET      | /parks//energy | 404 | park "energy" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/.. | 404 | "GET /api/v1/parks/.." is not in the contract; see /api/openapi.yaml
                    GET      | /parks/a%2Fb | 404 | park "a/b" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/a%20b | 404 | park "a b" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/a+b | 404 | park "a+b" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/%E5%9B%AD | 404 | park "园" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/a%00b | 400 | the address of the request holds a control character, e.g. U+0000; leave it out
                    GET      | /parks/a%25b | 404 | park "a%b" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/:id | 404 | park ":id" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks/{id} | 404 | park "{id}" is not in the registry; /api/v1/parks lists those that are
                    GET      | /parks?x=1 | 400 | parameter "x" is unknown here; allowed: q, sort, columns, limit, after
                    GET      | /parks?x | 400 | parameter "x" is unknown here; allowed: q, sort, columns, limit, after
                    GET      | /parks/fucun?id=other | 400 | parameter "id" is unknown here; allowed: basis
                    GET      | /outlets/huamei-ham.water-1?id=other | 400 | parameter "id" is unknown here; allowed: none
                    GET      | /parks/fucun/energy | 400 | parameter "from" is missing; give a local date such as 2018-01-01, years 1900..2999
                    GET      | /parks/fucun/energy?from=2026-10-01 | 400 | parameter "to" is missing; give a local date such as 2018-01-01, years 1900..2999
                    GET      | /parks/fucun/energy?from=&to= | 400 | parameter "from" is empty; give a value or leave it out
                    GET      | /parks/fucun/energy?from=x&to=2026-10-01 | 400 | parameter "from": "x" is not allowed; give a local date such as 2018-01-01, years 1900..2999
                    GET      | /parks/fucun/energy?from=2026-10-01&to=2026-12-01&step=week | 400 | parameter "step": "week" is not allowed; give hour, day or month
                    GET      | /parks/fucun/energy?from=2026-12-01&to=2026-10-01 | 400 | from "2026-12-01" does not lie before to "2026-10-01"; the span is half-open
                    GET      | /alerts?limit=0 | 400 | parameter "limit": "0" is not allowed; give a whole number 1..10000
                    GET      | /alerts?limit=abc | 400 | parameter "limit": "abc" is not allowed; give a whole number 1..10000
                    GET      | /alerts?limit=%00 | 400 | the address of the request holds a control character, e.g. U+0000; leave it out
                    GET      | /alerts?limit=%zz | 400 | the address of the request is not UTF-8 in percent encoding (RFC 3986), e.g. %E5%9B%AD; a % itself is written %25
                    GET      | /alerts?park=a&enterprise=b | 400 | parameters "enterprise" and "park" stand side by side; give one of them
                    GET      | /points/lvyuan-food.water-1.ph/series | 400 | parameter "from" is missing; give 2018-01-01, 2018-01-01T08:00 (local) or 2018-01-01T08:00+08:00, years 1900..2999
                    GET      | /points/x/series?from=2026-11-23&to=2026-11-24 | 404 | point "x" is not in the registry; /api/v1/enterprises/{id} lists those that are
                    GET      | /health?x=1 | 400 | parameter "x" is unknown here; allowed: none
                    """)
    void a_request_is_refused_with_its_reason(String method, String path, int status, String detail)
            throws IOException {
        Response response = send(method, path == null ? "" : path, TOKEN, "");
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.detail()).isEqualTo(detail);
        assertThat(response.head())
                .contains("content-type: application/problem+json", "cache-control: no-store", "X-Frame-Options: DENY");
    }

    @Test
    void a_path_that_cannot_be_decoded_is_refused() throws IOException {
        assertThat(send("GET", "/parks/%zz", TOKEN, "").status()).isEqualTo(400);
        assertThat(send("GET", "/parks/%", TOKEN, "").status()).isEqualTo(400);
    }

    @Test
    void strangers_learn_which_paths_are_in_the_contract() throws IOException {
        assertThat(send("GET", "/weather", "", "").status()).isEqualTo(404);
        assertThat(send("POST", "/parks", "", "").status()).isEqualTo(405);
        assertThat(send("GET", "/parks/nowhere", "", "").status()).isEqualTo(401);
        assertThat(send("GET", "/parks", "Authorization: Bearer wrong\r\n", "").status())
                .isEqualTo(401);
        assertThat(send("GET", "/health", "Authorization: Bearer wrong\r\n", "").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    application/json | {"comment": | 400 | the body is not a JSON object; send {"name": value}
                    application/json | [1] | 400 | the body is not a JSON object; send {"name": value}
                    application/json | "x" | 400 | the body is not a JSON object; send {"name": value}
                     | {} | 415 | content type "null" is not taken here; send application/json
                    text/plain | {} | 415 | content type "text/plain" is not taken here; send application/json
                    application/json | {"comment":5} | 400 | "comment" must be a text of at most 2000 characters; send {"comment": "what was found"}
                    application/x-www-form-urlencoded | comment=seen | 415 | content type "application/x-www-form-urlencoded" is not taken here; send application/json
                    """)
    void a_body_is_a_json_object_or_the_reason_says_so(String type, String body, int status, String detail)
            throws IOException {
        String headers = TOKEN + (type == null ? "" : "Content-Type: " + type + "\r\n");
        Response response = send("POST", "/alerts/c-1004/acknowledge", headers, body);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.detail()).isEqualTo(detail);
    }

    @Test
    void a_body_over_the_limit_is_refused_on_any_path() throws IOException {
        String headers = TOKEN + "Content-Type: application/json\r\n";
        String body = "{\"comment\":\"" + "x".repeat(70_000) + "\"}";
        for (String path : List.of("/alerts/c-1004/acknowledge", "/weather")) {
            Response response = send("POST", path, headers, body);
            assertThat(response.status()).isEqualTo(413);
            assertThat(response.detail()).isEqualTo("the body is larger than the 65536 bytes allowed");
        }
    }
}
