package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Logged;
import io.greenpark.dashboards.fixture.RawHttp;
import io.greenpark.dashboards.fixture.RawHttp.Answer;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no browser sends: each is the client's fault, is told so, and leaves nothing in the log. */
class MalformedRequestsTest {
    private static final String TOKEN = "Authorization: Bearer " + SampleCredentials.TOKEN + "\r\n";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Logged log;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        log = Logged.from("io.greenpark", "io.vertx", "io.netty");
    }

    @AfterAll
    static void close() throws Exception {
        log.close();
        console.close();
    }

    @AfterEach
    void nothing_is_logged() {
        assertThat(log.texts()).isEmpty();
    }

    private static Answer ask(String line, String header, String body) throws Exception {
        return RawHttp.send(
                console.port(),
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n" + body);
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.head())
                .contains(
                        "content-type: application/problem+json", "x-frame-options: deny", "content-security-policy:");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    GET /api/v1/health?x=%ZZ
                    GET /api/v1/health?x=%
                    GET /api/v1/health?x=%2
                    GET /api/v1/health?x=%C3%28
                    GET /api/v1/health?x=%ED%A0%80
                    GET /api/v1/health?x=%F5%80%80%80
                    GET /api/v1/health?%zz=1
                    GET /api/v1/health/live?%
                    GET /api/v1/%zz
                    GET /api/v1/parks/%FF
                    GET /api/v1/parks/a%00b
                    GET /api/v1/parks/a%0Ab
                    GET /%
                    GET /icon.svg?%
                    GET /metrics?a=%E5
                    GET /api/openapi.yaml?%zz
                    POST /api/v1/session?x=%ZZ
                    DELETE /api/v1/session?x=%ZZ
                    GET /api/v1/alerts?enterprise=%
                    GET /api/v1/alerts?limit=%zz
                    GET /api/v1/dead-letters?device=%ZZ
                    GET /api/v1/dead-letters?device=a%7Fb
                    GET /api/v1/health#x
                    GET api/v1/health
                    GET http:/api/v1/health
                    GET /api/v1/health?x=é
                    """)
    void an_address_that_cannot_be_decoded_is_refused(String line) throws Exception {
        isProblem(ask(line, TOKEN, ""), 400);
        isProblem(ask(line, "", ""), 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    /parks/fucun/energy?from=%2B999999999-01-01&to=%2B999999999-12-31
                    /parks/fucun/energy?from=%2B300000000-01-01&to=%2B300000001-01-01&step=hour
                    /enterprises/lvyuan-food/energy?from=-999999999-01-01&to=-999999999-12-31
                    /enterprises/lvyuan-food/intensity?from=%2B999999999-01-01&to=%2B999999999-12-31
                    /parks/fucun/intensity?from=3000-01-01&to=3000-02-01
                    /points/lvyuan-food.water-1.ph/series?from=-999999999-01-01&to=-999999999-12-31
                    /points/lvyuan-food.water-1.ph/series?from=-999999999-01-01T00:00%2B18:00&to=2026-01-01
                    /points/lvyuan-food.water-1.ph/series?from=%2B999999999-12-31T23:59:59-18:00&to=2026-01-01
                    /points/lvyuan-food.water-1.ph/series?from=%2B999999999-12-31T23:59&to=%2B999999999-12-31T23:59&step=day
                    /registry/park?asKnownOn=%2B999999999-12-31
                    /registry/park/fucun?asKnownOn=-999999999-01-01
                    /registry/park/fucun?asKnownOn=1899-12-31
                    /alerts?limit=99999999999999999999
                    /alerts?limit=1e3
                    /alerts?limit=%D9%A3
                    /dead-letters?before=9223372036854775808
                    /dead-letters?before=-1
                    /registry/changes?before=9223372036854775808
                    /findings?days=2147483648
                    /findings?after=999999999999999999999.INVALID.1.x
                    /findings?after=1.INVALID
                    /proposals?after=%7B
                    /alerts?state=
                    /alerts?state=%20
                    /alerts?limit=1&limit=2
                    /parks/fucun/intensity?from=2026-01-01&to=2026-02-01&step=day
                    /parks/fucun/intensity?from=2026-01-01&to=2026-02-01&step=garbage
                    /points/lvyuan-food.water-1.ph/series?from=2026-01-01&to=2026-02-01&step=month
                    """)
    void a_parameter_out_of_any_range_is_refused(String path) throws Exception {
        isProblem(ask("GET /api/v1" + path, TOKEN, ""), 400);
    }

    @Test
    void a_number_of_a_change_that_cannot_be_is_not_there() throws Exception {
        isProblem(ask("GET /api/v1/registry/changes/99999999999999999999999", TOKEN, ""), 404);
        isProblem(ask("GET /api/v1/registry/changes/-1", TOKEN, ""), 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    GET /api/v1/health HTTP/1.1\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost:\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a:b\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a:99999\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: http://a\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: [::1\\r\\n\\r\\n
                    GET /metrics HTTP/1.1\\r\\n\\r\\n
                    GET / HTTP/1.1\\r\\n\\r\\n
                    CONNECT host:22 HTTP/1.1\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nX: one\\r\\n two\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nX: one\\r\\n\\ttwo\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nX : one\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nX\\r\\n\\r\\n
                    GET /api/v1/health HTTP/1.1\\r\\nHost: a\\r\\nX: \\0\\r\\n\\r\\n
                    POST /api/v1/session HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n
                    POST /api/v1/session HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1\\r\\n\\r\\n
                    POST /api/v1/session HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n
                    POST /api/v1/session HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n
                    POST /api/v1/session HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 2\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
                    GET /api/v1/health XTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
                    GET\\r\\n\\r\\n
                    \\26\\3\\1ab\\r\\n\\r\\n
                    """)
    void a_header_that_is_not_right_is_refused(String request) throws Exception {
        isProblem(RawHttp.send(console.port(), request.translateEscapes()), 400);
    }

    @Test
    void what_is_too_long_is_told_so() throws Exception {
        isProblem(ask("GET /" + "a".repeat(5_000), "", ""), 414);
        isProblem(ask("GET " + "/a".repeat(2_030), "", ""), 404);
        isProblem(ask("GET /api/v1/health", "X: " + "a".repeat(9_000) + "\r\n", ""), 431);
        isProblem(ask("POST /api/v1/session", "Content-Type: application/json\r\nContent-Length: 70000\r\n", ""), 413);
    }

    @Test
    void a_method_that_a_path_does_not_have_is_told_with_those_it_has() throws Exception {
        for (String line : new String[] {
            "CONNECT localhost:22",
            "TRACE /api/v1/parks",
            "PUT /",
            "PATCH /api/openapi.yaml",
            "POST /metrics",
            "BREW /api/v1/parks"
        }) {
            Answer answer = ask(line, "", "");
            isProblem(answer, 405);
            assertThat(answer.head()).as(line).contains("allow: ").contains("get, head");
        }
        Answer all = ask("OPTIONS *", "", "");
        assertThat(all.status()).isEqualTo(204);
        assertThat(all.head()).contains("allow: delete, get, head, post, options", "x-frame-options: deny");
        Answer reload = ask("GET /api/v1/registry/files/reload", TOKEN, "");
        isProblem(reload, 405);
        assertThat(reload.head()).contains("allow: post, options");
        Answer one = ask("OPTIONS /api/v1/alerts/c-1002/acknowledge", "", "");
        assertThat(one.status()).isEqualTo(204);
        assertThat(one.head()).contains("allow: post, options");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    application/x-www-form-urlencoded | a=%ZZ | 415
                    application/x-www-form-urlencoded; charset=nothing | a=%ZZ&b=%FF | 415
                    multipart/form-data; boundary=x | --x\\r\\nContent-Disposition: form-data; name="%ZZ\\r\\n | 415
                    multipart/form-data | x | 415
                    application/json | {"userName":"a\\ud800","password":"b"} | 400
                    application/json | {"userName":"a\\u0000","password":"b"} | 400
                    application/json | {"userName":1e999999999,"password":"b"} | 400
                    application/json | {"userName":["a"],"password":"b"} | 400
                    application/json | [[[[[[[[[[[[[[[[[[[[[[ | 400
                    application/json; charset=utf-16 | {} | 400
                    """)
    void a_body_that_cannot_be_read_is_refused(String type, String body, int status) throws Exception {
        String header = "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n";
        isProblem(ask("POST /api/v1/session", header, body), status);
        isProblem(ask("POST /api/v1/alerts/c-1004/acknowledge", TOKEN + header, body), status);
    }

    @Test
    void half_a_character_is_no_comment() throws Exception {
        for (String body : new String[] {"{\"comment\":\"a\\ud800b\"}", "{\"comment\":\"\\udc00\"}"}) {
            String header = TOKEN + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
            isProblem(ask("POST /api/v1/alerts/c-1004/acknowledge", header, body), 400);
            isProblem(ask("POST /api/v1/registry/changes", header, body), 400);
        }
    }

    @Test
    void an_expectation_that_is_not_known_is_refused() throws Exception {
        isProblem(ask("POST /api/v1/session", "Expect: miracles\r\nContent-Length: 2\r\n", "{}"), 417);
    }
}
