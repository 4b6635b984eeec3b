package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleObjections;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.Reviews;
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

/** Closing a month and opening it again over HTTP, by an officer alone and by two. */
class ClosingsTest {
    private static final String PATH = "/closings/fucun/2026-09";
    private static final JsonObject WHY = new JsonObject().put("reason", "the meter is being repaired");

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person wang;
    private Person li;
    private Person elsewhere;
    private Person contact;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.reviewing(dir);
        wang = Person.with(console, "wang", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")))));
        li = Person.with(console, "li", Set.of(Grant.everywhere(Role.OFFICER)));
        elsewhere = Person.with(console, "zhao", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        contact = Person.with(
                console, "chen", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("hengda-tools")))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return new JsonObject(answer.body());
    }

    private JsonObject line(Person person) {
        return json(person.get("/closings?park=fucun&month=2026-09"))
                .getJsonArray("rows")
                .getJsonObject(0);
    }

    private static JsonObject patch(String enterprise, String month) {
        return new JsonObject()
                .put("reason", "corrected")
                .put(
                        "edits",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kind", "statistic")
                                        .put("id", enterprise + ":" + month)
                                        .put("verb", "put")
                                        .put(
                                                "document",
                                                new JsonObject()
                                                        .put("enterprise", enterprise)
                                                        .put("month", month)
                                                        .put("ivaCny", "12345")
                                                        .put("status", "provisional")
                                                        .put("source", "test")
                                                        .put("allowedUse", "judge"))));
    }

    @Test
    void an_officer_closes_a_month_with_a_reason_and_its_statistics_are_refused_then() {
        JsonObject open = json(wang.get(PATH));
        assertThat(open.getString("state")).isEqualTo("OPEN");
        assertThat(open.getJsonArray("points")).isNotEmpty();
        HttpResponse<String> without = wang.post(PATH, new JsonObject());
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("say why the month is closed all the same");
        JsonObject closed = json(wang.post(PATH, WHY));
        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getInteger("edition")).isEqualTo(1);
        assertThat(closed.getJsonArray("figures").stream().map(f -> ((JsonObject) f).getString("id")))
                .contains("fucun", "hengda-tools");
        JsonObject edition = closed.getJsonArray("editions").getJsonObject(0);
        assertThat(edition.getString("closedBy")).startsWith("key-");
        assertThat(edition.getString("reason")).isEqualTo("the meter is being repaired");
        assertThat(line(wang).getString("state")).isEqualTo("CLOSED");
        assertThat(wang.post(PATH, WHY).statusCode()).isEqualTo(409);

        HttpResponse<String> refused = li.post("/registry/changes", patch("hengda-tools", "2026-09"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("2026-09", "is closed for", "by key-", "ask for reopening");
        assertThat(console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                        .map(e -> e.action()))
                .contains("month.closed", "registry.changed");
    }

    @Test
    void a_month_that_an_enterprise_objects_to_is_closed_only_with_its_objections_named() {
        String may = "/closings/fucun/2026-05";
        List<String> open = json(wang.get(may)).getJsonArray("points").stream()
                .map(JsonObject.class::cast)
                .filter(point -> point.getString("kind").equals("OBJECTION"))
                .map(point -> point.getString("detail"))
                .toList();
        assertThat(open).contains(SampleObjections.number("hengda-tools"));
        HttpResponse<String> without = wang.post(may, WHY);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains(open.get(0), "are not decided");
        JsonObject closed = json(wang.post(may, WHY.copy().put("objections", new JsonArray(open))));
        assertThat(closed.getJsonArray("editions").getJsonObject(0).getJsonArray("points").stream()
                        .map(point -> ((JsonObject) point).getString("detail")))
                .containsAll(open);
    }

    @Test
    void no_bill_is_entered_changed_or_attached_in_a_closed_month_by_any_door() {
        String path = "/returns/hengda-tools/2026-09";
        assertThat(json(contact.get(path)).getJsonObject("closed")).isNull();
        json(wang.post(PATH, WHY));
        JsonObject closed = json(contact.get(path)).getJsonObject("closed");
        assertThat(closed.getString("zh")).contains("已关账", "申请反关账");
        JsonObject amount = new JsonObject().put("value", "5").put("unit", "kwh");
        JsonObject figures = new JsonObject()
                .put("version", 0)
                .put(
                        "bills",
                        new JsonArray()
                                .add(new JsonObject().put("kind", "electricity").put("amount", amount)));
        HttpResponse<String> line = contact.ask("PUT", path, "application/json", figures.encode());
        assertThat(line.statusCode()).as(line.body()).isEqualTo(409);
        assertThat(line.body()).contains("is closed for", "ask for reopening");

        JsonObject document = new JsonObject()
                .put("enterprise", "hengda-tools")
                .put("month", "2026-09")
                .put("carrier", "electricity")
                .put("amount", "5")
                .put("unit", "kWh")
                .put("status", "provisional")
                .put("source", "grid")
                .put("allowedUse", "judge");
        JsonObject edit = new JsonObject()
                .put("kind", "bill")
                .put("id", "hengda-tools:2026-09:electricity")
                .put("verb", "put")
                .put("document", document);
        HttpResponse<String> bill = li.post(
                "/registry/changes",
                new JsonObject().put("reason", "a late bill").put("edits", new JsonArray().add(edit)));
        assertThat(bill.statusCode()).isEqualTo(422);
        assertThat(bill.body()).contains("2026-09", "is closed for", "ask for reopening");
        // No file belongs to a bill or to a return, so none comes in beside them.
        for (String kind : List.of("bill", "statistic", "return")) {
            assertThat(li.get("/attachments?kind=" + kind + "&id=hengda-tools:2026-09")
                            .statusCode())
                    .as(kind)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_return_waits_for_nobody_while_its_month_is_closed() {
        String path = "/returns/hengda-tools/2026-09";
        JsonObject figures = new JsonObject()
                .put("version", 0)
                .put("output", new JsonObject().put("value", "720").put("unit", "cny-10000"));
        JsonObject asked = json(contact.ask("PUT", path, "application/json", figures.encode()));
        JsonArray answers = new JsonArray();
        asked.getJsonArray("questions")
                .forEach(q -> answers.add(new JsonObject()
                        .put("question", ((JsonObject) q).getString("id"))
                        .put("word", "账单未到")));
        figures.put("version", 1).put("answers", answers);
        json(contact.ask("PUT", path, "application/json", figures.encode()));
        JsonObject signed =
                new JsonObject().put("version", 2).put("signer", "陈芳").put("confirmed", true);
        json(contact.post(path + "/submit", signed));
        assertThat(json(wang.get("/waiting")).getInteger("returns")).isEqualTo(1);
        json(wang.post(PATH, WHY));
        assertThat(wang.post(
                                path + "/decision",
                                new JsonObject().put("version", 3).put("verdict", "accepted"))
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(json(wang.get("/waiting")).getInteger("returns"))
                .as("nobody can decide it")
                .isZero();
    }

    @Test
    void a_sheet_is_told_by_cell_that_the_month_is_closed() {
        json(wang.post(PATH, WHY));
        String csv = "企业编号,月份,工业增加值,数据状态,来源,允许用途\n" + "hengda-tools,%s,1700000,初步,test,可用于评判\n";
        JsonObject closed =
                json(li.ask("POST", "/sheets/statistics/preview", "application/json", csv.formatted("2026-09")));
        assertThat(closed.getBoolean("sound")).isFalse();
        JsonObject fault = closed.getJsonArray("faults").getJsonObject(0);
        assertThat(fault.getString("cell")).isEqualTo("B2");
        assertThat(fault.encode()).contains("已关账", "申请反关账");
        JsonObject open =
                json(li.ask("POST", "/sheets/statistics/preview", "application/json", csv.formatted("2026-10")));
        assertThat(open.getBoolean("sound")).as(open.encode()).isTrue();
    }

    @Test
    void figures_of_a_closed_month_say_so_wherever_they_are_shown() {
        json(wang.post(PATH, WHY));
        for (Person person : List.of(wang, contact)) {
            JsonObject intensity =
                    json(person.get("/enterprises/hengda-tools/intensity?from=2026-09-01&to=2026-11-01"));
            JsonObject mark = intensity.getJsonArray("rows").getJsonObject(0).getJsonObject("closing");
            assertThat(mark.getInteger("edition")).isEqualTo(1);
            assertThat(mark.getJsonArray("changes")).isEmpty();
            assertThat(intensity.getJsonArray("rows").getJsonObject(1).getValue("closing"))
                    .isNull();
            JsonObject energy =
                    json(person.get("/enterprises/hengda-tools/energy?from=2026-09-01&to=2026-10-01&step=month"));
            assertThat(energy.getJsonArray("rows").getJsonObject(0).getJsonObject("closing"))
                    .isNotNull();
        }
        JsonObject standings = json(wang.get("/standings?park=fucun&month=2026-09"));
        assertThat(standings.getJsonArray("rows").stream().map(r -> ((JsonObject) r).getJsonObject("closing")))
                .allSatisfy(mark -> assertThat(mark.getJsonArray("changes")).isEmpty());
        assertThat(wang.get("/standings?park=fucun&month=2026-09&columns=id,closing", "text/csv")
                        .body())
                .contains("hengda-tools,closed");
        assertThat(json(wang.get("/closing-differences?park=fucun")).getInteger("count"))
                .isZero();
        HttpResponse<String> csv = wang.get("/closing-differences", "text/csv");
        assertThat(csv.body()).contains("When closed", "Difference");
    }

    private Reviews.Outcome decide(long request, String who) {
        return console.registry()
                .service()
                .reviews()
                .decide(request, Verdict.APPROVED, who, who, "seen")
                .outcome();
    }

    @Test
    void one_account_alone_opens_no_month_by_any_door() {
        json(wang.post(PATH, WHY));
        HttpResponse<String> asked = wang.post(PATH + "/reopening", WHY);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        int request = json(asked).getJsonObject("review").getInteger("request");
        assertThat(line(wang).getInteger("reopening")).isEqualTo(request);
        assertThat(decide(request, "wang")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        // The same as an edit, and as taking back the change that closed it.
        JsonObject edit = new JsonObject()
                .put("reason", "open")
                .put(
                        "edits",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kind", "closing")
                                        .put("id", "fucun:2026-09")
                                        .put("verb", "remove")));
        assertThat(li.post("/registry/changes", edit).statusCode()).isEqualTo(202);
        long change = console.registry().service().history().newest();
        assertThat(li.post("/registry/changes/" + change + "/undo", WHY).statusCode())
                .isEqualTo(202);
        assertThat(line(wang).getString("state")).isEqualTo("CLOSED");

        assertThat(decide(request, "li")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(line(wang).getString("state")).isEqualTo("OPEN");
        assertThat(wang.post(PATH + "/reopening", WHY).statusCode()).isEqualTo(409);
        assertThat(json(wang.post(PATH, WHY)).getInteger("edition")).isEqualTo(2);
        assertThat(json(wang.get(PATH + "?edition=1")).getJsonArray("figures")).isNotEmpty();
    }

    @Test
    void a_district_is_closed_park_by_park_and_nobody_closes_or_sees_anothers() {
        JsonObject all = json(li.post("/closings", WHY.copy().put("month", "2026-09")));
        assertThat(all.getJsonArray("parks").stream().map(p -> ((JsonObject) p).getBoolean("closed")))
                .isNotEmpty()
                .containsOnly(true);
        assertThat(json(li.get("/district/intensity?from=2026-09-01&to=2026-10-01"))
                        .getJsonArray("rows")
                        .getJsonObject(0)
                        .getJsonObject("closing"))
                .isNotNull();
        assertThat(json(wang.get("/closings?month=2026-09")).getJsonArray("rows"))
                .hasSize(1);
        assertThat(elsewhere.get(PATH).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post(PATH + "/reopening", WHY).statusCode()).isEqualTo(404);
        assertThat(contact.get(PATH).statusCode()).isEqualTo(403);
        assertThat(elsewhere.get(PATH).body().replace("fucun", "none-such"))
                .isEqualTo(elsewhere.get("/closings/none-such/2026-09").body());
    }
}
