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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officers of the whole district say who is told of what, and when; every version stays. */
class NoticePlanTest {
    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person wang;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static HttpResponse<String> put(Person by, JsonObject change) {
        return by.ask("PUT", "/notice-plan", "application/json", change.encode());
    }

    /** What is in force, to be put in force anew. */
    private JsonObject change() {
        JsonObject now = good(wang.get("/notice-plan"));
        return new JsonObject()
                .put("based", now.getInteger("version"))
                .put("reason", "市局 12 号文")
                .put("rules", now.getJsonArray("rules"))
                .put("steps", now.getJsonObject("steps"))
                .put("caps", now.getJsonObject("caps"))
                .put("time", now.getJsonObject("time"));
    }

    @Test
    void every_version_stays_with_who_and_why() {
        JsonObject shipped = good(wang.get("/notice-plan"));
        assertThat(shipped.getInteger("version")).isZero();
        assertThat(shipped.getString("at")).isNull();
        JsonObject change = change();
        change.getJsonObject("caps").put("office", 5);
        JsonObject changed = good(put(wang, change));
        assertThat(changed.getInteger("version")).isEqualTo(1);
        assertThat(changed.getString("by")).as("a key acts in its own name").startsWith("key-");
        assertThat(changed.getJsonObject("caps").getInteger("office")).isEqualTo(5);
        assertThat(changed.getJsonArray("versions")).hasSize(2);
        JsonObject before = good(wang.get("/notice-plan?version=0"));
        assertThat(before.getBoolean("newest")).isFalse();
        assertThat(before.getJsonObject("caps").getInteger("office")).isEqualTo(10);
        assertThat(wang.get("/notice-plan?version=7").body()).contains("version 7", "0 to 1");
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                        .toString())
                .contains("notice-plan", "市局 12 号文");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        JsonObject change = change();
        good(put(wang, change));
        HttpResponse<String> second = put(wang, change);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("at version 1, you changed version 0", "Nothing was changed");
        assertThat(good(wang.get("/notice-plan")).getInteger("version")).isEqualTo(1);
    }

    @Test
    void a_part_of_the_district_is_not_enough_and_who_reads_changes_nothing() {
        Person li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        Person leader = Person.with(console, "leader", Set.of(Grant.everywhere(Role.LEADER)));
        for (Person each : new Person[] {li, leader}) {
            assertThat(good(each.get("/notice-plan")).getJsonArray("rules")).isNotEmpty();
            assertThat(put(each, change()).statusCode()).isEqualTo(403);
        }
        Person contact = Person.with(
                console,
                "zhang",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        assertThat(contact.get("/notice-plan").statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_not_right_is_told_with_its_place() {
        JsonObject length = change();
        office(length).getJsonArray("climbs").getJsonObject(0).put("runningFor", "soon");
        assertThat(faulty(length)).contains("rules[0].office.climbs[0].runningFor", "soon");

        JsonObject manner = change();
        office(manner).put("first", "later");
        assertThat(faulty(manner)).contains("rules[0].office.first", "never, digest, working-hours, at-once");

        JsonObject two = change();
        office(two).getJsonArray("climbs").getJsonObject(0).put("openFor", "3h");
        assertThat(faulty(two)).contains("rules[0].office.climbs[0]", "one condition");

        JsonObject last = change();
        last.getJsonArray("rules").remove(last.getJsonArray("rules").size() - 1);
        assertThat(faulty(last)).contains("the last rule must be for all cases");

        JsonObject doubled = change();
        doubled.getJsonArray("rules")
                .add(0, doubled.getJsonArray("rules").getJsonObject(0).copy());
        assertThat(faulty(doubled)).contains("rules[1].code", "no other one has");

        JsonObject day = change();
        day.getJsonObject("time").put("holidays", new JsonArray().add("2026-13-01"));
        assertThat(faulty(day)).contains("time.holidays", "2026-13-01");

        JsonObject cap = change();
        cap.getJsonObject("caps").put("office", "many");
        assertThat(faulty(cap)).contains("caps.office", "0..1000");

        JsonObject step = change();
        step.getJsonObject("steps").put("raised", new JsonObject().put("office", "digest"));
        assertThat(faulty(step)).contains("steps.raised");
        assertThat(good(wang.get("/notice-plan")).getInteger("version")).isZero();
    }

    private static JsonObject office(JsonObject change) {
        return change.getJsonArray("rules").getJsonObject(0).getJsonObject("office");
    }

    private String faulty(JsonObject change) {
        HttpResponse<String> answer = put(wang, change);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }
}
