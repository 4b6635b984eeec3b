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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While somebody stands in, the cases of the one are the other's, too; it ends by itself, and nobody stands in who is away. Today is 23 November. */
class DeputiesTest {
    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person wang;
    private Person li;
    private Person sun;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        wang = Person.with(console, "wang", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        li = Person.with(console, "li", Set.of(Grant.everywhere(Role.OFFICER)));
        sun = Person.with(console, "sun", Set.of(new Grant(Role.OFFICER, Scope.enterprises(Set.of("lvyuan-food")))));
        JsonObject mine =
                new JsonObject().put("cases", new JsonArray().add("c-1004")).put("to", "wang");
        good(wang.post("/case-owners", mine));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject from(String deputy, String from, String until) {
        return new JsonObject().put("deputy", deputy).put("from", from).put("until", until);
    }

    private static int mine(Person person) {
        return good(person.get("/alerts?state=open")).getJsonObject("counts").getInteger("mine");
    }

    @Test
    void cases_of_the_one_are_the_other_s_while_it_runs_and_marked_so() {
        assertThat(mine(li)).isZero();
        JsonObject made = good(wang.post("/session/deputies", from("li", "2026-11-23", "2026-11-25")));
        assertThat(made.getBoolean("running")).isTrue();
        assertThat(made.getString("until")).as("the whole of the last day").startsWith("2026-11-26T00:00:00");
        assertThat(mine(li)).isEqualTo(1);
        JsonObject owner = good(li.get("/alerts/c-1004")).getJsonObject("owner");
        assertThat(owner.getBoolean("mine")).isTrue();
        assertThat(owner.getBoolean("asDeputy")).isTrue();
        assertThat(owner.getString("account")).isEqualTo("wang");
        assertThat(mine(wang)).isEqualTo(1);

        good(li.post("/session/deputies/" + made.getString("id") + "/end", new JsonObject()));
        assertThat(mine(li)).isZero();
        assertThat(good(wang.get("/session/deputies"))
                        .getJsonArray("rows")
                        .getJsonObject(0)
                        .getString("endedBy"))
                .startsWith("key-");
        assertThat(sun.post("/session/deputies/" + made.getString("id") + "/end", new JsonObject())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_to_come_does_not_count_yet() {
        good(wang.post("/session/deputies", from("li", "2026-12-01", "2026-12-14")));
        assertThat(mine(li)).isZero();
    }

    @Test
    void who_sees_less_or_is_away_himself_cannot_stand_in_and_is_told_why() {
        assertThat(wang.post("/session/deputies", from("sun", "2026-12-01", "2026-12-14"))
                        .body())
                .contains("sees less than you do");
        good(sun.post("/session/deputies", from("wang", "2026-12-05", "2026-12-20")));
        assertThat(wang.post("/session/deputies", from("li", "2026-12-01", "2026-12-14"))
                        .body())
                .contains("you stand in for \\\"sun\\\" at that time");
        good(wang.post("/session/deputies", from("li", "2026-11-24", "2026-12-04")));
        assertThat(sun.post("/session/deputies", from("li", "2026-12-10", "2026-12-12"))
                        .body())
                .contains("\\\"wang\\\" stands in at that time already");
        assertThat(sun.post("/session/deputies", from("wang", "2026-11-30", "2026-12-01"))
                        .body())
                .contains("\\\"wang\\\" has \\\"li\\\" stand in at that time");
        assertThat(wang.post("/session/deputies", from("wang", "2027-01-01", "2027-01-02"))
                        .body())
                .contains("nobody is his own deputy");
        assertThat(wang.post("/session/deputies", from("li", "2026-01-01", "2026-01-02"))
                        .body())
                .contains("must end after it begins");
    }
}
