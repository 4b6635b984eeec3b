package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.Api;
import io.greenpark.dashboards.fixture.RawHttp;
import io.greenpark.dashboards.fixture.RawHttp.Answer;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 9110 and 9112 ask of a server. */
class HttpDetailsTest {
    private static final String TOKEN = "Authorization: Bearer " + SampleCredentials.TOKEN + "\r\n";
    private static final Pattern READ =
            Pattern.compile("(?m)^  (/\\S*):$(?=(?:\\R    (?!post:|delete:).*)*?\\R    get:)");

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

    private static Answer ask(String line, String header) throws Exception {
        return RawHttp.send(
                console.port(), line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n");
    }

    private static List<String> readPaths() throws Exception {
        List<String> paths = new ArrayList<>(
                List.of("/", "/icon.svg", "/metrics", "/api/openapi.yaml", "/api/openapi.json", "/favicon.ico"));
        try (InputStream in = Api.class.getClassLoader().getResourceAsStream(Api.CONTRACT)) {
            Matcher path = READ.matcher(
                    Buffer.buffer(Objects.requireNonNull(in).readAllBytes()).toString());
            while (path.find()) {
                paths.add("/api/v1" + path.group(1).replaceAll("\\{\\w+}", "x"));
            }
        }
        return paths;
    }

    @Test
    void head_is_answered_wherever_get_is_with_the_same_header_and_no_body() throws Exception {
        assertThat(readPaths()).hasSizeGreaterThan(30);
        for (String path : readPaths()) {
            Answer get = ask("GET " + path, TOKEN);
            Answer head = ask("HEAD " + path, TOKEN);
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.body()).as(path).isEmpty();
            assertThat(type(head)).as(path).isEqualTo(type(get));
        }
        assertThat(ask("HEAD /api/v1/health/ready", "").status()).isEqualTo(200);
    }

    private static String type(Answer answer) {
        return answer.head().replaceFirst("(?s).*content-type: ([^\r]*).*", "$1");
    }

    @Test
    void a_stranger_is_told_how_to_prove_who_it_is() throws Exception {
        for (String path : List.of("/api/v1/parks", "/metrics")) {
            Answer answer = ask("GET " + path, "");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.head()).contains("www-authenticate: bearer", "content-type: application/problem+json");
        }
    }

    /** A file that the page names, of this extension. */
    private static String named(String extension) throws Exception {
        Matcher name = Pattern.compile("/a/[\\w-]+\\." + extension)
                .matcher(ask("GET /", "").body());
        assertThat(name.find()).as(extension).isTrue();
        return name.group();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -                              | -
                    gzip                           | gzip
                    br                             | br
                    gzip, deflate, br, zstd        | br
                    BR;q=0.5, gzip                 | gzip
                    br;q=0, gzip;q=0.001           | gzip
                    br;q=0, gzip;q=0               | -
                    *                              | br
                    *;q=0                          | -
                    identity, *;q=0                | -
                    identity;q=0.5, gzip           | gzip
                    """)
    void files_are_sent_as_small_as_the_client_takes_them(String accepted, String sent) throws Exception {
        Answer answer = ask("GET " + named("js"), accepted == null ? "" : "Accept-Encoding: " + accepted + "\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("vary: accept-encoding");
        if (sent == null) {
            assertThat(answer.head()).doesNotContain("content-encoding");
        } else {
            assertThat(answer.head()).contains("content-encoding: " + sent);
        }
        assertThat(tag(answer)).isEqualTo(tag(ask("GET " + named("js"), "")));
    }

    private static String tag(Answer answer) {
        return answer.head().replaceFirst("(?s).*etag: ([^\r]*).*", "$1");
    }

    @Test
    void other_answers_vary_with_the_encoding_that_is_accepted() throws Exception {
        assertThat(ask("GET /icon.svg", "").head()).contains("vary: accept-encoding");
        assertThat(ask("GET /api/v1/health", "").head()).contains("vary: accept-encoding");
        assertThat(ask("GET /api/v1/parks", TOKEN + "Accept-Encoding: gzip\r\n").head())
                .contains("content-encoding: gzip");
    }

    @Test
    void files_with_a_hash_in_their_name_are_kept_for_good_and_the_page_is_asked_for_again() throws Exception {
        for (String extension : List.of("js", "css", "svg")) {
            assertThat(ask("GET " + named(extension), "").head())
                    .as(extension)
                    .contains("cache-control: public, max-age=31536000, immutable");
        }
        for (String path : List.of("/", "/index.html", "/icon.svg", "/favicon.ico")) {
            assertThat(ask("GET " + path, "").head()).as(path).contains("cache-control: no-cache");
        }
    }

    @Test
    void names_of_a_former_version_are_gone() throws Exception {
        String former = named("js").replaceFirst("-\\w+\\.js", "-AAAAAAAA.js");
        Answer answer = ask("GET " + former, "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.head()).doesNotContain("immutable").contains("application/problem+json");
    }

    @Test
    void a_file_that_a_client_has_is_not_sent_again() throws Exception {
        for (String path : List.of("/", named("js"))) {
            String tag = tag(ask("GET " + path, ""));
            assertThat(tag).startsWith("w/\"");
            String opaque = tag.substring(2);
            for (String has :
                    List.of(tag.replace("w/", "W/"), opaque, "\"x\", W/" + opaque, "*", "W/\"x\",\"y\" , " + opaque)) {
                Answer answer = ask("GET " + path, "Accept-Encoding: br\r\nIf-None-Match: " + has + "\r\n");
                assertThat(answer.status()).as(has).isEqualTo(304);
                assertThat(answer.head()).contains("vary: accept-encoding", "cache-control: ", "etag: " + tag);
            }
            assertThat(ask("GET " + path, "If-None-Match: \"x\"\r\n").status()).isEqualTo(200);
        }
    }

    @Test
    void nothing_is_answered_after_a_request_with_an_unclear_length_or_chunks() throws Exception {
        String smuggled = "GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n";
        String head = "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
        for (String lengths : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")) {
            Answer both = RawHttp.send(console.port(), head + lengths + "\r\n0\r\n\r\n" + smuggled);
            assertThat(both.statuses()).as(both.text()).containsExactly(400);
        }
        for (String length : List.of(" " + "0".repeat(25) + "5", " ".repeat(200) + "5")) {
            Answer padded =
                    RawHttp.send(console.port(), head + "Content-Length:" + length + "\r\n\r\na\n\na\n" + smuggled);
            assertThat(padded.statuses()).as(padded.text()).containsExactly(400);
            assertThat(padded.body()).contains("1 to 18 digits");
        }
        Answer chunked = RawHttp.send(
                console.port(), head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + smuggled);
        assertThat(chunked.statuses()).containsExactly(400);
        assertThat(chunked.head()).contains("connection: close");
    }

    @Test
    void requests_one_after_the_other_are_answered_on_one_connection() throws Exception {
        String body = "{\"userName\":\"a\",\"password\":5}";
        String post = "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        String get = "GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n";
        String last = "GET /api/v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.send(console.port(), post + get + post + last).statuses())
                .containsExactly(400, 200, 400, 200);
    }

    @Test
    void requests_far_ahead_of_their_answers_end_the_connection() throws Exception {
        String get = "GET /api/v1/health/live HTTP/1.1\r\nHost: a\r\n\r\n";
        List<Integer> few = RawHttp.send(
                        console.port(), get.repeat(40) + get.replace("Host: a", "Host: a\r\nConnection: close"))
                .statuses();
        assertThat(few).hasSize(41).containsOnly(200);
        List<Integer> many = RawHttp.send(console.port(), get.repeat(50_000)).statuses();
        assertThat(many.size()).isLessThan(50_000);
    }

    @Test
    void only_http_1_is_spoken() throws Exception {
        Answer prior = RawHttp.send(console.port(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(prior.status()).isNotEqualTo(101).isLessThan(500);
        Answer upgrade = ask("GET /api/v1/health", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n");
        assertThat(upgrade.status()).isEqualTo(200);
    }

    @Test
    void an_absolute_address_is_that_of_this_server() throws Exception {
        assertThat(ask("GET http://localhost/api/v1/health", "").status()).isEqualTo(200);
    }
}
