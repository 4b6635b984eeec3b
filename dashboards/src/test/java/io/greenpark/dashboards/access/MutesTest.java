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

/** Officers say of what nobody is told for a while, of their part of the district; it is 20:40 on the 23rd. */
class MutesTest {
    private static final String OUTLET = "xinghua-brick.stack-1";

    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person li;
    private Person wang;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject mute(String scope, String target) {
        return new JsonObject()
                .put("kind", "maintenance")
                .put("scope", scope)
                .put("target", target)
                .put("from", "2026-11-23T20:00")
                .put("to", "2026-11-24T08:30")
                .put("reason", "更换分析仪");
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<Integer> ids(Person asker, String query) {
        return good(asker.get("/mutes" + query)).getJsonArray("rows").stream()
                .map(row -> ((JsonObject) row).getInteger("id"))
                .toList();
    }

    @Test
    void an_officer_enters_one_of_his_part_ends_it_and_both_are_on_record() {
        JsonObject made = good(li.post("/mutes", mute("outlet", OUTLET)));
        assertThat(made.getString("owner")).isEqualTo("li.na");
        assertThat(made.getString("to")).isEqualTo("2026-11-24T08:30:00+08:00");
        assertThat(made.getBoolean("holds")).isTrue();
        String path = "/mutes/" + made.getInteger("id") + "/end";
        JsonObject ended = good(li.post(path, new JsonObject()));
        assertThat(ended.getBoolean("over")).isTrue();
        assertThat(ended.getString("endedBy")).as("a key acts in its own name").startsWith("key-");
        assertThat(good(li.post(path, new JsonObject()))).as("again").isEqualTo(ended);
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                        .toString())
                .containsOnlyOnce("mute.ended")
                .contains("更换分析仪");
    }

    @Test
    void what_lies_elsewhere_is_as_if_it_were_not() {
        int district = good(wang.post("/mutes", mute("district", "jindong"))).getInteger("id");
        int foreign =
                good(wang.post("/mutes", mute("enterprise", "hengda-tools"))).getInteger("id");
        assertThat(ids(wang, "")).contains(district, foreign);
        assertThat(ids(li, "")).doesNotContain(district, foreign);
        for (int id : new int[] {district, foreign, 999}) {
            assertThat(li.post("/mutes/" + id + "/end", new JsonObject()).statusCode())
                    .isEqualTo(404);
        }
        HttpResponse<String> outOfPart = li.post("/mutes", mute("enterprise", "hengda-tools"));
        HttpResponse<String> nowhere = li.post("/mutes", mute("enterprise", "nowhere"));
        assertThat(outOfPart.statusCode()).isEqualTo(400);
        assertThat(outOfPart.body().replace("hengda-tools", "nowhere")).isEqualTo(nowhere.body());
        assertThat(li.post("/mutes", mute("district", "jindong")).statusCode())
                .as("more than his part")
                .isEqualTo(400);
        assertThat(good(li.post("/mutes", mute("park", "xiaoshun"))).getString("scope"))
                .isEqualTo("park");
        Person contact = Person.with(
                console,
                "zhang",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        assertThat(contact.post("/mutes", mute("outlet", OUTLET)).statusCode()).isEqualTo(403);
    }

    @Test
    void of_one_thing_those_are_told_that_cover_it() {
        int outlet = good(li.post("/mutes", mute("outlet", OUTLET))).getInteger("id");
        int device =
                good(li.post("/mutes", mute("device", "xinghua-brick.stack-1"))).getInteger("id");
        int park = good(li.post("/mutes", mute("park", "xiaoshun"))).getInteger("id");
        JsonObject whole = mute("district", "");
        whole.remove("target");
        int district = good(wang.post("/mutes", whole)).getInteger("id");
        assertThat(ids(wang, "?outlet=" + OUTLET))
                .contains(outlet, park, district)
                .doesNotContain(device);
        assertThat(ids(li, "?device=xinghua-brick.stack-1"))
                .contains(device, park)
                .doesNotContain(outlet, district);
        assertThat(ids(li, "?enterprise=xinghua-brick")).contains(park).doesNotContain(outlet, device);
        assertThat(ids(wang, "?enterprise=hengda-tools")).containsExactly(district);
        assertThat(li.get("/mutes?outlet=nowhere").body()).contains("nowhere");
    }

    @Test
    void what_is_not_right_is_told() {
        assertThat(faulty("to", "2026-11-23T20:30")).contains("must be later than");
        assertThat(faulty("to", "2027-01-10T00:00")).contains("at most 31 days");
        assertThat(faulty("from", "2026-11-22T08:00")).contains("at most a day ago");
        assertThat(faulty("from", "tomorrow")).contains("tomorrow", "2018-01-01T08:00");
        assertThat(faulty("kind", "nap")).contains("nap", "maintenance, known");
        assertThat(faulty("scope", "street")).contains("street", "district, park, enterprise, outlet, device");
        assertThat(faulty("rules", new JsonArray().add("limit"))).contains("limit", "limit-exceeded, limit-warning");
        assertThat(faulty("reason", " ")).contains("reason");
        assertThat(ids(li, "")).as("but for the one of the sample").hasSize(1);
    }

    private String faulty(String field, Object value) {
        HttpResponse<String> answer = li.post("/mutes", mute("outlet", OUTLET).put(field, value));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }

    @Test
    void a_case_says_that_nobody_is_told_of_it() {
        BookedCases.raise(console, "x-1", "LIMIT_EXCEEDED", OUTLET + ".nox", "xinghua-brick");
        assertThat(good(li.get("/alerts/x-1")).getJsonObject("muted")).isNull();
        int id = good(li.post("/mutes", mute("outlet", OUTLET).put("rules", new JsonArray().add("limit-exceeded"))))
                .getInteger("id");
        JsonObject muted = good(li.get("/alerts/x-1")).getJsonObject("muted");
        assertThat(muted.getString("kind")).isEqualTo("maintenance");
        assertThat(muted.getString("to")).isEqualTo("2026-11-24T08:30:00+08:00");
        good(li.post("/mutes/" + id + "/end", new JsonObject()));
        assertThat(good(li.get("/alerts/x-1")).getJsonObject("muted")).isNull();
    }
}
