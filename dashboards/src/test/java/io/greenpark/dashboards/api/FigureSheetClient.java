package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends people's own sheets to a sample console, confirms what they mean and takes them over. */
final class FigureSheetClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Vertx VERTX = Vertx.vertx();
    private static final OpenAPIContract CONTRACT = Contract.read(VERTX);

    private final SampleConsole console;

    FigureSheetClient(SampleConsole console) {
        this.console = console;
    }

    record Answer(int status, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }
    }

    private Answer send(String operation, String method, String path, byte[] body, String type) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/figure-sheets" + path)))
                        .header("Accept-Language", "en")
                        .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
        Contract.check(VERTX, CONTRACT, operation, answer);
        return new Answer(answer.statusCode(), answer.body());
    }

    Answer file(String operation, String path, byte[] file) throws Exception {
        return send(operation, "POST", path, file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    Answer json(String operation, String method, String path, JsonObject body) throws Exception {
        return send(operation, method, path, body.encode().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    /** A preview that is answered. */
    JsonObject preview(byte[] file) throws Exception {
        return preview(file, "");
    }

    JsonObject preview(byte[] file, String query) throws Exception {
        Answer answer = file("previewFigureSheet", "/preview" + query, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Answer accept(byte[] file, JsonObject preview) throws Exception {
        return accept(file, preview, preview.getJsonArray("asked").size());
    }

    Answer accept(byte[] file, JsonObject preview, int asked) throws Exception {
        return file(
                "acceptFigureSheet",
                "/accept?token=" + preview.getString("token") + "&reason=monthly&asked=" + asked,
                file);
    }

    /** The guess of the sheet of a preview, as somebody confirms it. */
    static JsonObject guessed(JsonObject preview, String name, String use) {
        JsonObject sheet = preview.getJsonArray("sheets").getJsonObject(0);
        JsonArray columns = new JsonArray();
        each(sheet, "columns")
                .forEach(c -> columns.add(c.getJsonObject("guess").copy().put("heading", c.getString("heading"))));
        return new JsonObject()
                .put("name", name)
                .put("fingerprint", sheet.getString("fingerprint"))
                .put("source", name)
                .put("status", "provisional")
                .put("allowedUse", use)
                .put("columns", columns);
    }

    JsonObject keep(JsonObject mapping) throws Exception {
        Answer answer = json("addSheetMapping", "POST", "/mappings", mapping);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static List<JsonObject> each(JsonObject of, String list) {
        return of.getJsonArray(list).stream().map(JsonObject.class::cast).toList();
    }
}
