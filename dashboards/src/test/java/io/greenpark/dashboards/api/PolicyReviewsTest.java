package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    private static final String RULES = "/alert-rules";

    /** A rule for one enterprise, with so many periods until it raises. */
    private static JsonObject rule(int raiseAfter, long based, boolean emergency) {
        return new JsonObject()
                .put("based", based)
                .put("reason", "市局 31 号文")
                .put("emergency", emergency)
                .put("kind", "limit-exceeded")
                .put("scope", "enterprise")
                .put("target", "hengda-tools")
                .put(
                        "parameters",
                        new JsonObject()
                                .put("raiseAfter", raiseAfter)
                                .put("clearAfter", 2)
                                .put("worsenPercent", 20)
                                .put("minCompletenessPercent", 75)
                                .put("clearPercent", 100))
                .put("trial", false)
                .put(
                        "from",
                        LocalDate.ofInstant(SampleConsole.CLOCK.instant(), ZoneId.of("Asia/Shanghai"))
                                .toString())
                .put("confirmed", false);
    }

    private List<String> rules() throws Exception {
        return get(li, RULES + "?scope=enterprise").getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> "hengda-tools".equals(row.getString("target")))
                .map(row -> row.getString("id") + " v" + row.getInteger("version"))
                .toList();
    }

    @Test
    void a_rule_is_in_force_once_somebody_else_approved_it_and_two_that_wait_are_told_apart() throws Exception {
        HttpResponse<String> asked = ask(li, "POST", RULES, rule(2, 0, false));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(ask(li, "POST", RULES, rule(2, 0, false)).statusCode()).isEqualTo(202);
        assertThat(ask(li, "POST", RULES, rule(3, 0, false).put("target", "lvyuan-food"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(get(wang, "/registry/reviews").getJsonArray("reviews"))
                .as("the same is asked for once")
                .hasSize(2);
        assertThat(rules()).as("nobody alone puts a rule in force").isEmpty();
        assertThat(get(li, RULES).getJsonArray("added")).hasSize(2);
        assertThat(decide(li, 1, "approved").statusCode()).isEqualTo(403);
        assertThat(rules()).isEmpty();
        JsonObject seen = get(wang, "/registry/reviews/1");
        assertThat(seen.getJsonArray("matters")).containsExactly("alert-rules");
        assertThat(seen.getString("policyName")).isEqualTo("alert-rule/limit-exceeded-3");
        assertThat(get(wang, "/registry/reviews/2").getString("policyName")).isEqualTo("alert-rule/limit-exceeded-4");
        assertThat(seen.getJsonObject("policy").getValue("before")).isNull();
        assertThat(decide(wang, 2, "approved").statusCode()).isEqualTo(200);
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        assertThat(rules()).containsExactly("limit-exceeded-3 v1");
        assertThat(get(li, RULES + "/limit-exceeded-3")
                        .getJsonArray("versions")
                        .getJsonObject(0)
                        .getString("by"))
                .isEqualTo("li");

        assertThat(ask(li, "PUT", RULES + "/limit-exceeded-3", rule(4, 1, false))
                        .statusCode())
                .isEqualTo(202);
        assertThat(get(li, RULES + "/limit-exceeded-3").getJsonObject("review").getInteger("number"))
                .isEqualTo(3);
        assertThat(get(ofFucun, RULES).getJsonArray("added")).isEmpty();
        assertThat(decide(wang, 3, "rejected").statusCode()).isEqualTo(200);
        assertThat(rules()).containsExactly("limit-exceeded-3 v1");
        assertThat(actions()).contains("alert-rule.changed");
    }

    @Test
    void what_does_not_fit_is_refused_before_it_waits_and_when_it_is_approved() throws Exception {
        assertThat(ask(li, "POST", RULES, rule(2, 0, false).put("target", "nowhere"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask(li, "POST", RULES, rule(2, 0, false)).statusCode()).isEqualTo(202);
        assertThat(ask(wang, "POST", RULES, rule(3, 0, false)).statusCode()).isEqualTo(202);
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        HttpResponse<String> tied = decide(li, 2, "approved");
        assertThat(tied.statusCode()).isEqualTo(409);
        assertThat(tied.body()).contains("ties with rule limit-exceeded-3");
        assertThat(get(li, "/registry/reviews/2").getString("state")).isEqualTo("WAITING");
    }

    @Test
    void a_rule_made_in_an_emergency_ends_where_it_is_rejected() throws Exception {
        HttpResponse<String> made = ask(li, "POST", RULES, rule(2, 0, true));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(new JsonObject(made.body()).getJsonObject("review").getBoolean("emergency"))
                .isTrue();
        assertThat(rules()).containsExactly("limit-exceeded-3 v1");
        assertThat(decide(wang, 1, "rejected").statusCode()).isEqualTo(200);
        JsonObject now = get(li, RULES + "/limit-exceeded-3");
        assertThat(now.getString("to")).isEqualTo(now.getString("from"));
        assertThat(now.getBoolean("trial"))
                .as("it tells nobody for the rest of the day")
                .isTrue();
    }

    @Test
    void a_change_of_the_districts_rule_in_an_emergency_goes_back_to_what_is_shipped() throws Exception {
        JsonObject change = rule(5, 0, true).put("scope", "district").put("target", (String) null);
        assertThat(ask(li, "PUT", RULES + "/limit-exceeded", change).statusCode())
                .isEqualTo(200);
        assertThat(decide(wang, 1, "rejected").statusCode()).isEqualTo(200);
        JsonObject now = get(li, RULES + "/limit-exceeded");
        assertThat(now.getInteger("version")).isEqualTo(2);
        assertThat(now.getJsonArray("parameters").getJsonObject(0).getString("value"))
                .isEqualTo(now.getJsonArray("versions")
                        .getJsonObject(2)
                        .getJsonArray("parameters")
                        .getJsonObject(0)
                        .getString("value"));
    }

    @Test
    void a_legal_basis_waits_too() throws Exception {
        JsonObject basis = new JsonObject()
                .put("based", 0)
                .put("reason", "新条例")
                .put("document", new JsonObject().put("zh", "新条例").put("en", "A new regulation"))
                .put("text", new JsonObject().put("zh", "条文").put("en", "text"))
                .put("confirmed", true);
        assertThat(ask(li, "PUT", "/legal-bases/new-law", basis).statusCode()).isEqualTo(202);
        assertThat(get(li, "/legal-bases").encode()).doesNotContain("new-law");
        assertThat(get(wang, "/registry/reviews/1").getString("policyName")).isEqualTo("legal-basis/new-law");
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        assertThat(get(li, "/legal-bases").encode()).contains("new-law");
        assertThat(actions()).contains("legal-basis.changed");
    }

    @Test
    void templates_say_something_else_once_somebody_else_approved_them() throws Exception {
        JsonObject now = get(li, "/message-templates");
        JsonObject change = new JsonObject()
                .put("based", now.getInteger("version"))
                .put("reason", "市局 14 号文")
                .put("events", now.getJsonObject("events"))
                .put("factors", now.getJsonObject("factors"))
                .put("texts", now.getJsonArray("texts"))
                .put("sms", now.getJsonArray("sms"));
        change.getJsonObject("events")
                .put("raised", new JsonObject().put("zh", "新预警").put("en", "New alert"));
        HttpResponse<String> asked = ask(li, "PUT", "/message-templates", change);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(new JsonObject(asked.body()).getJsonObject("review").getInteger("number"))
                .isEqualTo(1);
        assertThat(get(li, "/message-templates").getJsonObject("events").encode())
                .doesNotContain("新预警");
        assertThat(decide(li, 1, "approved").statusCode()).isEqualTo(403);
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        assertThat(get(li, "/message-templates").getJsonObject("events").encode())
                .contains("新预警");
        assertThat(actions()).contains("message-templates.changed");
        assertThat(ask(li, "PUT", "/message-templates", change.put("based", 1).put("emergency", true))
                        .statusCode())
                .isEqualTo(200);
        assertThat(decide(wang, 2, "rejected").statusCode()).isEqualTo(200);
        assertThat(get(li, "/message-templates").getInteger("version")).isEqualTo(3);
    }

    @Test
    void what_explains_what_waits_under_the_same_matter_and_circles_do_not_even_wait() throws Exception {
        JsonObject one = new JsonObject()
                .put("explaining", "device-silent")
                .put("explained", "data-stands-still")
                .put("relation", "device");
        JsonObject back = new JsonObject()
                .put("explaining", "data-stands-still")
                .put("explained", "device-silent")
                .put("relation", "device");
        JsonObject change = new JsonObject()
                .put("based", 0)
                .put("reason", "试行")
                .put("dependencies", new JsonArray().add(one).add(back));
        HttpResponse<String> circle = ask(li, "PUT", "/rule-dependencies", change);
        assertThat(circle.statusCode()).isEqualTo(400);
        assertThat(circle.body()).contains("in a circle");
        change.put("dependencies", new JsonArray().add(one));
        assertThat(ask(li, "PUT", "/rule-dependencies", change).statusCode()).isEqualTo(202);
        assertThat(get(li, "/rule-dependencies").getInteger("version")).isZero();
        assertThat(decide(li, 1, "approved").statusCode()).isEqualTo(403);
        assertThat(decide(wang, 1, "approved").statusCode()).isEqualTo(200);
        JsonObject now = get(li, "/rule-dependencies");
        assertThat(now.getInteger("version")).isEqualTo(1);
        assertThat(now.getJsonArray("dependencies")).hasSize(1);
        assertThat(now.getString("by")).isEqualTo("li");
    }
}
