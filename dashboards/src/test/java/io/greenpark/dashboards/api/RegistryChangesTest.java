package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.RegistryClient.patch;
import static io.greenpark.dashboards.api.RegistryClient.put;
import static io.greenpark.dashboards.api.RegistryClient.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.RegistryClient.Response;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Limit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
