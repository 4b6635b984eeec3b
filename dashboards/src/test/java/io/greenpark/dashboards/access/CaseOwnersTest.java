package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases are seen to by people who may act on them; people of enterprises are told that somebody does, and not who. */
class CaseOwnersTest {
    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person wang;
    private Person li;
    private Person contact;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        li = Person.with(console, "li", Set.of(new Grant(Role.OFFICER, Scope.enterprises(Set.of("lvyuan-food")))));
        contact = Person.with(
                console, "sun", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject assignment(@Nullable String to, @Nullable String word, String... cases) {
        return new JsonObject()
                .put("cases", new JsonArray(List.of(cases)))
                .put("to", to)
                .put("word", word);
    }

    private static @Nullable String ownerOf(Person asker, String id) {
        JsonObject owner = good(asker.get("/alerts/" + id)).getJsonObject("owner");
        return owner == null ? null : owner.getString("account");
    }

    private static List<String> found(Person asker, String filter) {
        return good(asker.get("/alerts?" + filter)).getJsonArray("alerts").stream()
                .map(each -> ((JsonObject) each).getString("id"))
                .sorted()
                .toList();
    }

    @Test
    void several_are_taken_at_once_and_are_mine_and_nobodys_no_more() {
        JsonObject before = good(wang.get("/alerts?state=open")).getJsonObject("counts");
        assertThat(before.getInteger("mine")).isZero();
        good(wang.post("/case-owners", assignment("wang", null, "c-1002", "c-1003")));
        JsonObject after = good(wang.get("/alerts?state=open")).getJsonObject("counts");
        assertThat(after.getInteger("mine")).isEqualTo(2);
        assertThat(after.getInteger("unowned")).isEqualTo(before.getInteger("unowned") - 2);
        assertThat(found(wang, "owner=mine")).containsExactly("c-1002", "c-1003");
        assertThat(found(wang, "owner=none&state=open"))
                .doesNotContain("c-1002")
                .contains("c-1001");
        assertThat(found(wang, "owner=wang&rule=limit-exceeded")).containsExactly("c-1002", "c-1003");
        assertThat(found(wang, "owner=mine&q=Stack")).containsExactly("c-1002");
        assertThat(wang.get("/alerts?owner=mine&columns=id,owner", "text/csv").body())
                .contains("wang")
                .contains("c-1002");
    }

    @Test
    void what_goes_to_another_one_needs_a_word_and_is_kept_with_the_case_and_on_record() {
        good(wang.post("/case-owners", assignment("wang", null, "c-1004")));
        HttpResponse<String> silent = wang.post("/case-owners", assignment("li", null, "c-1004"));
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(silent.body()).contains("say something in \\\"word\\\"");
        good(wang.post("/case-owners", assignment("li", "You know the plant", "c-1004")));
        JsonObject last = good(li.get("/alerts/c-1004")).getJsonArray("steps").stream()
                .map(JsonObject.class::cast)
                .reduce((one, next) -> next)
                .orElseThrow();
        assertThat(last.getString("kind")).isEqualTo("ASSIGNED");
        assertThat(last.getString("owner")).isEqualTo("li");
        assertThat(last.getString("comment")).isEqualTo("You know the plant");
        good(li.post("/case-owners", assignment(null, null, "c-1004")));
        assertThat(ownerOf(li, "c-1004")).isNull();
        Person auditor = Person.with(console, "zhao", Set.of(Grant.everywhere(Role.AUDITOR)));
        assertThat(auditor.get("/audit-log?kind=case&id=c-1004").body())
                .contains("case.assigned")
                .contains("You know the plant");
    }

    @Test
    void two_who_take_the_same_case_are_told_of_each_other() {
        JsonObject seen = new JsonObject().put("c-1004", null);
        good(wang.post("/case-owners", assignment("wang", null, "c-1004").put("seen", seen)));
        HttpResponse<String> second =
                li.post("/case-owners", assignment("li", "mine", "c-1004").put("seen", seen));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("is somebody else's by now");
        assertThat(ownerOf(wang, "c-1004")).isEqualTo("wang");
        assertThat(good(wang.get("/case-owners")).getJsonArray("rows").stream()
                        .map(JsonObject.class::cast)
                        .filter(row -> row.getString("userName").equals("wang"))
                        .map(row -> row.getInteger("open")))
                .containsExactly(1);
        seen.put("c-1004", "wang");
        good(li.post(
                "/case-owners", assignment("li", "agreed by phone", "c-1004").put("seen", seen)));
    }

    @Test
    void nobody_owns_what_he_may_not_act_on_and_then_nothing_changes() {
        HttpResponse<String> outside = wang.post("/case-owners", assignment("li", "yours", "c-1004", "c-1002"));
        assertThat(outside.statusCode()).isEqualTo(400);
        assertThat(outside.body()).contains("\\\"li\\\" may not act on case \\\"c-1002\\\"");
        assertThat(ownerOf(wang, "c-1004")).isNull();
        assertThat(wang.post("/case-owners", assignment("sun", "yours", "c-1004"))
                        .body())
                .contains("no open account that can see to cases");
        assertThat(li.post("/case-owners", assignment("li", null, "c-1002")).statusCode())
                .isEqualTo(404);
        assertThat(good(li.get("/case-owners")).encode()).contains("wang").doesNotContain("\"sun\"");
    }

    @Test
    void an_enterprise_is_told_that_the_authority_sees_to_it_and_not_who() {
        good(wang.post("/case-owners", assignment("wang", "the boss asked me to", "c-1004")));
        JsonObject seen = good(contact.get("/alerts/c-1004"));
        assertThat(seen.getJsonObject("owner").getJsonObject("name").getString("en"))
                .isEqualTo("the authority");
        assertThat(seen.encode()).doesNotContain("wang").doesNotContain("boss").doesNotContain("ASSIGNED");
        assertThat(contact.get("/alerts", "text/csv").body())
                .contains("the authority")
                .doesNotContain("wang");
        assertThat(contact.get("/alerts?owner=wang").statusCode()).isEqualTo(400);
        assertThat(contact.post("/case-owners", assignment("sun", null, "c-1004"))
                        .statusCode())
                .isEqualTo(403);
    }
}
