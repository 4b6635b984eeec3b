package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.sheets.form.SheetKind;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Sends spreadsheets to a sample console and gets them from it. */
final class SheetClient {
    static final String REASON = "台账 2026";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Vertx VERTX = Vertx.vertx();
    private static final OpenAPIContract CONTRACT = Contract.read(VERTX);

    private final SampleConsole console;

    SheetClient(SampleConsole console) {
        this.console = console;
    }

    record Answer(int status, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(console.url("/api/v1/sheets" + path)))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN);
    }

    byte[] template(SheetKind kind) throws Exception {
        return get("/templates/" + kind.code());
    }

    byte[] export(SheetKind kind) throws Exception {
        return get("/" + kind.code());
    }

    private byte[] get(String path) throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(to(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .endsWith(".xlsx\"");
        return answer.body();
    }

    /** A preview that is answered. */
    JsonObject preview(SheetKind kind, byte[] file) throws Exception {
        Answer answer = post(kind, "/preview", file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Answer accept(SheetKind kind, byte[] file, String token) throws Exception {
        return post(
                kind, "/accept?token=" + token + "&reason=" + URLEncoder.encode(REASON, StandardCharsets.UTF_8), file);
    }

    Answer post(SheetKind kind, String path, byte[] file) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                to("/" + kind.code() + path)
                        .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .POST(BodyPublishers.ofByteArray(file))
                        .build(),
                BodyHandlers.ofString());
        Contract.check(VERTX, CONTRACT, path.startsWith("/preview") ? "previewSheet" : "acceptSheet", answer);
        return new Answer(answer.statusCode(), answer.body());
    }
}
