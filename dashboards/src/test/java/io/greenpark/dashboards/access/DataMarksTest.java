package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentStore;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contact marks data of the brickworks, officers decide of it; it is 20:40 on the 23rd. */
class DataMarksTest {
    private static final String OUTLET = "xinghua-brick.stack-1";
    private static final String POINT = OUTLET + ".nox";

    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person contact;
    private Person colleague;
    private Person li;
    private Person wang;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        BookedCases.raise(console, "c-7001", "LIMIT_EXCEEDED", POINT, "xinghua-brick");
        Set<Grant> brickworks = Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick"))));
        contact = Person.with(console, "zhou", brickworks);
        colleague = Person.with(console, "qian", brickworks);
        li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject mark(String kind, String from, String to) {
        return new JsonObject()
                .put("scope", "outlet")
                .put("target", OUTLET)
                .put("kind", kind)
                .put("from", "2026-11-23T" + from)
                .put("to", "2026-11-23T" + to)
                .put("reason", "更换分析仪后校准");
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<String> ids(Person asker, String query) {
        return good(asker.get("/marks" + query)).getJsonArray("rows").stream()
                .map(row -> ((JsonObject) row).getString("id"))
                .toList();
    }

    private static JsonObject word(boolean accept, String why) {
        return new JsonObject().put("accept", accept).put("reason", why);
    }

    @Test
    void a_contact_marks_an_officer_accepts_and_both_are_on_record_without_the_officers_name_for_the_contact() {
        int waiting = good(wang.get("/waiting")).getInteger("marks");
        JsonObject made = good(contact.post("/marks", mark("treatment-fault", "19:00", "20:00")));
        String id = made.getString("id");
        assertThat(made.getString("state")).isEqualTo("submitted");
        assertThat(made.getBoolean("own")).isTrue();
        assertThat(made.getString("term")).isEqualTo("2026-11-24T12:00:00+08:00");
        assertThat(good(contact.post("/marks", mark("treatment-fault", "19:00", "20:00")))
                        .getString("id"))
                .as("sent again")
                .isEqualTo(id);
        assertThat(good(wang.get("/waiting")).getInteger("marks")).isEqualTo(waiting + 1);
        JsonObject decided = good(li.post("/marks/" + id + "/decision", word(true, "运维记录属实")));
        assertThat(decided.getString("state")).isEqualTo("accepted");
        assertThat(decided.getJsonObject("decision").getString("by")).startsWith("key-");
        JsonObject seen = good(contact.get("/marks/" + id));
        assertThat(seen.getJsonObject("decision").getString("by")).isNull();
        assertThat(seen.getJsonObject("decision").getString("word")).isEqualTo("运维记录属实");
        assertThat(li.post("/marks/" + id + "/decision", word(false, "改判")).statusCode())
                .isEqualTo(409);
        assertThat(good(li.post("/marks/" + id + "/revoke", new JsonObject().put("reason", "现场核实不符")))
                        .getString("state"))
                .isEqualTo("revoked");
        assertThat(console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 50))
                .extracting(entry -> entry.action())
                .contains("data.marked", "data-mark.decided", "data-mark.revoked");
    }

    @Test
    void whoever_made_it_withdraws_it_and_nobody_else() {
        String id =
                good(contact.post("/marks", mark("stopped", "10:00", "11:00"))).getString("id");
        assertThat(colleague
                        .post("/marks/" + id + "/withdraw", new JsonObject())
                        .statusCode())
                .isEqualTo(403);
        assertThat(li.post("/marks/" + id + "/withdraw", new JsonObject()).statusCode())
                .isEqualTo(403);
        assertThat(good(contact.post("/marks/" + id + "/withdraw", new JsonObject()))
                        .getString("state"))
                .isEqualTo("withdrawn");
        assertThat(ids(contact, "?state=withdrawn")).containsExactly(id);
    }

    @Test
    void marks_are_found_by_what_they_are_about_and_by_the_case_whose_time_they_meet() {
        String before =
                good(contact.post("/marks", mark("stopped", "10:00", "11:00"))).getString("id");
        String meets = good(contact.post("/marks", mark("treatment-fault", "19:30", "20:30")))
                .getString("id");
        assertThat(ids(contact, "?case=c-7001")).containsExactly(meets);
        assertThat(ids(li, "?point=" + POINT)).contains(before, meets, SampleConsole.MARK);
        assertThat(ids(li, "?outlet=" + OUTLET + "&to=2026-11-23T12:00")).containsExactly(before);
        assertThat(ids(li, "?enterprise=lvyuan-food")).isEmpty();
        assertThat(contact.get("/marks?enterprise=lvyuan-food").statusCode()).isEqualTo(404);
        Person other = Person.with(
                console, "sun", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
        assertThat(ids(other, "")).isEmpty();
        assertThat(other.get("/marks/" + meets).body())
                .isEqualTo(other.get("/marks/BJ-0").body().replace("BJ-0", meets));
    }

    @Test
    void what_cannot_be_marked_is_refused_with_what_to_do() {
        JsonObject noFile = mark("calibration", "10:00", "11:00");
        assertThat(contact.post("/marks", noFile).body()).contains("needs a photo or document");
        assertThat(contact.post("/marks", noFile.copy().put("files", new JsonArray().add("f-1")))
                        .body())
                .contains("f-1", "POST /uploads");
        assertThat(contact.post("/marks", mark("lunch", "10:00", "11:00")).body())
                .contains("lunch", "calibration");
        assertThat(contact.post("/marks", mark("stopped", "20:00", "22:00")).body())
                .contains("must not be later than now");
        assertThat(contact.post("/marks", mark("stopped", "10:00", "11:00").put("target", "lvyuan-food.water-1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(li.post("/marks", mark("stopped", "10:00", "11:00")).statusCode())
                .isEqualTo(403);
    }

    private String uploaded(String name, String account) {
        DocumentStore store = console.sources().attachments();
        byte[] content = SampleFiles.utf8(name);
        return ((Done<StoredDocument>) store.keep(new NewUpload(name, content.length, null, null, account), content))
                .value()
                .id();
    }

    @Test
    void files_of_an_attempt_that_was_cut_short_are_their_senders_still_under_its_id() {
        String file = uploaded("calibration.txt", contact.name());
        console.sources().attachments().attach(file, new DocumentOwner("mark", "BJ-2026-cut-short"), null);
        JsonObject mark = mark("calibration", "10:00", "11:00").put("files", new JsonArray().add(file));
        assertThat(colleague.post("/marks", mark).statusCode()).isEqualTo(400);
        assertThat(good(contact.post("/marks", mark)).getString("id")).isEqualTo("BJ-2026-cut-short");
        assertThat(good(contact.post("/marks", mark)).getString("id"))
                .as("sent again")
                .isEqualTo("BJ-2026-cut-short");
        JsonObject another = mark("calibration", "12:00", "13:00").put("files", new JsonArray().add(file));
        assertThat(contact.post("/marks", another).statusCode())
                .as("the file of a mark is of no other")
                .isEqualTo(400);
    }

    @Test
    void files_of_marks_are_read_by_who_sees_marks() {
        String file = uploaded("work.txt", contact.name());
        good(contact.post("/marks", mark("calibration", "10:00", "11:00").put("files", new JsonArray().add(file))));
        assertThat(li.get("/attachments/" + file).statusCode()).isEqualTo(200);
        for (Role role : List.of(Role.OPERATOR, Role.MAINTAINER)) {
            Person other = Person.with(console, "any-" + role, Set.of(Grant.everywhere(role)));
            assertThat(other.get("/attachments/" + file).body())
                    .isEqualTo(other.get("/attachments/none").body().replace("none", file));
            assertThat(other.get("/attachments/" + file + "/content").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void rules_are_changed_by_officers_of_the_whole_district_on_the_version_they_saw() {
        JsonObject shipped = good(contact.get("/marking-rules"));
        assertThat(shipped.getInteger("version")).isZero();
        assertThat(shipped.getString("earliest")).isEqualTo("2026-11-23T00:00:00+08:00");
        JsonObject change = new JsonObject()
                .put("based", 0)
                .put("reason", "市局 12 号文")
                .put("term", shipped.getJsonObject("term").put("at", "21:00"))
                .put("decideWithin", "48h")
                .put("longest", "2d")
                .put("rules", shipped.getJsonArray("rules"));
        assertThat(li.ask("PUT", "/marking-rules", "application/json", change.encode())
                        .statusCode())
                .isEqualTo(403);
        JsonObject changed = good(wang.ask("PUT", "/marking-rules", "application/json", change.encode()));
        assertThat(changed.getInteger("version")).isOne();
        assertThat(changed.getString("earliest")).isEqualTo("2026-11-22T00:00:00+08:00");
        assertThat(wang.ask("PUT", "/marking-rules", "application/json", change.encode())
                        .statusCode())
                .isEqualTo(409);
        change.put("based", 1).getJsonArray("rules").getJsonObject(0).put("effect", "deleted");
        assertThat(wang.ask("PUT", "/marking-rules", "application/json", change.encode())
                        .body())
                .contains("rules[0].effect", "deleted");
    }

    @Test
    void who_decided_an_objection_to_the_same_data_decides_no_mark_of_them_and_anybody_else_does() {
        String id = good(contact.post("/marks", mark("treatment-fault", "19:00", "20:00")))
                .getString("id");
        long from = Instant.parse("2026-11-23T11:00:00Z").toEpochMilli();
        console.sources().books().write(tx -> tx.handle()
                .execute(
                        "INSERT INTO objection (number, year, ordinal, version, enterprise, kind, thing, from_ms, to_ms,"
                                + " name_zh, name_en, reason, filed_ms, filed_by, due_ms, state, ended_ms, ended_by, words, basis)"
                                + " VALUES ('YY-2026-9901', 2026, 9901, 2, 'xinghua-brick', 'MEAN', ?, ?, ?, 'n', 'n', 'r', ?,"
                                + " 'zhou', ?, 'REJECTED', ?, 'li.na', 'w', 'b')",
                        POINT + "/hour",
                        from,
                        from + 3_600_000,
                        from,
                        from,
                        from));
        HttpResponse<String> refused = li.post("/marks/" + id + "/decision", word(true, "运维记录属实"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("objection to these data");
        assertThat(good(wang.post("/marks/" + id + "/decision", word(true, "运维记录属实")))
                        .getString("state"))
                .isEqualTo("accepted");
        assertThat(li.post("/marks/" + id + "/revoke", new JsonObject().put("reason", "现场核实不符"))
                        .statusCode())
                .isEqualTo(403);
    }
}
