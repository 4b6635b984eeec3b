package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changes how cases are handled, or who is told of them, is not who puts it in force: the whole way of a review over HTTP. */
class PolicyReviewsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PLAN = "/notice-plan";
    private static final String PROCEDURES = "/case-procedures";

    @TempDir
    Path dir;

    private SampleConsole console;
    private String li;
    private String wang;
    private String ofFucun;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.reviewing(dir);
        li = officer("li", Scope.DISTRICT);
        wang = officer("wang", Scope.DISTRICT);
        ofFucun = officer("fu", Scope.parks(Set.of("fucun")));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private String officer(String name, Scope scope) throws Exception {
        return SignedIn.person(console, name, new Grant(Role.OFFICER, scope));
    }

    private HttpResponse<String> ask(String who, String method, String path, JsonObject body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header("Cookie", who)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private JsonObject get(String who, String path) throws Exception {
        HttpResponse<String> answer = ask(who, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private HttpResponse<String> decide(String who, long number, String verdict) throws Exception {
        JsonObject body = new JsonObject().put("verdict", verdict).put("comment", "已核对");
        return ask(who, "POST", "/registry/reviews/" + number + "/decision", body);
    }

    /** The plan with another cap. */
    private JsonObject plan(int cap, boolean emergency) throws Exception {
        JsonObject now = get(li, PLAN);
        now.getJsonObject("caps").put("office", cap);
        return new JsonObject()
                .put("based", now.getInteger("version"))
                .put("reason", "市局 12 号文")
                .put("emergency", emergency)
                .put("rules", now.getJsonArray("rules"))
                .put("steps", now.getJsonObject("steps"))
                .put("caps", now.getJsonObject("caps"))
                .put("time", now.getJsonObject("time"));
    }

    private int cap() throws Exception {
        return get(li, PLAN).getJsonObject("caps").getInteger("office");
    }

    private int waiting(String who) throws Exception {
        return get(who, "/waiting").getInteger("reviews");
    }

    private String actions() {
        return console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 30).stream()
                .map(e -> e.action())
                .toList()
                .toString();
    }

    @Test
    void a_plan_is_in_force_once_somebody_else_approved_it() throws Exception {
        HttpResponse<String> asked = ask(li, "PUT", PLAN, plan(5, false));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(new JsonObject(asked.body()).getJsonObject("review").getInteger("number"))
                .isEqualTo(1);
        assertThat(cap()).as("nothing has changed").isEqualTo(10);
        assertThat(ask(li, "PUT", PLAN, plan(5, false)).statusCode()).isEqualTo(202);
        assertThat(get(wang, "/registry/reviews").getJsonArray("reviews"))
                .as("the same is asked for once")
                .hasSize(1);
        assertThat(waiting(wang)).isEqualTo(1);
        assertThat(waiting(li)).as("who asked").isZero();

        JsonObject seen = get(wang, "/registry/reviews/1");
        assertThat(seen.getJsonArray("matters")).containsExactly("notice-plan");
        JsonObject policy = seen.getJsonObject("policy");
        assertThat(policy.getJsonObject("before").getJsonObject("caps").getInteger("office"))
                .isEqualTo(10);
        assertThat(policy.getJsonObject("after").getJsonObject("caps").getInteger("office"))
                .isEqualTo(5);

        assertThat(decide(li, 1, "approved").statusCode()).as("nobody alone").isEqualTo(403);
        assertThat(cap()).isEqualTo(10);
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        assertThat(cap()).isEqualTo(5);
        JsonObject now = get(li, PLAN);
        assertThat(now.getString("by")).as("who asked is its author").isEqualTo("li");
        assertThat(now.getValue("review")).isNull();
        assertThat(decide(wang, 1, "rejected").statusCode()).isEqualTo(409);
        assertThat(actions()).contains("review.requested", "review.approved", "notice-plan.changed");
    }

    @Test
    void a_part_of_the_district_sees_no_request_of_what_holds_for_all() throws Exception {
        ask(li, "PUT", PLAN, plan(5, false));
        assertThat(waiting(ofFucun)).isZero();
        assertThat(get(ofFucun, "/registry/reviews").getJsonArray("reviews")).isEmpty();
        assertThat(ask(ofFucun, "GET", "/registry/reviews/1", null).statusCode())
                .isEqualTo(404);
        assertThat(decide(ofFucun, 1, "approved").statusCode()).isEqualTo(404);
        assertThat(get(ofFucun, PLAN).getValue("review")).isNull();
        assertThat(cap()).isEqualTo(10);
    }

    @Test
    void an_emergency_is_in_force_and_taken_back_where_it_is_rejected() throws Exception {
        HttpResponse<String> asked = ask(li, "PUT", PLAN, plan(5, true));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(cap()).isEqualTo(5);
        assertThat(get(li, PLAN).getJsonObject("review").getBoolean("emergency"))
                .isTrue();
        assertThat(get(wang, "/registry/reviews/1").getString("state")).isEqualTo("UNREVIEWED");
        assertThat(decide(wang, 1, "superseded").statusCode())
                .as("it stands as it was made")
                .isEqualTo(409);
        assertThat(decide(wang, 1, "rejected").statusCode()).isEqualTo(200);
        assertThat(cap()).isEqualTo(10);
        assertThat(get(li, PLAN).getInteger("version"))
                .as("by a version of its own")
                .isEqualTo(2);
    }

    @Test
    void an_emergency_that_its_maker_withdraws_is_not_in_force_any_more() throws Exception {
        ask(li, "PUT", PLAN, plan(5, true));
        assertThat(cap()).isEqualTo(5);
        assertThat(decide(li, 1, "withdrawn").statusCode()).isEqualTo(200);
        assertThat(cap()).as("nobody reviewed it").isEqualTo(10);
        assertThat(get(li, PLAN).getInteger("version")).isEqualTo(2);
        assertThat(actions()).contains("review.withdrawn");
    }

    @Test
    void an_emergency_stands_again_once_the_one_after_it_was_taken_back() throws Exception {
        ask(li, "PUT", PLAN, plan(5, true));
        ask(li, "PUT", PLAN, plan(6, true));
        HttpResponse<String> first = decide(wang, 1, "rejected");
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(first.body()).contains("close it as superseded");
        assertThat(decide(wang, 2, "rejected").statusCode()).isEqualTo(200);
        assertThat(cap()).isEqualTo(5);
        assertThat(decide(wang, 1, "superseded").statusCode())
                .as("what it put in force is")
                .isEqualTo(409);
        assertThat(decide(wang, 1, "rejected").statusCode()).isEqualTo(200);
        assertThat(cap()).isEqualTo(10);
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_overwritten_by_an_approval() throws Exception {
        ask(li, "PUT", PLAN, plan(5, false));
        ask(li, "PUT", PLAN, plan(7, true));
        HttpResponse<String> answer = decide(wang, 1, "approved");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("another version came after");
        assertThat(cap()).isEqualTo(7);
        assertThat(decide(wang, 1, "rejected").statusCode()).isEqualTo(200);
        ask(li, "PUT", PLAN, plan(8, true));
        assertThat(decide(wang, 2, "rejected").statusCode()).as("changed since").isEqualTo(409);
        assertThat(decide(wang, 2, "superseded").statusCode()).isEqualTo(200);
        assertThat(cap()).isEqualTo(8);
    }

    @Test
    void procedures_wait_the_same_way_and_faults_are_told_before() throws Exception {
        JsonObject now = get(li, PROCEDURES);
        JsonObject change = new JsonObject()
                .put("based", now.getInteger("version"))
                .put("reason", "市局 12 号文")
                .put("procedures", now.getJsonArray("procedures"))
                .put("levels", now.getJsonArray("levels"));
        change.getJsonArray("procedures")
                .getJsonObject(0)
                .getJsonObject("terms")
                .put("answer", "soon");
        assertThat(ask(li, "PUT", PROCEDURES, change).statusCode()).isEqualTo(400);
        change.getJsonArray("procedures")
                .getJsonObject(0)
                .getJsonObject("terms")
                .put("answer", 3);
        assertThat(ask(li, "PUT", PROCEDURES, change).statusCode()).isEqualTo(202);
        assertThat(get(li, PROCEDURES).getInteger("version")).isEqualTo(1);
        assertThat(decide(li, 1, "withdrawn").statusCode()).isEqualTo(200);
        assertThat(ask(li, "PUT", PROCEDURES, change).statusCode()).isEqualTo(202);
        assertThat(decide(wang, 2, "approved").statusCode()).isEqualTo(200);
        assertThat(get(li, PROCEDURES).getInteger("version")).isEqualTo(2);
    }

    @Test
    void a_term_of_clean_production_is_set_once_somebody_else_approved_it() throws Exception {
        JsonObject term = new JsonObject()
                .put("step", "started")
                .put("base", "listed")
                .put("months", 1)
                .put("validFrom", "2026-10-01")
                .put("sourceZh", "浙环函〔2026〕3 号")
                .put("confirmed", true)
                .put("word", "省厅新通知");
        int before = get(li, "/clean-production-terms").getJsonArray("rows").size();
        assertThat(ask(li, "POST", "/clean-production-terms", term.copy().put("base", "accepted"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> asked = ask(li, "POST", "/clean-production-terms", term);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(new JsonObject(asked.body()).getInteger("request")).isEqualTo(1);
        assertThat(get(li, "/clean-production-terms").getJsonArray("rows")).hasSize(before);
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        assertThat(get(li, "/clean-production-terms").getJsonArray("rows")).hasSize(before + 1);
    }
}
