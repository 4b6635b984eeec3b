package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A monthly return from its first figure to the statistic, by an enterprise and an officer over HTTP. */
class ReturnsTest {
    private static final String OWN = "lvyuan-food";
    private static final String PATH = "/returns/lvyuan-food/2026-10";

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person contact;
    private Person officer;
    private Person leader;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        contact =
                Person.with(console, "li", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN)))));
        officer = Person.with(console, "wang", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        leader = Person.with(console, "chen", Set.of(Grant.everywhere(Role.LEADER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> save(Person person, String path, JsonObject body) {
        return person.ask("PUT", path, "application/json", body.encode());
    }

    private static JsonObject figures(long version, String output) {
        return new JsonObject()
                .put("version", version)
                .put("output", new JsonObject().put("value", output).put("unit", "cny-10000"))
                .put("valueAdded", new JsonObject().put("value", "160").put("unit", "cny-10000"))
                .put("products", new JsonArray())
                .put("bills", new JsonArray());
    }

    private static JsonArray answers(JsonObject told) {
        JsonArray answers = new JsonArray();
        told.getJsonArray("questions")
                .forEach(q -> answers.add(new JsonObject()
                        .put("question", ((JsonObject) q).getString("id"))
                        .put("word", "账单未到")));
        return answers;
    }

    private JsonObject line(Person person) {
        JsonObject list = new JsonObject(person.get("/returns?month=2026-10").body());
        return list.getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getJsonObject("enterprise").getString("id").equals(OWN))
                .findFirst()
                .orElseThrow();
    }

    private static final JsonObject SIGNED =
            new JsonObject().put("signer", "李娜").put("confirmed", true);

    @Test
    void an_enterprise_submits_what_an_officer_gives_back_and_then_accepts() {
        JsonObject fresh = new JsonObject(contact.get(PATH).body());
        assertThat(fresh.getString("state")).isEqualTo("NOT_BEGUN");
        assertThat(fresh.getJsonArray("prefilled")).isNotEmpty();
        assertThat(line(officer).getBoolean("late")).isTrue();

        JsonObject wrong =
                new JsonObject(save(contact, PATH, figures(0, "7200000")).body());
        assertThat(wrong.getJsonArray("questions").toString()).contains("SCALE", "万元");
        assertThat(contact.post(PATH + "/submit", SIGNED.copy().put("version", 1))
                        .statusCode())
                .isEqualTo(422);

        JsonObject right = new JsonObject(save(contact, PATH, figures(1, "720")).body());
        assertThat(right.getJsonArray("questions").toString()).doesNotContain("SCALE");
        save(contact, PATH, figures(2, "720").put("answers", answers(right)));
        HttpResponse<String> submitted =
                contact.post(PATH + "/submit", SIGNED.copy().put("version", 3));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
        assertThat(line(officer).getString("state")).isEqualTo("SUBMITTED");
        assertThat(line(officer).getString("signedBy")).isEqualTo("李娜");
        JsonObject waiting = new JsonObject(officer.get("/waiting").body());
        assertThat(waiting.getInteger("returns")).isEqualTo(1);
        assertThat(waiting.getString("oldestReturn")).isEqualTo("2026-10");

        JsonObject back = new JsonObject().put("version", 4).put("verdict", "returned");
        assertThat(officer.post(PATH + "/decision", back).statusCode()).isEqualTo(400);
        assertThat(officer.post(PATH + "/decision", back.put("words", "请补电费单")).statusCode())
                .isEqualTo(200);
        JsonObject seen = new JsonObject(contact.get(PATH).body());
        assertThat(seen.getString("words")).isEqualTo("请补电费单");
        assertThat(contact.post(PATH + "/submit", SIGNED.copy().put("version", 5))
                        .statusCode())
                .isEqualTo(200);
        JsonObject accepted = new JsonObject().put("version", 6).put("verdict", "accepted");
        assertThat(officer.post(PATH + "/decision", accepted).statusCode()).isEqualTo(200);
        assertThat(officer.post(PATH + "/decision", accepted).statusCode()).isEqualTo(409);
        assertThat(new JsonObject(officer.get("/waiting").body()).getInteger("returns"))
                .isZero();

        assertThat(console.sources().registry().current().statistic(OWN, YearMonth.of(2026, 10)))
                .hasValueSatisfying(s -> assertThat(s.outputCny()).isEqualByComparingTo("7200000"));
        List<String> actions = console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                .map(e -> e.action())
                .toList();
        assertThat(actions).contains("return.submitted", "return.given-back", "return.accepted", "registry.changed");
    }

    @Test
    void another_ones_return_is_as_absent_and_only_who_may_writes() {
        HttpResponse<String> foreign = save(contact, "/returns/xinghua-brick/2026-10", figures(0, "1"));
        HttpResponse<String> absent = save(contact, "/returns/none-such/2026-10", figures(0, "1"));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace("xinghua-brick", "none-such")).isEqualTo(absent.body());
        assertThat(save(officer, PATH, figures(0, "1")).statusCode()).isEqualTo(403);
        assertThat(save(leader, PATH, figures(0, "1")).statusCode()).isEqualTo(403);
        assertThat(contact.post(PATH + "/decision", new JsonObject().put("version", 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(leader.get(PATH).statusCode()).isEqualTo(200);
        assertThat(new JsonObject(contact.get("/returns").body()).getJsonArray("rows"))
                .hasSize(1);
    }

    @Test
    void who_is_late_is_a_file_to_be_chased_by() {
        HttpResponse<String> csv = officer.get("/returns?month=2026-10&late=true", "text/csv");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body()).contains("Lvyuan Foods", "not begun").doesNotContain("Hengda");
        JsonObject november =
                new JsonObject(officer.get("/returns?month=2026-11&late=true").body());
        assertThat(november.getJsonArray("rows")).isEmpty();
    }

    @Test
    void what_is_no_figure_is_told() {
        JsonObject words = figures(0, "much");
        assertThat(save(contact, PATH, words).statusCode()).isEqualTo(400);
        assertThat(save(contact, PATH, figures(0, "-1")).body()).contains("not below 0");
        JsonObject unit = figures(0, "1");
        unit.getJsonObject("output").put("unit", "kwh");
        assertThat(save(contact, PATH, unit).body()).contains("cny-10000");
        assertThat(save(contact, "/returns/lvyuan-food/2027-03", figures(0, "1"))
                        .statusCode())
                .isEqualTo(400);
    }
}
