package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** Somebody at a browser of his own, which keeps cookies. */
final class Visitor {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SampleConsole console;
    private final HttpClient client;

    /** What came back. */
    record Answer(int status, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }

        JsonObject isOk() {
            assertThat(status).as(body).isEqualTo(200);
            return json();
        }
    }

    Visitor(SampleConsole console) {
        this.console = console;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    Answer get(String path) throws Exception {
        return send(to(path).GET());
    }

    Answer post(String path, JsonObject body) throws Exception {
        return send(to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    Answer patch(String path, JsonObject body) throws Exception {
        return send(to(path).header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** The bytes of a secret as apps read it. */
    static byte[] base32(String text) {
        BigInteger number = text.chars()
                .mapToObj(each -> BigInteger.valueOf(BASE_32.indexOf(each)))
                .reduce(BigInteger.ONE, (all, five) -> all.shiftLeft(5).or(five));
        byte[] withOne = number.toByteArray();
        return Arrays.copyOfRange(withOne, withOne.length - text.length() * 5 / 8, withOne.length);
    }
}
