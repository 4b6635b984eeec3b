package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
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

/** Officers of the whole district say by what cases are judged; every version stays; enterprises read it at their cases. */
class AlertRulesTest {
    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person wang;
    private Person contact;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        contact = Person.with(
                console, "zhang", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject rule(String scope, int raiseAfter) {
        return new JsonObject()
                .put("based", 0)
                .put("reason", "市局 31 号文")
                .put("kind", "limit-exceeded")
                .put("scope", scope)
                .put(
                        "parameters",
                        new JsonObject()
                                .put("raiseAfter", raiseAfter)
                                .put("clearAfter", 2)
                                .put("worsenPercent", 20)
                                .put("minCompletenessPercent", 75)
                                .put("clearPercent", 100))
                .put("trial", false)
                .put("from", "2026-11-23")
                .put("bases", new JsonArray().add("zj-air-17"))
                .put("confirmed", true);
    }

    private static HttpResponse<String> put(Person by, String id, JsonObject change) {
        return by.ask("PUT", "/alert-rules/" + id, "application/json", change.encode());
    }

    @Test
    void a_rule_has_its_versions_with_who_and_why_and_what_each_raised() {
        JsonObject shipped = good(wang.get("/alert-rules/limit-exceeded"));
        assertThat(shipped.getInteger("version")).isZero();
        assertThat(shipped.getString("from")).isNull();
        assertThat(shipped.getJsonArray("parameters").toString()).contains("数据完整率不低于", "75", "%");
        JsonObject changed = good(put(wang, "limit-exceeded", rule("district", 2)));
        assertThat(changed.getInteger("version")).isEqualTo(1);
        JsonObject newest = changed.getJsonArray("versions").getJsonObject(0);
        assertThat(newest.getString("reason")).isEqualTo("市局 31 号文");
        assertThat(newest.getJsonObject("raised").getInteger("all")).isZero();
        assertThat(changed.getJsonArray("versions")).hasSize(2);
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                        .toString())
                .contains("alert-rule", "市局 31 号文");
        HttpResponse<String> second = put(wang, "limit-exceeded", rule("district", 3));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("at version 1, you changed version 0");
    }

    @Test
    void what_ties_or_is_not_right_is_told_with_what_to_do() {
        JsonObject one = rule("park", 2).put("target", "xiaoshun");
        assertThat(good(wang.post("/alert-rules", one)).getString("id")).startsWith("limit-exceeded-");
        HttpResponse<String> tie = wang.post("/alert-rules", one);
        assertThat(tie.statusCode()).isEqualTo(400);
        assertThat(tie.body()).contains("ties with rule limit-exceeded-", "end one of them first");
        HttpResponse<String> past =
                wang.post("/alert-rules", rule("park", 2).put("target", "fucun").put("from", "2026-11-01"));
        assertThat(past.body()).contains("2026-11-23", "not judged anew");
    }

    @Test
    void what_judges_something_on_a_day_can_be_asked() {
        good(wang.post(
                "/alert-rules",
                rule("enterprise", 2).put("target", "lvyuan-food").put("from", "2026-12-01")));
        List<JsonObject> today = good(wang.get("/effective-rules?enterprise=lvyuan-food")).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .map(row -> row.getJsonObject("rule"))
                .filter(rule -> rule.getString("kind").equals("limit-exceeded"))
                .toList();
        assertThat(today).extracting(rule -> rule.getString("id")).containsExactly("limit-exceeded");
        assertThat(wang.get("/effective-rules?enterprise=lvyuan-food&day=2026-12-01")
                        .body())
                .contains("\"scope\":\"enterprise\"");
        assertThat(wang.get("/effective-rules?enterprise=xinghua-brick").body()).contains("limit-exceeded-2");
        assertThat(wang.get("/effective-rules").statusCode()).isEqualTo(400);
    }

    @Test
    void a_part_of_the_district_reads_what_is_its_own_and_changes_nothing() {
        Person li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        assertThat(good(wang.get("/alert-rules")).toString()).contains("limit-exceeded-2");
        String seen = good(li.get("/alert-rules")).toString();
        boolean inPart = SampleDistrict.registry()
                .enterprise("xinghua-brick")
                .orElseThrow()
                .parkId()
                .equals("xiaoshun");
        assertThat(seen.contains("limit-exceeded-2")).isEqualTo(inPart);
        assertThat(good(li.get("/alert-rules/limit-exceeded"))
                        .getJsonArray("versions")
                        .getJsonObject(0)
                        .getValue("raised"))
                .isNull();
        assertThat(put(li, "limit-exceeded", rule("district", 2)).statusCode()).isEqualTo(403);
        assertThat(contact.get("/alert-rules").statusCode()).isEqualTo(403);
    }

    @Test
    void a_basis_is_replaced_by_its_successor_and_the_rule_warns() {
        JsonObject law = new JsonObject()
                .put("based", 0)
                .put("reason", "法典施行")
                .put("document", new JsonObject().put("zh", "新条例").put("en", "New regulation"))
                .put("text", new JsonObject().put("zh", "条文").put("en", "text"))
                .put("from", "2026-11-01")
                .put("confirmed", true);
        good(wang.ask("PUT", "/legal-bases/new-air", "application/json", law.encode()));
        JsonObject old =
                law.copy().put("from", (String) null).put("to", "2026-10-31").put("successor", "new-air");
        good(wang.ask("PUT", "/legal-bases/zj-air-17", "application/json", old.encode()));
        JsonObject rule = good(wang.get("/alert-rules/limit-exceeded"));
        assertThat(rule.getJsonArray("bases").stream()
                        .map(JsonObject.class::cast)
                        .filter(b -> b.getBoolean("outdated"))
                        .map(b -> b.getString("followedBy")))
                .containsExactly("new-air");
        assertThat(good(wang.get("/legal-bases")).toString()).contains("\"over\":true", "former");
    }

    @Test
    void an_enterprise_reads_at_its_case_by_what_it_was_judged() {
        BookedCases.raise(console, "c-77", "LIMIT_EXCEEDED", "lvyuan-food.water-1.ph", "lvyuan-food");
        BookedCases.cite(console, "c-77");
        JsonObject cited = good(contact.get("/alerts/c-77")).getJsonObject("judgedBy");
        assertThat(cited.getString("rule")).isEqualTo("limit-exceeded");
        assertThat(cited.getLong("version")).isZero();
        assertThat(cited.getJsonArray("bases").toString()).contains("排污许可管理条例", "第二十一条");
        assertThat(cited.getBoolean("confirmed")).isFalse();
        assertThat(cited.containsKey("note")).isFalse();
    }
}
