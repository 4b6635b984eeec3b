package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
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

/** Objections over HTTP: an enterprise files, officers decide, and everybody who sees the thing sees that it is objected to. */
class ObjectionApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String OWN = "xinghua-brick";
    private static final String POINT = OWN + ".stack-1.nox";
    private static final String LIMIT = POINT + ".limit";

    @TempDir
    Path dir;

    private SampleConsole console;
    private String contact;
    private String officer;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        contact = SignedIn.person(console, "firm", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN))));
        officer = SignedIn.person(console, "wang", new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun"))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> ask(String who, String method, String path, JsonObject body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header("Cookie", who)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private JsonObject get(String who, String path) throws Exception {
        return ok(ask(who, "GET", path, null));
    }

    private static JsonObject ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private JsonObject filed(JsonObject body) throws Exception {
        return ok(ask(contact, "POST", "/enterprises/" + OWN + "/objections", body.put("reason", "标定期间的数据")));
    }

    private static JsonObject about(String kind, String id) {
        return new JsonObject().put("kind", kind).put("id", id);
    }

    private HttpResponse<String> decide(String who, JsonObject one, String verdict) throws Exception {
        return ask(
                who,
                "POST",
                "/objections/" + one.getString("number") + "/decision",
                new JsonObject()
                        .put("version", one.getLong("version"))
                        .put("verdict", verdict)
                        .put("words", "标定记录属实")
                        .put("basis", "HJ 75-2017"));
    }

    private static String state(JsonObject marked) {
        return marked.getJsonObject("objection") == null
                ? "none"
                : marked.getJsonObject("objection").getString("state");
    }

    private JsonObject limit(String who) throws Exception {
        return get(who, "/points/" + POINT).getJsonArray("limits").getJsonObject(0);
    }

    @Test
    void an_enterprise_objects_to_its_limit_and_an_officer_is_led_to_the_edit() throws Exception {
        assertThat(state(limit(officer))).isEqualTo("none");
        JsonObject one = filed(about("limit", LIMIT));
        assertThat(one.getString("number")).startsWith("YY-2026-");
        assertThat(one.getJsonObject("may").getBoolean("withdraw")).isTrue();
        assertThat(one.getJsonArray("involved")).isEmpty();
        assertThat(state(limit(officer))).isEqualTo("OPEN");
        assertThat(state(limit(contact))).isEqualTo("OPEN");

        JsonObject seen = get(officer, "/objections/" + one.getString("number"));
        assertThat(seen.getJsonObject("may").getBoolean("decide")).isTrue();
        assertThat(seen.getJsonObject("deciders").getInteger("local")).isPositive();
        assertThat(seen.getValue("edit")).isNull();
        JsonObject decided = ok(decide(officer, seen, "upheld"));
        assertThat(decided.getJsonObject("edit"))
                .isEqualTo(new JsonObject().put("kind", "limit").put("id", LIMIT));
        assertThat(state(limit(contact))).isEqualTo("UPHELD");

        JsonObject told = get(contact, "/objections/" + one.getString("number"));
        assertThat(told.encode()).contains("标定记录属实", "HJ 75-2017").doesNotContain("wang");
        assertThat(decide(officer, seen, "rejected").statusCode()).isEqualTo(409);
        List<String> actions = console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                .map(e -> e.action())
                .toList();
        assertThat(actions).contains("objection.filed", "objection.decided");
    }

    @Test
    void a_month_is_upheld_by_naming_what_corrects_it_and_judged_again_once_that_came() throws Exception {
        JsonObject one = filed(new JsonObject().put("kind", "energy").put("month", "2026-06"));
        HttpResponse<String> unnamed = decide(officer, one, "upheld");
        assertThat(unnamed.statusCode()).isEqualTo(422);
        assertThat(unnamed.body()).contains("saying what corrects it");
        String path = "/objections/" + one.getString("number");
        JsonObject ruling = new JsonObject()
                .put("version", 1)
                .put("verdict", "upheld")
                .put("words", "倍率有误")
                .put("basis", "现场核对")
                .put("correction", "bill");
        HttpResponse<String> whichOne = ask(officer, "POST", path + "/decision", ruling);
        assertThat(whichOne.statusCode()).isEqualTo(400);
        assertThat(whichOne.body()).contains("number of the bill");
        JsonObject decided = ok(ask(officer, "POST", path + "/decision", ruling.put("reference", "电费单 202606")));
        assertThat(decided.getJsonObject("may").getBoolean("correct")).isTrue();

        JsonObject told = get(contact, path);
        assertThat(told.getJsonObject("correction").getString("reference")).isEqualTo("电费单 202606");
        assertThat(told.getJsonObject("correction").getValue("cameAt")).isNull();
        assertThat(told.getJsonObject("may").getBoolean("correct")).isFalse();
        JsonObject came = new JsonObject().put("reason", "账单已补录");
        assertThat(ask(contact, "POST", path + "/correction", came).statusCode())
                .isEqualTo(403);
        ok(ask(officer, "POST", path + "/correction", came));
        assertThat(ask(officer, "POST", path + "/correction", came).statusCode())
                .isEqualTo(409);
        assertThat(get(contact, path).encode()).contains("CORRECTED", "账单已补录").doesNotContain("wang");
    }

    @Test
    void who_acted_on_a_case_does_not_decide_and_that_is_said() throws Exception {
        JsonObject theCase = get(contact, "/alerts").getJsonArray("alerts").stream()
                .map(JsonObject.class::cast)
                .filter(c -> POINT.equals(c.getString("point")))
                .findFirst()
                .orElseThrow();
        ok(ask(
                officer,
                "POST",
                "/alerts/" + theCase.getString("id") + "/acknowledge",
                new JsonObject().put("comment", "已核实")));
        JsonObject one = filed(about("case", theCase.getString("id")));
        JsonObject seen = get(officer, "/objections/" + one.getString("number"));
        assertThat(seen.getJsonObject("may").getBoolean("decide")).isFalse();
        assertThat(seen.getJsonObject("deciders").getInteger("local")).isZero();
        assertThat(seen.getJsonObject("deciders").encode()).contains("an officer of the whole district decides");
        assertThat(seen.getJsonArray("involved").encode()).contains("ACTED_ON_CASE", "wang");
        HttpResponse<String> refused = decide(officer, seen, "rejected");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("acted on the case");
        JsonArray alerts = get(officer, "/alerts").getJsonArray("alerts");
        assertThat(alerts.stream()
                        .map(JsonObject.class::cast)
                        .filter(c -> "OPEN".equals(state(c)))
                        .map(c -> c.getString("id")))
                .containsExactly(theCase.getString("id"));
        assertThat(state(get(contact, "/alerts/" + theCase.getString("id")))).isEqualTo("OPEN");
        String district = SignedIn.person(console, "zhou", Grant.everywhere(Role.OFFICER));
        assertThat(decide(district, seen, "rejected").statusCode()).isEqualTo(200);
        assertThat(state(get(contact, "/alerts/" + theCase.getString("id")))).isEqualTo("REJECTED");
    }

    @Test
    void figures_of_months_and_hours_are_marked_in_their_time_only() throws Exception {
        filed(new JsonObject().put("kind", "energy").put("month", "2026-09"));
        JsonArray months = get(officer, "/enterprises/" + OWN + "/energy?from=2026-08-01&to=2026-11-01&step=month")
                .getJsonArray("rows");
        assertThat(months.stream().map(row -> state((JsonObject) row))).containsExactly("none", "OPEN", "none");

        filed(new JsonObject().put("kind", "intensity").put("month", "2026-09"));
        JsonArray intensities = get(officer, "/enterprises/" + OWN + "/intensity?from=2026-08-01&to=2026-11-01")
                .getJsonArray("rows");
        assertThat(intensities.stream().map(row -> state((JsonObject) row))).containsExactly("none", "OPEN", "none");

        JsonArray hours = get(officer, series()).getJsonArray("rows");
        String from = hours.getJsonObject(1).getString("from");
        String to = hours.getJsonObject(1).getString("to");
        filed(about("mean", POINT).put("step", "hour").put("from", from).put("to", to));
        JsonArray marked = get(officer, series()).getJsonArray("rows");
        assertThat(marked.stream().map(row -> state((JsonObject) row)).filter("OPEN"::equals))
                .hasSize(1);
        assertThat(state(marked.getJsonObject(1))).isEqualTo("OPEN");
    }

    private static String series() {
        return "/points/" + POINT + "/series?from=2026-11-10&to=2026-11-11&step=hour";
    }

    @Test
    void a_thing_that_is_not_ones_own_is_refused_like_one_that_there_is_not_and_twice_is_a_conflict() throws Exception {
        String path = "/enterprises/" + OWN + "/objections";
        JsonObject foreign = about("point", "x").put("reason", "r");
        assertThat(ask(contact, "POST", path, foreign).statusCode()).isEqualTo(400);
        HttpResponse<String> anothers =
                ask(contact, "POST", path, about("limit", "hengda-tools.any").put("reason", "r"));
        HttpResponse<String> none =
                ask(contact, "POST", path, about("limit", "no-such").put("reason", "r"));
        assertThat(anothers.statusCode()).isEqualTo(400);
        assertThat(anothers.body().replace("hengda-tools.any", "no-such")).isEqualTo(none.body());
        filed(about("limit", LIMIT));
        assertThat(ask(contact, "POST", path, about("limit", LIMIT).put("reason", "again"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_enterprise_takes_it_back_and_adds_documents_while_it_is_open() throws Exception {
        JsonObject one = filed(about("limit", LIMIT));
        String number = one.getString("number");
        byte[] jpeg = SampleFiles.jpeg();
        DocumentStore store = console.sources().attachments();
        String file = ((Done<StoredDocument>)
                        store.keep(new NewUpload("calibration.jpg", jpeg.length, null, null, "firm"), jpeg))
                .value()
                .id();
        JsonObject attach = new JsonObject().put("kind", "objection").put("id", number);
        ok(ask(contact, "POST", "/attachments/" + file + "/attach", attach));
        assertThat(get(officer, "/attachments?kind=objection&id=" + number).getJsonArray("attachments"))
                .hasSize(1);
        for (String who : List.of(contact, officer)) {
            HttpResponse<String> refused =
                    ask(who, "POST", "/attachments/" + file + "/remove", new JsonObject().put("reason", "r"));
            assertThat(refused.statusCode()).isEqualTo(403);
        }
        noRoleWithoutObjections(file, number);
        JsonObject back = new JsonObject().put("version", 1).put("words", "误会");
        JsonObject withdrawn = ok(ask(contact, "POST", "/objections/" + number + "/withdrawal", back));
        assertThat(withdrawn.getString("state")).isEqualTo("WITHDRAWN");
        assertThat(state(limit(officer))).isEqualTo("none");
        assertThat(ask(officer, "POST", "/attachments/" + file + "/remove", new JsonObject().put("reason", "r"))
                        .statusCode())
                .as("what was decided was decided by the files that were there")
                .isEqualTo(403);
        JsonObject list = get(contact, "/objections?state=withdrawn");
        assertThat(list.getJsonArray("rows")).hasSize(1);
        assertThat(list.getJsonObject("states").getInteger("OPEN"))
                .as("that of the sample")
                .isEqualTo(1);
    }

    /** Who reads files of other things and sees no objections hears of theirs as of what there is not. */
    private void noRoleWithoutObjections(String file, String number) throws Exception {
        String operator = SignedIn.person(console, "oper", Grant.everywhere(Role.OPERATOR));
        String absent = ask(operator, "GET", "/attachments/none", null).body();
        HttpResponse<String> asked = ask(operator, "GET", "/attachments/" + file, null);
        assertThat(asked.statusCode()).isEqualTo(404);
        assertThat(asked.body()).isEqualTo(absent.replace("none", file));
        assertThat(ask(operator, "GET", "/attachments/" + file + "/content", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(operator, "GET", "/attachments?kind=objection&id=" + number, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(operator, "POST", "/attachments/" + file + "/remove", new JsonObject().put("reason", "r"))
                        .statusCode())
                .isEqualTo(404);
        JsonObject attach = new JsonObject().put("kind", "objection").put("id", number);
        assertThat(ask(operator, "POST", "/attachments/" + file + "/attach", attach)
                        .statusCode())
                .isEqualTo(404);
    }
}
