package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.RegistryClient.encoded;
import static io.greenpark.dashboards.api.RegistryClient.patch;
import static io.greenpark.dashboards.api.RegistryClient.put;
import static io.greenpark.dashboards.api.RegistryClient.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.RegistryClient.Response;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryDocumentsTest {
    private static final String NOX = "xinghua-brick.stack-1.nox.limit";

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

    private void at(String time) {
        console.registry().clock().set(Instant.parse(time));
    }

    @Test
    void the_documents_of_a_kind_come_in_pages_by_id() throws Exception {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = registry.json("/enterprise?limit=5&after=" + encoded(after));
            page.getJsonArray("documents").forEach(d -> ids.add(((JsonObject) d).getString("id")));
            after = page.getString("next");
        } while (after != null);
        assertThat(ids).hasSize(12).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_document_is_told_with_its_change() throws Exception {
        registry.done(patch("limit", NOX, "{\"upper\": \"45\"}"));
        registry.done(remove("target", "target-fucun"));
        Response response = registry.get("/limit/" + NOX);
        assertThat(response.entityTag()).isEqualTo("\"3\"");
        assertThat(response.json().getLong("change")).isEqualTo(3);
        assertThat(response.json().getJsonObject("asOf").getLong("change")).isEqualTo(4);
        assertThat(response.json().getJsonObject("document").getString("upper")).isEqualTo("45");
    }

    @Test
    void every_version_says_who_made_it_when_why_and_what_it_changed() throws Exception {
        at("2026-11-21T02:00:00Z");
        registry.done(patch("limit", NOX, "{\"upper\": \"45\", \"source\": \"new permit\"}"));
        at("2026-11-22T02:00:00Z");
        registry.done(remove("limit", NOX));
        JsonArray versions = registry.json("/limit/" + NOX + "/versions").getJsonArray("versions");
        assertThat(versions.stream().map(v -> ((JsonObject) v).getString("outcome")))
                .containsExactly("REMOVED", "CHANGED", "ADDED");
        assertThat(versions.getJsonObject(0).getValue("document")).isNull();
        JsonObject changed = versions.getJsonObject(1);
        assertThat(changed.getJsonArray("fields")).containsExactly("source", "upper");
        assertThat(changed.getString("who")).isEqualTo("api");
        assertThat(changed.getString("committedAt")).isEqualTo("2026-11-21T10:00:00+08:00");
        assertThat(versions.getJsonObject(2).getString("source")).isEqualTo("UPGRADE");

        JsonObject page = registry.json("/limit/" + NOX + "/versions?limit=1");
        assertThat(page.getLong("next")).isEqualTo(4);
        assertThat(registry.json("/limit/" + NOX + "/versions?before=4").getJsonArray("versions"))
                .hasSize(2);
        assertThat(registry.get("/limit/" + NOX).detail()).contains("is not in the registry, but was at another time");
        assertThat(registry.get("/limit/nobody/versions").status()).isEqualTo(404);
    }

    @Test
    void a_limit_a_ratio_and_a_statistic_are_as_known_before_and_after_an_edit() throws Exception {
        String point = "steel-plant.electricity";
        at("2026-11-22T04:00:00Z");
        registry.done(
                patch("limit", NOX, "{\"upper\": \"45\"}"),
                patch("point", point, "{\"facts\": {\"2026-11-01T00:00:00Z\": " + facts(point, "80") + "}}"),
                patch("statistic", "steel-plant:2026-01", "{\"ivaCny\": \"1700000\"}"));
        for (String kindAndId : List.of("limit/" + NOX, "point/" + point, "statistic/steel-plant:2026-01")) {
            JsonObject before = registry.json("/" + kindAndId + "?asKnownOn=2026-11-21");
            JsonObject after = registry.json("/" + kindAndId + "?asKnownOn=2026-11-22");
            assertThat(before.getLong("change")).as(kindAndId).isEqualTo(1);
            assertThat(after.getLong("change")).as(kindAndId).isEqualTo(3);
            assertThat(before.getJsonObject("document")).isNotEqualTo(after.getJsonObject("document"));
            assertThat(after.getJsonObject("document"))
                    .isEqualTo(registry.json("/" + kindAndId).getJsonObject("document"));
        }
        JsonObject before = registry.json("/limit/" + NOX + "?asKnownOn=2026-11-21");
        assertThat(before.getJsonObject("document").getString("upper")).isEqualTo("50");
        assertThat(before.getJsonObject("asOf").getString("asKnownOn")).isEqualTo("2026-11-21");
        assertThat(before.getJsonObject("asOf").getString("zone")).isEqualTo("Asia/Shanghai");
        assertThat(before.getJsonObject("asOf").getLong("change")).isEqualTo(2);
    }

    private String facts(String point, String ratio) throws Exception {
        return registry.json("/point/" + point).getJsonObject("document").getJsonObject("facts").stream()
                .map(e -> ((JsonObject) e.getValue()).copy())
                .findFirst()
                .orElseThrow()
                .put("ratio", ratio)
                .put("ratioApplied", false)
                .toString();
    }

    @Test
    void a_day_ends_with_midnight_in_the_zone_of_the_documents_park() throws Exception {
        registry.done(
                put("park", "west", "{\"name\": {\"zh\": \"西\", \"en\": \"West\"}, \"zone\": \"Asia/Urumqi\"}"),
                put("enterprise", "west-mill", """
                        {"name": {"zh": "西厂", "en": "West mill"}, "park": "west", "industry": "steel"}"""));
        // 23:30 in Urumqi, 01:30 of the next day in Shanghai.
        at("2026-11-21T17:30:00Z");
        registry.done(
                patch("enterprise", "west-mill", "{\"polluting\": true}"), patch("limit", NOX, "{\"upper\": \"45\"}"));
        JsonObject west = registry.json("/enterprise/west-mill?asKnownOn=2026-11-21");
        assertThat(west.getJsonObject("document").getBoolean("polluting")).isTrue();
        assertThat(west.getJsonObject("asOf").getString("zone")).isEqualTo("Asia/Urumqi");
        JsonObject east = registry.json("/limit/" + NOX + "?asKnownOn=2026-11-21");
        assertThat(east.getJsonObject("document").getString("upper")).isEqualTo("50");
        assertThat(registry.json("/gateway/gateway-fucun-1?asKnownOn=2026-11-21")
                        .getJsonObject("asOf")
                        .getString("zone"))
                .isEqualTo("Asia/Shanghai");
    }

    @Test
    void a_change_at_midnight_belongs_to_the_day_that_begins() throws Exception {
        at("2026-11-21T16:00:00Z");
        registry.done(patch("limit", NOX, "{\"upper\": \"45\"}"));
        assertThat(registry.json("/limit/" + NOX + "?asKnownOn=2026-11-21").getLong("change"))
                .isEqualTo(1);
        assertThat(registry.json("/limit/" + NOX + "?asKnownOn=2026-11-22").getLong("change"))
                .isEqualTo(3);
    }

    @Test
    void all_documents_of_a_kind_are_as_known_on_a_day() throws Exception {
        at("2026-11-22T04:00:00Z");
        registry.done(remove("target", "target-fucun"));
        JsonObject before = registry.json("/target?asKnownOn=2026-11-21");
        assertThat(before.getJsonArray("documents")).hasSize(15);
        assertThat(before.getJsonObject("asOf").getLong("change")).isEqualTo(2);
        assertThat(registry.json("/target").getJsonArray("documents")).hasSize(14);
        assertThat(registry.json("/target/target-fucun?asKnownOn=2026-11-21").getLong("change"))
                .isEqualTo(1);
        assertThat(registry.json("/target?asKnownOn=2026-11-01").getJsonArray("documents"))
                .isEmpty();
        assertThat(registry.get("/target/target-fucun?asKnownOn=2026-11-01").detail())
                .contains("as known on 2026-11-01 (no change was committed before that day's end in Asia/Shanghai)");
        assertThat(registry.get("/target?asKnownOn=yesterday").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李工", "李 工", "100% 值班+夜班", "a/b?c#d", "\"q\" & {x}", ".."})
    void an_id_may_hold_any_character(String name) throws Exception {
        String id = "enterprise:steel-plant:" + name;
        registry.done(put(
                "contact",
                id,
                new JsonObject()
                        .put("scope", "enterprise")
                        .put("subject", "steel-plant")
                        .put("name", name)
                        .put("email", "li@example.org")
                        .toString()));
        JsonObject contact = registry.json("/contact/" + encoded(id));
        assertThat(contact.getString("id")).isEqualTo(id);
        assertThat(contact.getJsonObject("document").getString("name")).isEqualTo(name);
        assertThat(registry.json("/contact/" + encoded(id) + "/versions").getJsonArray("versions"))
                .hasSize(1);
    }

    @Test
    void an_unknown_kind_or_id_is_refused_with_what_there_is() throws Exception {
        Response kind = registry.get("/meter");
        assertThat(kind.status()).isEqualTo(404);
        assertThat(kind.detail())
                .isEqualTo(
                        "the registry has no documents of kind \"meter\"; it has district, park, enterprise, contact,"
                                + " outlet, gateway, device, point, statistic, bill, coefficient-set, target, limit, closing");
        assertThat(registry.get("/limit/nobody").detail())
                .isEqualTo("limit \"nobody\" is not in the registry; /api/v1/registry/limit lists those that are");
    }
}
