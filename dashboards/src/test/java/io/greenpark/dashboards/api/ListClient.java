package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks a console's API as a script does that knows the token. */
final class ListClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final SampleConsole console;

    ListClient(SampleConsole console) {
        this.console = console;
    }

    /** The answer to a path below {@code /api/v1}. */
    JsonObject json(String path) throws Exception {
        return new JsonObject(text(path, "application/json", "zh", 200));
    }

    /** Its rows. */
    List<JsonObject> rows(String path) throws Exception {
        return json(path).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Why it is refused. */
    String refusal(String path, int status) throws Exception {
        return new JsonObject(text(path, "application/json", "zh", status)).getString("detail");
    }

    /** The list as a file that a spreadsheet reads. */
    String csv(String path, String language) throws Exception {
        return text(path, "text/csv", language, 200);
    }

    private String text(String path, String accept, String language, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                .header("Accept", accept)
                .header("Accept-Language", language)
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
