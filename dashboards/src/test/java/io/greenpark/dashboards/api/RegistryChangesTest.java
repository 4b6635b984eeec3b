package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.RegistryClient.patch;
import static io.greenpark.dashboards.api.RegistryClient.put;
import static io.greenpark.dashboards.api.RegistryClient.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.RegistryClient.Response;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.park.registry.Limit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryChangesTest {
    private static final String NOX = "xinghua-brick.stack-1.nox.limit";
    private static final String SO2 = "xinghua-brick.stack-1.so2.limit";

    @TempDir
    Path dir;

    private SampleConsole console;
    private RegistryClient registry;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        registry = new RegistryClient(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private Limit limit(String id) {
        return console.registry().service().current().facts().limits().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_change_is_in_force_when_answered_and_kept_with_who_and_why() throws Exception {
        console.registry().clock().advance(Duration.ofHours(1));
        Response response = registry.change(patch("limit", NOX, "{\"upper\": 45.10}"));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(response.entityTag()).isEqualTo("\"3\"");
        assertThat(response.json().getLong("change")).isEqualTo(3);
        assertThat(response.json().getBoolean("applied")).isTrue();
        assertThat(response.edit(0).getString("outcome")).isEqualTo("CHANGED");
        assertThat(response.edit(0).getJsonArray("fields")).containsExactly("upper");
        assertThat(limit(NOX).upper()).isEqualByComparingTo("45.1");

        JsonObject newest = registry.json("/changes").getJsonArray("changes").getJsonObject(0);
        assertThat(newest.getLong("change")).isEqualTo(3);
        assertThat(newest.getString("who")).isEqualTo("api");
        assertThat(newest.getString("source")).isEqualTo("API");
        assertThat(newest.getString("reason")).isEqualTo("permit of November");
        assertThat(newest.getString("committedAt")).isEqualTo("2026-11-20T11:00:00+08:00");
    }

    @Test
    void every_edit_has_its_fate_in_order() throws Exception {
        registry.done(put("target", "t-park", target("park", "fucun", 2029)));
        Response response = registry.change(
                put("target", "t-new", target("enterprise", "huamei-ham", 2026)),
                patch("limit", NOX, "{\"confirmed\": false, \"lower\": null}"),
                patch("limit", SO2, "{\"confirmed\": true}"),
                remove("target", "t-park"));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(IntStream.range(0, 4).mapToObj(i -> response.edit(i).getString("outcome")))
                .containsExactly("ADDED", "CHANGED", "UNCHANGED", "REMOVED");
        assertThat(response.edit(1).getJsonArray("fields")).containsExactly("confirmed");
        assertThat(limit(NOX).confirmed()).isFalse();
    }

    private static String target(String scope, String subject, int year) {
        return """
                {"scope": "%s", "subject": "%s", "yearlyChangePercent": "-4", "baseYear": 2025, "fromYear": %d,
                 "toYear": %d, "basis": "equivalent", "source": "plan"}""".formatted(scope, subject, year, year);
    }

    @Test
    void references_may_come_in_any_order() throws Exception {
        registry.done(put("enterprise", "new-mill", """
                        {"name": {"zh": "新厂", "en": "New mill"}, "park": "new-park", "industry": "steel"}"""), put("park", "new-park", """
                        {"name": {"zh": "新园区", "en": "New park"}, "zone": "Asia/Shanghai"}"""));
        assertThat(console.registry().service().current().enterprise("new-mill"))
                .hasValueSatisfying(e -> assertThat(e.parkId()).isEqualTo("new-park"));
    }

    @Test
    void a_dry_run_tells_every_fate_and_does_nothing() throws Exception {
        Response response = registry.tryOut(patch("limit", NOX, "{\"upper\": \"40\"}"), remove("limit", SO2));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().getBoolean("applied")).isFalse();
        assertThat(response.json().getBoolean("dryRun")).isTrue();
        assertThat(response.json().getLong("change")).isEqualTo(2);
        assertThat(response.edit(0).getJsonArray("fields")).containsExactly("upper");
        assertThat(response.edit(1).getString("outcome")).isEqualTo("REMOVED");
        assertThat(limit(NOX).upper()).isEqualByComparingTo("50");
        assertThat(registry.json("/changes").getJsonArray("changes")).hasSize(2);
        assertThat(registry.tryOut(patch("limit", NOX, "{\"upper\": \"x\"}")).status())
                .isEqualTo(422);
    }

    @Test
    void one_refused_edit_refuses_all_and_says_which_field_and_why() throws Exception {
        Response response = registry.change(
                patch("limit", NOX, "{\"upper\": \"40\"}"), patch("limit", SO2, "{\"upper\": \"forty\"}"));
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.json().getBoolean("applied")).isFalse();
        assertThat(response.edit(0).getString("outcome")).isEqualTo("CHANGED");
        assertThat(response.edit(1).getString("outcome")).isEqualTo("REFUSED");
        assertThat(response.fault(1))
                .isEqualTo("upper: \"forty\" is not allowed; accepted: a decimal number, e.g. 12.5");
        assertThat(limit(NOX).upper()).isEqualByComparingTo("50");
    }

    @Test
    void faults_that_an_edit_makes_in_other_documents_are_told() throws Exception {
        Response response = registry.change(remove("park", "fucun"));
        assertThat(response.status()).isEqualTo(422);
        JsonArray others = response.json().getJsonArray("others");
        assertThat(others).isNotEmpty();
        assertThat(others.stream().map(o -> ((JsonObject) o).getString("kind"))).contains("enterprise");
    }

    @Test
    void a_document_that_changed_after_what_the_editor_saw_is_a_conflict() throws Exception {
        String seen = registry.get("/limit/" + NOX).entityTag();
        assertThat(seen).isEqualTo("\"1\"");
        registry.done(patch("limit", NOX, "{\"upper\": \"45\"}"));
        Response response = registry.change(
                seen, patch("limit", NOX, "{\"upper\": \"60\"}"), patch("limit", SO2, "{\"upper\": \"30\"}"));
        assertThat(response.status()).isEqualTo(412);
        assertThat(response.edit(0).getString("outcome")).isEqualTo("CONFLICT");
        assertThat(response.edit(1).getString("outcome")).isEqualTo("CHANGED");
        assertThat(limit(NOX).upper()).isEqualByComparingTo("45");
        assertThat(limit(SO2).upper()).isEqualByComparingTo("35");

        assertThat(registry.change(seen, patch("limit", SO2, "{\"upper\": \"30\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(registry.change("*", patch("limit", NOX, "{\"upper\": \"60\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(registry.change(
                                registry.get("/limit/" + NOX).entityTag(), patch("limit", NOX, "{\"upper\": \"61\"}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_number_of_no_change_is_refused() throws Exception {
        assertThat(registry.change("\"99\"", patch("limit", NOX, "{}")).detail())
                .isEqualTo("header \"If-Match\": there is no change 99; the newest is 2");
        assertThat(registry.change("W/\"1\"", patch("limit", NOX, "{}")).detail())
                .contains("header \"If-Match\": W/\"1\" is not allowed");
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
    void what_is_too_large_is_refused_with_what_is_allowed() throws Exception {
        JsonObject[] many = IntStream.rangeClosed(0, ChangeRequest.MAX_EDITS)
                .mapToObj(i -> remove("limit", "l-" + i))
                .toArray(JsonObject[]::new);
        assertThat(registry.change(many).detail())
                .isEqualTo("\"edits\" has 10001 entries; a change takes at most 10000; send several changes");
        Response tooLong = registry.post("/changes", "x".repeat(ChangeRequest.MAX_BODY_BYTES + 1));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.detail()).isEqualTo("the body is larger than the 20971520 bytes allowed");
        Response long70k = registry.change(put("target", "t-long", target("park", "fucun", 2029))
                .put("id", "t-long")
                .put("document", new JsonObject(target("park", "fucun", 2029)).put("source", "s".repeat(70_000))));
        assertThat(long70k.status()).isEqualTo(200);
    }

    @Test
    void only_the_token_changes_the_registry() throws Exception {
        String body = RegistryClient.request(patch("limit", NOX, "{\"upper\": \"40\"}"));
        HttpRequest.Builder stranger = registry.to("/changes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(registry.send(stranger).status()).isEqualTo(401);
        HttpRequest.Builder session = registry.to("/changes")
                .header("Content-Type", "application/json")
                .header("Cookie", signIn())
                .POST(BodyPublishers.ofString(body));
        Response refused = registry.send(session);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail()).contains("with the token only, until there are accounts");
        assertThat(registry.send(registry.to("/changes").header("Cookie", signIn()))
                        .status())
                .isEqualTo(200);
        assertThat(limit(NOX).upper()).isEqualByComparingTo("50");
    }

    private String signIn() throws Exception {
        String body = new JsonObject()
                .put("userName", SampleCredentials.USER)
                .put("password", SampleCredentials.PASSWORD)
                .toString();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(console.url("/api/v1/session")))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void changes_and_their_documents_come_in_pages() throws Exception {
        for (int upper : List.of(41, 42, 43)) {
            registry.done(
                    patch("limit", NOX, "{\"upper\": \"" + upper + "\"}"),
                    patch("limit", SO2, "{\"upper\": \"" + upper + "\"}"),
                    remove(
                            "target",
                            "target-" + List.of("fucun", "xiaoshun", "caozhai").get(upper - 41)));
        }
        JsonObject first = registry.json("/changes?limit=3");
        assertThat(numbers(first)).containsExactly(5L, 4L, 3L);
        assertThat(numbers(registry.json("/changes?limit=3&before=" + first.getLong("next"))))
                .containsExactly(2L, 1L);

        JsonObject page = registry.json("/changes/4?limit=2");
        assertThat(page.getString("reason")).isEqualTo("permit of November");
        assertThat(page.getJsonArray("documents")).hasSize(2);
        JsonObject nox = page.getJsonArray("documents").getJsonObject(0);
        assertThat(nox.getString("id")).isEqualTo(NOX);
        assertThat(nox.getJsonArray("fields")).containsExactly("upper");
        assertThat(nox.getJsonObject("document").getString("upper")).isEqualTo("42");
        JsonArray rest = registry.json("/changes/4?limit=2&after=" + RegistryClient.encoded(page.getString("next")))
                .getJsonArray("documents");
        assertThat(rest).hasSize(1);
        assertThat(rest.getJsonObject(0).getString("outcome")).isEqualTo("REMOVED");
        assertThat(rest.getJsonObject(0).getValue("document")).isNull();
        assertThat(registry.get("/changes/9").detail()).contains("there is no change \"9\"; the newest is 5");
        assertThat(registry.get("/changes/4?after=x").detail()).contains("parameter \"after\": \"x\" is not allowed");
    }

    private static List<Long> numbers(JsonObject page) {
        return page.getJsonArray("changes").stream()
                .map(c -> ((JsonObject) c).getLong("change"))
                .toList();
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
