package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clean production over HTTP: a list with two signatures, an audit entered step by step, and who is told what of it. */
class CleanProductionTest {
    private static final String OWN = "lvyuan-food";
    private static final String DECISION = "/clean-production-lists/1/decision";
    private static final JsonObject APPROVED = new JsonObject().put("verdict", "approved");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PATH = "/clean-production/lvyuan-food";

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person contact;
    private Person officer;
    private String second;
    private Person ofPark;
    private Person leader;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        SampleAttachments.ofEveryEnterprise(console);
        contact =
                Person.with(console, "li", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN)))));
        officer = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        second = signedIn("zhao");
        ofPark = Person.with(console, "qian", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        leader = Person.with(console, "chen", Set.of(Grant.everywhere(Role.LEADER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    /** An officer of the whole who is signed in. */
    private String signedIn(String name) throws Exception {
        console.identities()
                .accounts()
                .create(
                        name,
                        new UserAccount.Person(name, null, null),
                        Set.of(Grant.everywhere(Role.OFFICER)),
                        Viewer.ofAll("admin"));
        console.identities().accounts().choose(name, "three calm herons");
        JsonObject password = new JsonObject().put("userName", name).put("password", "three calm herons");
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1/session")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(password.encode()))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
    }

    /** The second signature, by somebody who is signed in. */
    private HttpResponse<String> sign(String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + DECISION)))
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(APPROVED.encode()))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject paper(String number) {
        return new JsonObject()
                .put("document", new JsonObject().put("number", number).put("authority", "生态环境分局"));
    }

    private static JsonObject list(String... enterprises) {
        return paper("金政办〔2026〕12 号")
                .put("approvedOn", "2026-10-20")
                .put("validFrom", "2026-11-01")
                .put("reason", "首次")
                .put("enterprises", new JsonArray(List.of(enterprises)));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject listed(String day) {
        return paper("金环〔2026〕9 号")
                .put("version", 0)
                .put("step", "listed")
                .put("day", day)
                .put("register", "mandatory")
                .put("reasons", new JsonArray().add("toxic"));
    }

    private List<String> recorded(String who) {
        return console.sources().audit().page(AuditFilter.ALL.by(who), Long.MAX_VALUE, 100).stream()
                .map(entry -> entry.action())
                .toList();
    }

    @Test
    void a_list_needs_the_whole_district_a_document_and_a_second_person() throws Exception {
        assertThat(ofPark.post("/clean-production-lists", list(OWN)).statusCode())
                .isEqualTo(403);
        JsonObject without = list(OWN);
        without.remove("document");
        assertThat(officer.post("/clean-production-lists", without).body()).contains("document");
        JsonObject proposed = json(officer.post("/clean-production-lists", list(OWN, "hengda-tools")));
        assertThat(proposed.getBoolean("mayDecide")).isFalse();
        assertThat(officer.post(DECISION, APPROVED).body()).contains("not for keys of programs");
        assertThat(json(leader.get("/clean-production")).getInteger("count")).isZero();
        assertThat(json(sign(second)).getString("decidedBy")).isEqualTo("zhao");
        assertThat(sign(second).statusCode()).isEqualTo(409);
        assertThat(json(leader.get("/clean-production")).getInteger("count")).isEqualTo(2);
        assertThat(json(contact.get("/clean-production")).getInteger("count")).isEqualTo(1);
        JsonObject change = list(OWN).put("basedOn", 1).put("validFrom", "2026-11-20");
        assertThat(officer.post("/clean-production-lists", change).body()).contains("hengda-tools");
        JsonArray left = new JsonArray()
                .add(new JsonObject().put("enterprise", "hengda-tools").put("why", "关停"));
        json(officer.post("/clean-production-lists", change.put("left", left)));
        assertThat(leader.get("/clean-production-lists").body()).contains("关停");
        assertThat(contact.get("/clean-production-lists").statusCode()).isEqualTo(403);
        assertThat(recorded("zhao")).contains("clean-list.approved");
    }

    @Test
    void an_officer_enters_steps_that_the_enterprise_reads_with_their_terms_and_not_who_did() {
        assertThat(contact.post(PATH + "/entries", listed("2026-10-20")).statusCode())
                .isEqualTo(403);
        assertThat(leader.post(PATH + "/entries", listed("2026-10-20")).statusCode())
                .isEqualTo(403);
        JsonObject without = listed("2026-10-20");
        without.remove("document");
        assertThat(ofPark.post(PATH + "/entries", without).statusCode()).isEqualTo(422);
        JsonObject now = json(ofPark.post(PATH + "/entries", listed("2026-10-20")));
        assertThat(now.getString("state")).isEqualTo("RUNNING");
        String who = now.getJsonArray("entries")
                .getJsonObject(0)
                .getJsonObject("who")
                .getString("zh");
        assertThat(who).startsWith("key-");
        assertThat(ofPark.post(PATH + "/entries", listed("2026-10-20")).statusCode())
                .isEqualTo(409);

        JsonObject seen = json(contact.get(PATH));
        assertThat(seen.getJsonArray("entries")
                        .getJsonObject(0)
                        .getJsonObject("who")
                        .getString("zh"))
                .isEqualTo("主管部门");
        assertThat(seen.encode()).doesNotContain(who);
        JsonObject first = seen.getJsonArray("deadlines").getJsonObject(0);
        assertThat(first.getString("step")).isEqualTo("published");
        assertThat(first.getString("dueOn")).isEqualTo("2026-11-20");
        assertThat(first.getBoolean("overdue")).isTrue();
        assertThat(first.getJsonObject("term").getJsonObject("source").getString("zh"))
                .contains("一个月");
        assertThat(first.getJsonObject("term").getBoolean("confirmed")).isFalse();

        JsonObject undo = new JsonObject().put("version", 1).put("undoes", 1);
        assertThat(ofPark.post(PATH + "/entries", undo).body()).contains("word");
        JsonObject undone = json(ofPark.post(PATH + "/entries", undo.put("word", "日期有误")));
        assertThat(undone.getJsonArray("rounds")).isEmpty();
        assertThat(undone.getJsonArray("entries")).hasSize(2);
        assertThat(recorded(who)).contains("clean-step.entered", "clean-step.taken-back");
    }

    @Test
    void a_file_is_of_the_enterprise_that_it_is_named_for() {
        JsonObject entry = listed("2026-10-20");
        entry.getJsonObject("document").put("attachment", SampleAttachments.photoOf("hengda-tools"));
        assertThat(ofPark.post(PATH + "/entries", entry).statusCode()).isEqualTo(400);
        entry.getJsonObject("document").put("attachment", SampleAttachments.photoOf(OWN));
        assertThat(json(ofPark.post(PATH + "/entries", entry)).encode()).contains(SampleAttachments.photoOf(OWN));
    }

    @Test
    void an_order_needs_its_document_and_is_read_by_the_enterprise() {
        JsonObject order =
                new JsonObject().put("version", 0).put("kind", "stop").put("day", "2026-11-02");
        assertThat(ofPark.post(PATH + "/orders", order).statusCode()).isEqualTo(400);
        json(ofPark.post(PATH + "/orders", order.mergeIn(paper("金环停〔2026〕1 号"))));
        JsonObject read = json(contact.get(PATH)).getJsonArray("orders").getJsonObject(0);
        assertThat(read.getString("kind")).isEqualTo("stop");
        assertThat(read.getJsonObject("document").getString("number")).isEqualTo("金环停〔2026〕1 号");
        JsonObject lift = paper("金环解〔2026〕1 号")
                .put("version", 1)
                .put("kind", "lift")
                .put("lifts", 1)
                .put("day", "2026-11-10");
        JsonArray orders = json(ofPark.post(PATH + "/orders", lift)).getJsonArray("orders");
        assertThat(orders.getJsonObject(1).getString("state")).isEqualTo("lifted");
    }

    @Test
    void the_next_step_is_somebodys_who_sees_the_enterprise() {
        json(ofPark.post(PATH + "/entries", listed("2026-10-20")));
        Person.with(console, "sun", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")))));
        assertThat(ofPark.post(PATH + "/owner", new JsonObject().put("to", "sun"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ofPark.post(PATH + "/owner", new JsonObject().put("to", "li"))
                        .statusCode())
                .isEqualTo(400);
        JsonObject owned = json(ofPark.post(PATH + "/owner", new JsonObject().put("to", "qian")));
        assertThat(owned.getJsonObject("owner").getString("account")).isEqualTo("qian");
        assertThat(json(contact.get(PATH)).getJsonObject("owner").getString("account"))
                .isNull();
        json(ofPark.post(PATH + "/owner", new JsonObject().put("office", "园区环保科")));
        assertThat(json(contact.get(PATH))
                        .getJsonObject("owner")
                        .getJsonObject("words")
                        .getString("zh"))
                .isEqualTo("园区环保科");
    }

    @Test
    void candidates_are_of_the_authority_until_somebody_lists_them() {
        JsonObject why = new JsonObject().put("word", "连续两年超许可量").put("reasons", new JsonArray().add("over-total"));
        json(ofPark.post(PATH + "/proposals", why));
        assertThat(contact.get("/clean-production-candidates").statusCode()).isEqualTo(403);
        assertThat(contact.get(PATH).body()).doesNotContain("over-total", "超许可量");
        assertThat(leader.get("/clean-production-candidates").body()).contains("连续两年超许可量");
        json(ofPark.post(PATH + "/entries", listed("2026-10-20")));
        assertThat(json(leader.get("/clean-production-candidates")).getInteger("count"))
                .isZero();
        json(ofPark.post("/clean-production/huamei-ham/proposals", why));
        assertThat(ofPark.post(PATH + "/proposals/2/drop", new JsonObject().put("word", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_term_is_set_with_its_source_and_moves_what_runs_from_then() {
        json(ofPark.post(PATH + "/entries", listed("2026-10-20")));
        JsonObject term = new JsonObject()
                .put("step", "started")
                .put("base", "listed")
                .put("months", 1)
                .put("validFrom", "2026-10-01")
                .put("sourceZh", "浙环函〔2026〕3 号")
                .put("confirmed", true)
                .put("word", "省厅新通知");
        assertThat(ofPark.post("/clean-production-terms", term).statusCode()).isEqualTo(403);
        assertThat(officer.post("/clean-production-terms", term.copy().put("base", "accepted"))
                        .statusCode())
                .isEqualTo(400);
        json(officer.post("/clean-production-terms", term));
        JsonObject started = json(contact.get(PATH)).getJsonArray("deadlines").stream()
                .map(JsonObject.class::cast)
                .filter(d -> d.getString("step").equals("started"))
                .findFirst()
                .orElseThrow();
        assertThat(started.getString("dueOn")).isEqualTo("2026-11-20");
        assertThat(started.getJsonObject("term").getJsonObject("source").getString("zh"))
                .isEqualTo("浙环函〔2026〕3 号");
    }

    @Test
    void coverage_is_of_parks_by_month_and_goes_as_a_file() throws Exception {
        json(officer.post("/clean-production-lists", list(OWN, "hengda-tools")));
        json(sign(second));
        JsonArray rows = json(leader.get("/clean-production-coverage?months=2")).getJsonArray("rows");
        assertThat(rows.getJsonObject(0).getString("scope")).isEqualTo("district");
        assertThat(rows.getJsonObject(0).getInteger("listed")).isEqualTo(2);
        assertThat(rows.getJsonObject(0).getString("percent")).isEqualTo("0.0");
        JsonArray ofOne =
                json(ofPark.get("/clean-production-coverage?months=2")).getJsonArray("rows");
        assertThat(ofOne).allSatisfy(row -> assertThat(((JsonObject) row).getString("scope"))
                .isEqualTo("park"));
        assertThat(ofOne.getJsonObject(1).getString("percent"))
                .as("no list in October")
                .isNull();
        assertThat(leader.ask("GET", "/clean-production-coverage?months=2", "text/csv", "")
                        .body())
                .contains("Coverage (%)");
        assertThat(leader.ask("GET", "/clean-production", "text/csv", "").body())
                .contains("Next step");
    }
}
