package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.RegistryClient.patch;
import static io.greenpark.dashboards.api.RegistryClient.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.RegistryClient.Response;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests for a change of the registry are taken at all. */
class RegistryRequestTest {
    private static final String NOX = "xinghua-brick.stack-1.nox.limit";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static RegistryClient registry;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        registry = new RegistryClient(console);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"reason": | the body is not JSON
                    [] | the body is not a JSON object
                    {} | "reason" must say why
                    {"reason": " ", "edits": []} | "reason" must say why
                    {"reason": 5, "edits": []} | "reason" must say why
                    {"reason": "r"} | "edits" must be a list of at least one
                    {"reason": "r", "edits": []} | "edits" must be a list of at least one
                    {"reason": "r", "edits": [], "who": "me"} | the body: "who" is unknown here; allowed: reason, edits
                    {"reason": "r", "edits": [], "\\ud83d\\ude00": 1} | the body: "😀" is unknown here; allowed: reason, edits
                    {"reason": "r", "edits": [], "\\ud83d": 1} | the body
                    {"reason": "r", "reason": "s", "edits": []} | the body is not JSON: Duplicate field 'reason'
                    {"reason": "r", "edits": [5]} | edits[0] is not a JSON object
                    {"reason": "r", "edits": [{}]} | edits[0]: "kind" must be a text; give district, park
                    {"reason": "r", "edits": [{"kind": "x", "id": "a", "verb": "put"}]} | edits[0]: "kind": "x" is not allowed; give district, park
                    {"reason": "r", "edits": [{"kind": "limit", "verb": "put"}]} | edits[0]: "id" must be a text
                    {"reason": "r", "edits": [{"kind": "limit", "id": "", "verb": "put"}]} | edits[0]: "id" must have 1 to 500 characters
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a\\u0000", "verb": "put"}]} | edits[0]: "id" must have 1 to 500 characters
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a", "verb": "PUT"}]} | edits[0]: "verb": "PUT" is not allowed; give put, patch, remove
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a", "verb": "put"}]} | edits[0]: "document" must be a JSON object
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a", "verb": "remove", "document": {}}]} | edits[0]: "document" stands beside "remove"; leave it out
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a", "verb": "put", "document": {"source": "a\\u0000"}}]} | edits[0]: field "source" holds the character U+0000
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a", "verb": "put", "document": {"upper": 1e999999999}}]} | edits[0]: field "upper" is a number of more than 40 digits
                    {"reason": "r", "edits": [{"kind": "limit", "id": "a", "verb": "put", "documents": {}}]} | edits[0]: "documents" is unknown here; allowed: kind, id, verb, document
                    """)
    void a_malformed_request_is_refused_with_its_place(String body, String detail) throws Exception {
        Response response = registry.post("/changes", body);
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.detail()).startsWith(detail);
    }

    @Test
    void a_number_of_no_change_is_refused() throws Exception {
        assertThat(registry.change("\"99\"", patch("limit", NOX, "{}")).detail())
                .isEqualTo("header \"If-Match\": there is no change 99; the newest is 2");
        assertThat(registry.change("W/\"1\"", patch("limit", NOX, "{}")).detail())
                .contains("header \"If-Match\": W/\"1\" is not allowed");
    }

    @Test
    void what_is_too_large_is_refused_with_what_is_allowed() throws Exception {
        JsonObject[] many = IntStream.rangeClosed(0, ChangeRequest.MAX_EDITS)
                .mapToObj(i -> remove("limit", "l-" + i))
                .toArray(JsonObject[]::new);
        assertThat(registry.change(many).detail())
                .isEqualTo("\"edits\" has 10001 entries; a change takes at most 10000; send several changes");
        Response tooLong = registry.post("/changes", "x".repeat(ChangeRequest.MAX_BODY_BYTES + 1));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.detail()).isEqualTo("the body is larger than the 20971520 bytes allowed");
        JsonObject longSource = new JsonObject().put("source", "s".repeat(70_000));
        Response taken = registry.tryOut(patch("limit", NOX, longSource.toString()));
        assertThat(taken.status()).isEqualTo(200);
    }

    @Test
    void whoever_may_changes_the_registry_with_a_token_or_signed_in() throws Exception {
        String body = RegistryClient.request(patch("limit", NOX, "{\"upper\": \"40\"}"));
        HttpRequest.Builder stranger = registry.to("/changes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(registry.send(stranger).status()).isEqualTo(401);
        HttpRequest.Builder session = registry.to("/changes?dryRun=true")
                .header("Content-Type", "application/json")
                .header("Cookie", registry.signIn())
                .POST(BodyPublishers.ofString(body));
        assertThat(registry.send(session).status()).isEqualTo(200);
        assertThat(console.registry().service().history().newest()).isEqualTo(2);
    }

    @Test
    void the_example_of_the_manual_is_well_formed() throws Exception {
        Matcher example = Pattern.compile("<!-- registry: change -->\n```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/registry.md")));
        assertThat(example.find()).isTrue();
        Response response = registry.post("/changes?dryRun=true", example.group(1));
        assertThat(response.status()).as(response.body()).isEqualTo(422);
        assertThat(response.fault(0)).isEqualTo(": is not there, so it cannot be patched; put the whole document");
    }
}
