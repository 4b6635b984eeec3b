package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for the registry of a sample console, and changes it. */
final class RegistryClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BASE = "/api/v1/registry";

    private static final Vertx VERTX = Vertx.vertx();
    private static final OpenAPIContract CONTRACT = Contract.read(VERTX);

    private final SampleConsole console;

    RegistryClient(SampleConsole console) {
        this.console = console;
    }

    record Response(int status, @Nullable String entityTag, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }

        String detail() {
            return json().getString("detail");
        }

        /** The fate of an edit. */
        JsonObject edit(int i) {
            return json().getJsonArray("edits").getJsonObject(i);
        }

        /** The first fault of an edit. */
        String fault(int i) {
            JsonObject fault = edit(i).getJsonArray("faults").getJsonObject(0);
            return fault.getString("field") + ": " + fault.getString("message");
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(console.url(BASE + path)));
    }

    HttpRequest.Builder withToken(String path) {
        return to(path).header("Authorization", "Bearer " + SampleCredentials.TOKEN);
    }

    /** Every answer must be as the contract says. */
    private static void check(HttpRequest request, HttpResponse<String> answer) {
        Operation operation = CONTRACT.findOperation(request.uri().getRawPath(), HttpMethod.valueOf(request.method()));
        assertThat(operation).as(request.uri().toString()).isNotNull();
        Contract.check(VERTX, CONTRACT, operation.getOperationId(), answer);
    }

    Response send(HttpRequest.Builder builder) throws Exception {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        check(request, answer);
        return new Response(
                answer.statusCode(), answer.headers().firstValue("ETag").orElse(null), answer.body());
    }

    /** Signs in at the console; the session's cookie. */
    String signIn() throws Exception {
        String body = new JsonObject()
                .put("userName", SampleCredentials.USER)
                .put("password", SampleCredentials.PASSWORD)
                .toString();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/session")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    Response get(String path) throws Exception {
        return send(withToken(path));
    }

    JsonObject json(String path) throws Exception {
        Response response = get(path);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json();
    }

    Response post(String path, String body) throws Exception {
        return send(withToken(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    Response change(JsonObject... edits) throws Exception {
        return post("/changes", request(edits));
    }

    Response change(String ifMatch, JsonObject... edits) throws Exception {
        return send(withToken("/changes")
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofString(request(edits))));
    }

    Response tryOut(JsonObject... edits) throws Exception {
        return post("/changes?dryRun=true", request(edits));
    }

    /** A change that must go through; its number. */
    long done(JsonObject... edits) throws Exception {
        Response response = change(edits);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(response.json().getBoolean("applied")).isTrue();
        return response.json().getLong("change");
    }

    static String request(JsonObject... edits) {
        return new JsonObject()
                .put("reason", "permit of November")
                .put("edits", new JsonArray(List.of(edits)))
                .toString();
    }

    static JsonObject put(String kind, String id, String document) {
        return edit(kind, id, "put").put("document", new JsonObject(document));
    }

    static JsonObject patch(String kind, String id, String document) {
        return edit(kind, id, "patch").put("document", new JsonObject(document));
    }

    static JsonObject remove(String kind, String id) {
        return edit(kind, id, "remove");
    }

    private static JsonObject edit(String kind, String id, String verb) {
        return new JsonObject().put("kind", kind).put("id", id).put("verb", verb);
    }

    /** An id as it stands in a path. */
    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
