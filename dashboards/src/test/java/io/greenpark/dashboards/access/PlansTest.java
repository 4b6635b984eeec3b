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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarter of the board and yearly sheets, by officers, a leader and an enterprise over HTTP. */
class PlansTest {
    private static final String OWN = "lvyuan-food";

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person officer;
    private Person ofPark;
    private Person leader;
    private Person contact;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        officer = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        ofPark = Person.with(console, "sun", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        leader = Person.with(console, "chen", Set.of(Grant.everywhere(Role.LEADER)));
        contact =
                Person.with(console, "li", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN)))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static HttpResponse<String> put(Person person, String path, JsonObject body) {
        return person.ask("PUT", path, "application/json", body.encode());
    }

    private JsonObject row(Person person, String number, String period) {
        JsonObject board = new JsonObject(
                person.get("/plans/plan-now/board?area=*&period=" + period).body());
        return board.getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("number").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject values(String period, JsonObject... entries) {
        return new JsonObject()
                .put("period", period)
                .put("source", "三季度调度表")
                .put("entries", new JsonArray(List.of(entries)));
    }

    private static JsonObject value(String target, int version, String value) {
        return new JsonObject().put("target", target).put("version", version).put("value", value);
    }

    @Test
    void a_quarter_is_typed_in_one_request_and_stands_on_the_board() {
        JsonObject quarter = values(
                "2026-Q3",
                value("11", 0, "1.6"),
                value("16", 0, "3"),
                value("1", 0, "-6").put("kind", "published").put("source", "统计局快报"),
                new JsonObject()
                        .put("target", "15")
                        .put("version", 0)
                        .put("progress", "done")
                        .put("words", "已执行"));
        assertThat(put(officer, "/plans/plan-now/values", quarter).statusCode()).isEqualTo(200);
        JsonObject ratio = row(leader, "11", "2026-Q3");
        assertThat(ratio.getString("light")).isEqualTo("green");
        assertThat(ratio.getJsonObject("newest").getString("value")).isEqualTo("1.6");
        assertThat(ratio.getJsonObject("newest").getJsonObject("typed").getString("source"))
                .isEqualTo("三季度调度表");
        assertThat(row(leader, "15", "2026-Q3").getString("light")).isEqualTo("green");
        JsonObject energy = row(leader, "1", "2026-Q3").getJsonObject("newest");
        assertThat(energy.getString("origin")).isEqualTo("published");
        assertThat(energy.getJsonObject("measured").getInteger("all")).isPositive();

        HttpResponse<String> stale = put(officer, "/plans/plan-now/values", values("2026-Q3", value("11", 0, "1.7")));
        assertThat(stale.statusCode()).isEqualTo(409);
        JsonObject made = new JsonObject(
                leader.get("/plans/plan-now/targets/11?period=2026-Q3").body());
        assertThat(made.getJsonArray("steps")).hasSize(1);
        assertThat(console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                        .map(e -> e.action())
                        .toList())
                .contains("plan.values-stated");
    }

    @Test
    void only_officers_of_the_whole_district_write_and_leaders_read() {
        JsonObject quarter = values("2026-Q3", value("11", 0, "1.6"));
        for (Person other : List.of(ofPark, leader, contact)) {
            assertThat(put(other, "/plans/plan-now/values", quarter).statusCode())
                    .isEqualTo(403);
        }
        assertThat(leader.get("/plans/plan-now/board").statusCode()).isEqualTo(200);
        for (Person other : List.of(ofPark, contact)) {
            assertThat(other.get("/plans/plan-now/board").statusCode()).isEqualTo(403);
        }
        assertThat(put(leader, "/year-sheets/" + OWN + "/2024", entered()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_cannot_be_typed_is_told_with_what_is_allowed() {
        assertThat(put(officer, "/plans/plan-now/values", values("2026-Q3", value("99", 0, "1")))
                        .body())
                .contains("99");
        assertThat(put(officer, "/plans/plan-now/values", values("2027", value("11", 0, "1")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(officer, "/plans/plan-now/values", values("2026-Q3", value("11", 0, "much")))
                        .body())
                .contains("120.5");
        assertThat(put(officer, "/plans/sample-2021-2023/values", values("2022", value("11", 0, "1")))
                        .statusCode())
                .isEqualTo(409);
        assertThat(officer.get("/plans/none/board").statusCode()).isEqualTo(404);
        assertThat(officer.get("/plans/plan-now/board?period=2030").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_what_is_odd_is_asked_about_until_a_note_answers() {
        assertThat(put(officer, "/plans/plan-now/values", values("2026-Q3", value("2.1", 0, "250")))
                        .body())
                .contains("2.1", "0 to 100");
        assertThat(put(officer, "/plans/plan-now/values", values("2026-Q3", value("17.1", 0, "-4")))
                        .body())
                .contains("17.1", "not below 0");
        JsonObject sudden = value("12", 1, "5200");
        JsonObject tooMany = value("14", 0, "1200");
        HttpResponse<String> asked = put(officer, "/plans/plan-now/values", values("2026-Q3", sudden, tooMany));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("5200", "520", "2026 Q2", "1200", "listed", "note");
        HttpResponse<String> answered = put(
                officer,
                "/plans/plan-now/values",
                values("2026-Q3", sudden.put("words", "整村搬迁"), tooMany.put("words", "含上年结转")));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(row(leader, "12", "2026-Q3").getJsonObject("asked").getString("value"))
                .isEqualTo("5200");
    }

    @Test
    void a_row_says_what_its_values_can_be_and_what_they_add_to() {
        JsonObject share = row(leader, "2.1", "2026-Q3");
        assertThat(share.getString("most")).isEqualTo("100");
        JsonObject sum = row(leader, "12", "2026-Q3");
        assertThat(sum.getString("least")).isEqualTo("0");
        assertThat(sum.getString("beside")).isEqualTo("4990");
        assertThat(sum.getJsonObject("before").getString("period")).isEqualTo("2026-Q2");
        JsonObject measured = row(leader, "2.1", "2026").getJsonObject("asked").getJsonObject("measured");
        assertThat(measured.getBoolean("enough")).isTrue();
        assertThat(measured.getString("leastPercent")).isEqualTo("90");
        JsonObject list = new JsonObject(
                leader.get("/plans/plan-now/targets/22?period=2026").body());
        assertThat(list.getJsonArray("findings").getJsonObject(0).getJsonArray("checks").stream()
                        .map(c -> ((JsonObject) c).getString("what")))
                .contains("above-scale", "land-mu");
    }

    @Test
    void the_board_is_a_file_and_a_list_leads_to_each_enterprise() {
        HttpResponse<String> csv = leader.get("/plans/plan-now/board?period=2026&area=*", "text/csv");
        assertThat(csv.body()).contains("17d.2", "measured by the platform", "enterprises have data");
        JsonObject list = new JsonObject(
                leader.get("/plans/plan-now/targets/14?period=2026").body());
        List<String> verdicts = list.getJsonArray("findings").stream()
                .map(f -> ((JsonObject) f).getString("verdict"))
                .toList();
        JsonObject counted = list.getJsonArray("rows").getJsonObject(0).getJsonObject("listed");
        assertThat(verdicts.stream().filter("listed"::equals)).hasSize(counted.getInteger("listed"));
        assertThat(verdicts.stream().filter("unknown"::equals)).hasSize(counted.getInteger("unknown"));
        assertThat(list.getJsonArray("findings").toString()).contains("taxPerMuCny", "own land is missing");
    }

    @Test
    void a_plan_is_copied_and_changed_as_a_whole() {
        JsonObject copy = new JsonObject()
                .put("id", "next")
                .put("copyOf", "sample-2021-2023")
                .put("name", words())
                .put("document", words())
                .put("firstYear", 2027);
        assertThat(officer.post("/plans", copy).statusCode()).isEqualTo(200);
        assertThat(officer.post("/plans", copy).statusCode()).isEqualTo(409);
        JsonObject plan = new JsonObject(officer.get("/plans/next").body());
        JsonObject document = plan.getJsonObject("plan");
        document.getJsonArray("targets").getJsonObject(0).put("averaging", "arithmetic");
        JsonObject changed = new JsonObject().put("version", 1).put("plan", document);
        assertThat(put(officer, "/plans/next", changed).statusCode()).isEqualTo(200);
        assertThat(put(officer, "/plans/next", changed).statusCode()).isEqualTo(409);
        document.getJsonArray("targets").getJsonObject(0).put("averaging", "mean");
        assertThat(put(officer, "/plans/next", changed.put("version", 2)).body())
                .contains("targets[0].averaging", "compound");
    }

    private static JsonObject words() {
        return new JsonObject().put("zh", "规划").put("en", "plan");
    }

    private static JsonObject entered() {
        return new JsonObject()
                .put("version", 0)
                .put("source", "税务局")
                .put(
                        "figures",
                        new JsonObject().put("landMu", "12").put("taxCny", "1").put("aboveScale", true));
    }

    @Test
    void an_enterprise_sees_its_own_sheet_alone_and_confirms_it_or_objects() {
        String path = "/year-sheets/" + OWN + "/2024";
        assertThat(put(officer, path, entered()).statusCode()).isEqualTo(200);
        JsonObject own = new JsonObject(contact.get(path).body());
        assertThat(own.getJsonObject("figures").getString("taxCny")).isEqualTo("1");
        assertThat(new JsonObject(contact.get("/year-sheets?year=2024").body()).getJsonArray("rows"))
                .hasSize(1);
        assertThat(contact.get("/year-sheets/xinghua-brick/2024").body().replace("xinghua-brick", "none-such"))
                .isEqualTo(contact.get("/year-sheets/none-such/2024").body());

        JsonObject wrong = new JsonObject().put("version", 1).put("right", false);
        assertThat(contact.post(path + "/answer", wrong).statusCode()).isEqualTo(400);
        assertThat(contact.post(path + "/answer", wrong.put("words", "税收有误")).statusCode())
                .isEqualTo(200);
        assertThat(new JsonObject(officer.get(path).body()).getString("state")).isEqualTo("objected");
        assertThat(put(officer, path, entered().put("version", 2)).statusCode()).isEqualTo(200);
        assertThat(contact.post(
                                path + "/answer",
                                new JsonObject().put("version", 3).put("right", true))
                        .statusCode())
                .isEqualTo(200);
        assertThat(new JsonObject(officer.get(path).body()).getJsonArray("steps"))
                .hasSize(4);
        assertThat(put(officer, path, entered().put("version", 4).put("allowedUse", "aggregate-only"))
                        .body())
                .contains("for sums only");
    }

    @Test
    void a_table_is_taken_as_a_whole_with_its_units_or_not_at_all() {
        String path = "/year-sheets?year=2023&source=tax";
        String bad = "企业编号,税收（万元）,规上企业\nlvyuan-food,abc,是\nnone-such,1,否\n";
        JsonObject refused =
                new JsonObject(officer.ask("POST", path, "text/csv", bad).body());
        assertThat(refused.getBoolean("taken")).isFalse();
        assertThat(refused.getJsonArray("faults").toString()).contains("B2", "A3", "none-such");

        String good = "企业,税收（万元）,规上企业,自有用地\n绿源食品有限公司,120.5,是,\n";
        JsonObject dry = new JsonObject(
                officer.ask("POST", path + "&dryRun=true", "text/csv", good).body());
        assertThat(dry.getInteger("enterprises")).isEqualTo(1);
        assertThat(dry.getBoolean("taken")).isFalse();
        JsonObject taken =
                new JsonObject(officer.ask("POST", path, "text/csv", good).body());
        assertThat(taken.getBoolean("taken")).as(taken.encode()).isTrue();
        JsonObject sheet =
                new JsonObject(contact.get("/year-sheets/" + OWN + "/2023").body());
        assertThat(sheet.getJsonObject("figures").getString("taxCny")).isEqualTo("1205000");

        String exported =
                officer.get("/year-sheets?year=2023&state=entered", "text/csv").body();
        JsonObject again =
                new JsonObject(officer.ask("POST", path, "text/csv", exported).body());
        assertThat(again.getJsonArray("faults")).isEmpty();
        assertThat(new JsonObject(contact.get("/year-sheets/" + OWN + "/2023").body()).getInteger("version"))
                .isEqualTo(1);
    }
}
