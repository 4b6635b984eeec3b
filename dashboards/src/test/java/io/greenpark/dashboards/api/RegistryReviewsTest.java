package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.ApiKeys;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Target;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who enters a limit is not who puts it in force: the whole way of a review over HTTP. */
class RegistryReviewsTest {
    private static final String LIMIT = "xinghua-brick.stack-1.nox.limit";
    private static final Scope PARK = Scope.parks(Set.of("fucun"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path dir;

    private SampleConsole console;
    private String li;
    private String key;
    private String wang;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.reviewing(dir);
        li = person("li", Scope.DISTRICT);
        wang = person("wang", Scope.DISTRICT);
        key = key("wang", Scope.DISTRICT);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    /** Somebody who is signed in. */
    private String person(String name, Scope scope) throws Exception {
        return SignedIn.person(console, name, officer(scope));
    }

    private String key(String name, Scope scope) {
        ApiKeys.Made made =
                console.identities().keys().create("k", name, Set.of(officer(scope)), null, Viewer.ofAll("admin"));
        return made.secret();
    }

    private static Grant officer(Scope scope) {
        return new Grant(Role.OFFICER, scope);
    }

    private HttpResponse<String> ask(String who, String path, JsonObject body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header(
                        who.startsWith("greenpark") ? "Cookie" : "Authorization",
                        who.startsWith("greenpark") ? who : "Bearer " + who)
                .header("Content-Type", "application/json");
        return CLIENT.send(
                body == null
                        ? request.build()
                        : request.POST(BodyPublishers.ofString(body.encode())).build(),
                BodyHandlers.ofString());
    }

    private static JsonObject upper(int mgPerM3, boolean emergency) {
        return new JsonObject("""
                {"reason": "new permit", "emergency": %s, "edits": [
                  {"kind": "limit", "id": "%s", "verb": "patch", "document": {"upper": %d}}]}""".formatted(emergency, LIMIT, mgPerM3));
    }

    private static JsonObject verdict(String verdict) {
        return new JsonObject().put("verdict", verdict).put("comment", "seen");
    }

    private String upper() {
        return console.sources().registry().current().facts().limits().stream()
                .filter(l -> l.id().equals(LIMIT))
                .map(Limit::upper)
                .findFirst()
                .orElseThrow()
                .toPlainString();
    }

    private List<String> actions() {
        return console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                .map(e -> e.action())
                .toList();
    }

    @Test
    void a_limit_is_in_force_once_somebody_else_approved_it() throws Exception {
        HttpResponse<String> asked = ask(li, "/registry/changes", upper(30, false));
        assertThat(asked.statusCode()).isEqualTo(202);
        JsonObject answer = new JsonObject(asked.body());
        assertThat(answer.getBoolean("applied")).isFalse();
        assertThat(answer.getJsonObject("review").getInteger("request")).isEqualTo(1);
        assertThat(upper()).isEqualTo("50");

        assertThat(ask(li, "/registry/reviews/1/decision", verdict("approved")).statusCode())
                .isEqualTo(403);
        assertThat(ask(key, "/registry/reviews/1/decision", verdict("approved")).statusCode())
                .as("a key, whoever's")
                .isEqualTo(403);
        assertThat(upper()).isEqualTo("50");

        JsonObject list = new JsonObject(ask(wang, "/registry/reviews", null).body());
        JsonObject waiting = list.getJsonArray("reviews").getJsonObject(0);
        assertThat(waiting.getString("state")).isEqualTo("WAITING");
        assertThat(waiting.getBoolean("own")).isFalse();
        JsonObject detail =
                new JsonObject(ask(wang, "/registry/reviews/1", null).body());
        JsonObject edit = detail.getJsonObject("result").getJsonArray("edits").getJsonObject(0);
        assertThat(edit.getJsonObject("before").getString("upper")).isEqualTo("50");
        assertThat(edit.getJsonObject("after").getString("upper")).isEqualTo("30");

        assertThat(ask(wang, "/registry/reviews/1/decision", verdict("approved"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(upper()).isEqualTo("30");
        assertThat(ask(wang, "/registry/reviews/1/decision", verdict("rejected"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(actions()).contains("review.requested", "review.approved", "registry.changed");
    }

    @Test
    void an_emergency_is_in_force_until_it_is_rejected() throws Exception {
        assertThat(ask(li, "/registry/changes", upper(30, true)).statusCode()).isEqualTo(200);
        assertThat(upper()).isEqualTo("30");
        assertThat(ask(wang, "/registry/reviews/1/decision", verdict("rejected"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(upper()).isEqualTo("50");
    }

    @Test
    void what_changed_meanwhile_cannot_be_approved() throws Exception {
        ask(li, "/registry/changes", upper(30, false));
        ask(wang, "/registry/changes", upper(40, true));
        assertThat(ask(wang, "/registry/reviews/1/decision", verdict("approved"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(ask(li, "/registry/reviews/1/decision", verdict("withdrawn")).statusCode())
                .isEqualTo(200);
        assertThat(upper()).isEqualTo("40");
    }

    @Test
    void a_change_is_undone_by_one_that_is_reviewed_as_well() throws Exception {
        ask(li, "/registry/changes", upper(30, true));
        long change = console.sources().documents().history().newest();
        JsonObject why = new JsonObject().put("reason", "wrong outlet");
        assertThat(ask(li, "/registry/changes/" + change + "/undo", why).statusCode())
                .isEqualTo(202);
        assertThat(ask(wang, "/registry/reviews/2/decision", verdict("approved"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(upper()).isEqualTo("50");
        assertThat(ask(wang, "/registry/changes/" + change + "/undo", why).statusCode())
                .isEqualTo(412);
    }

    @Test
    void an_emergency_that_removed_something_is_seen_by_whose_it_was() throws Exception {
        JsonObject removal = new JsonObject("""
                {"reason": "not in force", "emergency": true, "edits": [
                  {"kind": "target", "id": "target-fucun", "verb": "remove"}]}""");
        assertThat(ask(li, "/registry/changes", removal).statusCode()).isEqualTo(200);
        assertThat(targets()).doesNotContain("target-fucun");
        String elsewhere = person("sun", Scope.parks(Set.of("caozhai")));
        assertThat(ask(elsewhere, "/registry/reviews/1", null).statusCode()).isEqualTo(404);
        String zhao = person("zhao", PARK);
        assertThat(ask(zhao, "/registry/reviews/1/decision", verdict("rejected"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(targets()).contains("target-fucun");
    }

    private List<String> targets() {
        return console.sources().registry().current().facts().targets().stream()
                .map(Target::id)
                .toList();
    }

    @Test
    void who_has_a_park_sees_and_decides_what_concerns_it() throws Exception {
        String zhao = person("zhao", PARK);
        ask(li, "/registry/changes", upper(30, false));
        String park = console.sources()
                .registry()
                .current()
                .enterprise("xinghua-brick")
                .orElseThrow()
                .parkId();
        String sun = person("sun", Scope.parks(Set.of(park)));
        assertThat(park).isNotEqualTo("fucun");
        assertThat(new JsonObject(ask(zhao, "/registry/reviews", null).body()).getJsonArray("reviews"))
                .isEmpty();
        HttpResponse<String> foreign = ask(zhao, "/registry/reviews/1/decision", verdict("approved"));
        HttpResponse<String> absent = ask(zhao, "/registry/reviews/9/decision", verdict("approved"));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace("\\\"1\\\"", "\\\"9\\\"")).isEqualTo(absent.body());
        assertThat(ask(sun, "/registry/reviews/1/decision", verdict("approved")).statusCode())
                .isEqualTo(200);
        assertThat(upper()).isEqualTo("30");
    }

    /** Rejecting an emergency changes what it changed back: a gateway's name is of all behind it. */
    @Test
    void an_emergency_that_renamed_a_shared_gateway_is_rejected_by_who_has_all_behind_it() throws Exception {
        assertThat(ask(li, "/registry/changes", new JsonObject("""
                {"reason": "wiring", "edits": [
                  {"kind": "device", "id": "xinghua-brick.stack-1", "verb": "patch", "document": {"gateway": "gateway-fucun-1"}},
                  {"kind": "device", "id": "lvyuan-food.steam", "verb": "patch", "document": {"gateway": "gateway-fucun-1"}}]}""")).statusCode())
                .isEqualTo(200);
        JsonObject emergency = upper(30, true);
        emergency.getJsonArray("edits").add(new JsonObject("""
                {"kind": "gateway", "id": "gateway-fucun-1", "verb": "patch", "document": {"name": {"en": "new"}}}"""));
        assertThat(ask(li, "/registry/changes", emergency).statusCode()).isEqualTo(200);
        String part = person("part", Scope.enterprises(Set.of("xinghua-brick")));
        HttpResponse<String> refused = ask(part, "/registry/reviews/1/decision", verdict("rejected"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("lvyuan");
        assertThat(upper()).isEqualTo("30");
        String both = person("both", Scope.enterprises(Set.of("xinghua-brick", "lvyuan-food")));
        assertThat(ask(both, "/registry/reviews/1/decision", verdict("rejected"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(upper()).isNotEqualTo("30");
    }
}
