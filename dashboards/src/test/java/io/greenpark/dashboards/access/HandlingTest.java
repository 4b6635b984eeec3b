package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.document.SampleFiles;
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

/** People handle cases from both sides, and each sees what is meant for him. */
class HandlingTest {
    private static final String CASE = "x-1";
    private static final String STACK = "xinghua-brick.stack-1.nox";

    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person li;
    private Person contact;
    private Person foreigner;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        contact = of("zhang", Role.ENTERPRISE_CONTACT, "xinghua-brick");
        foreigner = of("zhou", Role.ENTERPRISE_CONTACT, "lvyuan-food");
        raise(CASE, "LIMIT_EXCEEDED", STACK, "xinghua-brick");
    }

    private Person of(String name, Role role, String enterprise) {
        return Person.with(console, name, Set.of(new Grant(role, Scope.enterprises(Set.of(enterprise)))));
    }

    private void raise(String id, String rule, String point, String enterprise) {
        BookedCases.raise(console, id, rule, point, enterprise);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject one(Person asker) {
        return good(asker.get("/alerts/" + CASE));
    }

    private static HttpResponse<String> act(Person by, String action, JsonObject details) {
        return by.post(
                "/alerts/" + CASE + "/actions",
                new JsonObject()
                        .put("action", action)
                        .put("seen", one(by).getJsonObject("handling").getInteger("lastStep"))
                        .put("details", details));
    }

    private static List<String> actions(JsonObject c) {
        return c.getJsonObject("handling").getJsonArray("actions").stream()
                .map(a -> ((JsonObject) a).getString("action"))
                .toList();
    }

    private static JsonObject answer() {
        return new JsonObject()
                .put("cause", "treatment")
                .put("from", "2026-11-23T18:00")
                .put("measures", "更换加药泵")
                .put("responsible", "张工");
    }

    private static JsonObject found() {
        return new JsonObject().put("site", "off-site").put("confirmed", true).put("finding", "秘密核查 secret finding");
    }

    private String photo(Person by) {
        StoredDocument kept = ((Done<StoredDocument>) console.sources()
                        .attachments()
                        .keep(new NewUpload("photo.txt", 5, null, null, by.name()), SampleFiles.utf8("photo")))
                .value();
        return kept.id();
    }

    @Test
    void each_side_is_offered_what_it_can_do_now_with_what_that_needs() {
        JsonObject seen = one(contact);
        JsonObject handling = seen.getJsonObject("handling");
        assertThat(handling.getString("number")).isEqualTo("YJ-2026-0001");
        assertThat(handling.getString("level")).isEqualTo("orange");
        assertThat(handling.getString("side")).isEqualTo("enterprise");
        assertThat(handling.getString("due")).isEqualTo("2026-11-24T20:40:00+08:00");
        assertThat(actions(seen)).containsExactly("acknowledge", "answer", "comment", "attach");
        assertThat(handling.getJsonArray("actions")
                        .getJsonObject(1)
                        .getJsonArray("needs")
                        .encode())
                .contains("\"cause\"", "治理设施", "\"responsible\"", "\"attachments\"");
        assertThat(actions(one(li))).contains("verify", "misreport", "extend").doesNotContain("answer", "close");
        Person leader = Person.with(console, "leader", Set.of(Grant.everywhere(Role.LEADER)));
        assertThat(actions(one(leader))).as("who reads only").isEmpty();
    }

    @Test
    void an_answer_with_a_photo_is_verified_by_one_and_closed_by_no_program() {
        String photo = photo(contact);
        JsonObject answered = good(act(contact, "answer", answer().put("attachments", new JsonArray().add(photo))));
        assertThat(answered.getJsonObject("handling").getString("stage")).isEqualTo("answered");
        JsonObject step = answered.getJsonArray("steps").getJsonObject(1);
        assertThat(step.getString("kind")).isEqualTo("ANSWERED");
        assertThat(step.getJsonArray("details").encode()).contains("治理设施", "2026-11-23T18:00:00+08:00");
        assertThat(step.getJsonArray("attachments").getJsonObject(0).getString("name"))
                .isEqualTo("photo.txt");
        assertThat(li.get("/attachments/" + photo).statusCode()).isEqualTo(200);
        assertThat(foreigner.get("/attachments/" + photo).statusCode()).isEqualTo(404);
        assertThat(li.post("/attachments/" + photo + "/remove", new JsonObject().put("reason", "not nice"))
                        .statusCode())
                .as("what a step carries stays")
                .isEqualTo(403);

        JsonObject verified = good(act(li, "verify", found()));
        assertThat(verified.getJsonObject("handling").getString("stage")).isEqualTo("verified");
        assertThat(verified.getJsonObject("handling").getJsonArray("actions").stream()
                        .map(JsonObject.class::cast)
                        .filter(a -> a.getString("action").equals("close"))
                        .map(a -> a.getJsonObject("refused").getString("en")))
                .singleElement()
                .asString()
                .contains("program's key");
        assertThat(act(li, "close", new JsonObject().put("reason", "done")).statusCode())
                .isEqualTo(409);
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                        .toString())
                .contains("case.handled", "file.attached");
    }

    @Test
    void people_of_an_enterprise_read_nothing_that_the_office_keeps_to_itself_and_no_names_of_it() {
        good(act(contact, "answer", answer()));
        good(act(li, "comment", new JsonObject().put("word", "内部 internal word")));
        good(act(li, "comment", new JsonObject().put("word", "shared word").put("shared", true)));
        good(act(li, "verify", found()));
        for (String path : List.of("/alerts/" + CASE, "/alerts?limit=10")) {
            String told = contact.get(path).body();
            assertThat(told)
                    .contains("shared word", "\"by\":\"office\"")
                    .doesNotContain("li.na", "internal word", "secret finding");
            assertThat(li.get(path).body())
                    .contains("internal word", "secret finding")
                    .doesNotContain("\"by\":\"office\"");
        }
        assertThat(one(contact).getJsonObject("handling").getInteger("lastStep"))
                .as("so that what is not shown is not in the way")
                .isEqualTo(5);
        good(act(contact, "comment", new JsonObject().put("word", "收到")));
    }

    @Test
    void an_enterprise_is_not_told_that_its_case_was_handed_to_others_nor_the_terms_of_the_office() {
        good(act(contact, "answer", answer()));
        good(act(li, "verify", found()));
        JsonObject before = one(contact).getJsonObject("handling");
        assertThat(before.getValue("due")).as("to close is the office's").isNull();
        good(act(
                li,
                "transfer",
                new JsonObject().put("office", "执法队").put("document", "12 号").put("reason", "涉嫌")));
        JsonObject after = one(contact).getJsonObject("handling");
        assertThat(after.getString("stage")).isEqualTo("verified");
        assertThat(after.getJsonArray("actions")).isEqualTo(before.getJsonArray("actions"));
        assertThat(one(li).getJsonObject("handling").getString("stage")).isEqualTo("transferred");
        assertThat(good(contact.get("/alerts?stage=transferred")).getInteger("count"))
                .isZero();
        assertThat(good(contact.get("/alerts?stage=verified")).getInteger("count"))
                .isOne();
        assertThat(good(li.get("/alerts?stage=transferred")).getInteger("count"))
                .isOne();
        assertThat(contact.get("/alerts/" + CASE).body()
                        + contact.get("/alerts", "text/csv").body()
                        + act(contact, "answer", answer()).body())
                .doesNotContain("transferred", "移交", "Handed over", "执法队");
    }

    @Test
    void what_is_not_right_is_told_and_what_went_on_is_not_overwritten() {
        assertThat(act(contact, "answer", answer().put("cause", "weather")).body())
                .contains("weather", "one of production");
        assertThat(act(contact, "verify", found()).statusCode()).isEqualTo(409);
        assertThat(act(contact, "anwser", answer()).body()).contains("is not one of push, acknowledge");
        assertThat(act(contact, "answer", answer().put("attachments", new JsonArray().add("nothing")))
                        .body())
                .contains("there is no file");
        assertThat(foreigner
                        .post(
                                "/alerts/" + CASE + "/actions",
                                new JsonObject().put("action", "comment").put("seen", 1))
                        .statusCode())
                .isEqualTo(404);
        JsonObject first =
                new JsonObject().put("action", "answer").put("seen", 1).put("details", answer());
        good(contact.post("/alerts/" + CASE + "/actions", first));
        HttpResponse<String> second = contact.post("/alerts/" + CASE + "/actions", first);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("went on since you looked at it");
    }

    @Test
    void the_list_is_narrowed_by_stage_level_term_and_number_and_counts_what_is_to_do() {
        raise("x-2", "DEVICE_SILENT", "huamei-ham.water-1.cod", "huamei-ham");
        good(act(contact, "answer", answer()));
        assertThat(ids("stage=answered")).containsExactly(CASE);
        assertThat(ids("stage=pushed,answered")).hasSize(2);
        assertThat(ids("level=orange,red")).containsExactly(CASE);
        assertThat(ids("number=YJ-2026-0002")).containsExactly("x-2");
        assertThat(ids("q=YJ-2026-0002")).containsExactly("x-2");
        assertThat(ids("overdue=true")).isEmpty();
        assertThat(good(li.get("/alerts")).getJsonObject("counts").getInteger("toDo"))
                .isEqualTo(2);
        assertThat(li.get("/alerts?stage=nowhere").body()).contains("nowhere", "new, pushed");
        assertThat(good(li.get("/search?q=YJ-2026-0001")).encode()).contains(CASE);
        assertThat(good(foreigner.get("/alerts?number=YJ-2026-0001")).getInteger("count"))
                .isZero();
    }

    private List<String> ids(String query) {
        return good(li.get("/alerts?" + query)).getJsonArray("alerts").stream()
                .map(a -> ((JsonObject) a).getString("id"))
                .toList();
    }

    @Test
    void an_acknowledgement_of_before_is_a_receipt_where_the_enterprise_gives_it() {
        JsonObject word = new JsonObject().put("comment", "seen");
        assertThat(good(li.post("/alerts/" + CASE + "/acknowledge", word))
                        .getJsonObject("handling")
                        .getString("stage"))
                .isEqualTo("pushed");
        assertThat(good(contact.post("/alerts/" + CASE + "/acknowledge", word))
                        .getJsonObject("handling")
                        .getString("stage"))
                .isEqualTo("acknowledged");
    }

    @Test
    void similar_cases_are_those_that_the_asker_sees() {
        good(act(contact, "answer", answer()));
        raise("x-2", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.so2", "xinghua-brick");
        JsonArray rows = good(li.get("/alerts/x-2/similar")).getJsonArray("rows");
        assertThat(rows.getJsonObject(0).getString("id")).isEqualTo(CASE);
        assertThat(rows.getJsonObject(0).getJsonObject("cause").getString("code"))
                .isEqualTo("treatment");
        assertThat(foreigner.get("/alerts/x-2/similar").statusCode()).isEqualTo(404);
    }

    @Test
    void procedures_are_changed_with_a_reason_by_officers_of_the_whole_district() {
        Person wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        JsonObject shipped = good(wang.get("/case-procedures"));
        assertThat(shipped.getInteger("version")).isEqualTo(1);
        JsonObject change = new JsonObject()
                .put("based", 1)
                .put("reason", "市局 12 号文")
                .put("procedures", shipped.getJsonArray("procedures"))
                .put("levels", new JsonArray());
        assertThat(put(contact, change).statusCode()).isEqualTo(403);
        assertThat(put(li, change).statusCode()).as("of a part only").isEqualTo(403);
        JsonObject changed = good(put(wang, change));
        assertThat(changed.getInteger("version")).isEqualTo(2);
        assertThat(changed.getJsonArray("versions")).hasSize(2);
        assertThat(put(wang, change).statusCode()).isEqualTo(409);
        change.getJsonArray("procedures").getJsonObject(0).put("terms", new JsonObject().put("answer", "soon"));
        assertThat(put(wang, change.put("based", 2)).body())
                .contains("procedures[0].terms.answer", "whole number 1..8760");
        assertThat(good(wang.get("/case-procedures?version=1")).getJsonArray("levels"))
                .isNotEmpty();
    }

    private static HttpResponse<String> put(Person by, JsonObject change) {
        return by.ask("PUT", "/case-procedures", "application/json", change.encode());
    }
}
