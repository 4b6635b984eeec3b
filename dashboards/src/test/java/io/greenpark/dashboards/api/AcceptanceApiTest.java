package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleAcceptance;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acceptance over HTTP, by an installer of named devices, an officer and an enterprise. */
class AcceptanceApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String METER = "new-meter-1";
    private static final String PLANTED = "new-meter-2";

    @TempDir
    Path dir;

    private SampleConsole console;
    private String chen;
    private String wang;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        SampleAcceptance.add(console, METER, 60);
        SampleAcceptance.add(console, PLANTED, 80);
        chen = person("chen", new Grant(Role.MAINTAINER, Scope.devices(Set.of(METER, PLANTED))));
        wang = person("wang", new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun"))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private String person(String name, Grant grant) throws Exception {
        return SignedIn.person(console, name, grant);
    }

    private HttpResponse<String> ask(String who, String method, String path, JsonObject body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header(
                        who.startsWith("greenpark") ? "Cookie" : "Authorization",
                        who.startsWith("greenpark") ? who : "Bearer " + who)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private JsonObject get(String who, String path) throws Exception {
        HttpResponse<String> answer = ask(who, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject reading(int seconds) {
        Instant at = SampleAcceptance.begin().plusSeconds(seconds);
        return new JsonObject()
                .put("at", at.toString())
                .put("value", SampleAcceptance.shown(at).toPlainString());
    }

    private static JsonObject sheet(long version, String point) {
        JsonObject line = new JsonObject()
                .put("point", point)
                .put("side", "PRIMARY")
                .put("nameplate", new JsonObject().put("ct", "300/5"))
                .put("first", reading(630))
                .put("second", reading(1_815));
        return new JsonObject()
                .put("version", version)
                .put("serial", "DTSD341-1")
                .put("lines", new JsonArray().add(line));
    }

    private static JsonObject signed(long version, String name) {
        return new JsonObject().put("version", version).put("name", name).put("confirmed", true);
    }

    private void photo(String device) {
        DocumentStore store = console.sources().attachments();
        byte[] jpeg = SampleFiles.jpeg();
        StoredDocument kept = ((Done<StoredDocument>)
                        store.keep(new NewUpload("m.jpg", jpeg.length, null, null, "chen"), jpeg))
                .value();
        store.attach(kept.id(), new DocumentOwner("device", device), null);
    }

    private void signedBy(String device) throws Exception {
        photo(device);
        assertThat(ask(chen, "PUT", "/acceptance/" + device, sheet(0, device)).statusCode())
                .isEqualTo(200);
        JsonObject signature = signed(1, "陈师傅").put("checks", words(get(chen, "/acceptance/" + device), "互感器待换"));
        assertThat(ask(chen, "POST", "/acceptance/" + device + "/signature", signature)
                        .statusCode())
                .isEqualTo(200);
    }

    /** Words of each check of a sheet that fails. */
    private static JsonArray words(JsonObject sheet, String why) {
        JsonArray words = new JsonArray();
        Stream.concat(
                        sheet.getJsonArray("checks").stream(),
                        sheet.getJsonArray("lines").stream()
                                .flatMap(line -> ((JsonObject) line).getJsonArray("checks").stream()))
                .map(JsonObject.class::cast)
                .filter(check -> !check.getString("result").equals("PASSED"))
                .forEach(check -> words.add(
                        new JsonObject().put("seen", check.getString("seen")).put("words", why)));
        return words;
    }

    private static List<String> failed(JsonObject sheet) {
        return sheet.getJsonArray("lines").getJsonObject(0).getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .filter(check -> !check.getString("result").equals("PASSED"))
                .map(check -> check.getString("kind"))
                .toList();
    }

    @Test
    void a_meter_is_compared_signed_twice_and_counts() throws Exception {
        assertThat(get(chen, "/devices/" + METER).getJsonObject("acceptance").getBoolean("pending"))
                .isTrue();
        signedBy(METER);
        JsonObject list = get(wang, "/acceptance");
        assertThat(list.getJsonObject("states").getInteger("SIGNED")).isOne();
        JsonObject asked = get(wang, "/acceptance/" + METER);
        assertThat(failed(asked)).isEmpty();
        assertThat(asked.getJsonObject("may").getBoolean("decide")).isTrue();
        assertThat(get(chen, "/acceptance/" + METER).getJsonObject("may").getBoolean("decide"))
                .isFalse();
        HttpResponse<String> accepted = ask(
                wang,
                "POST",
                "/acceptance/" + METER + "/decision",
                signed(2, "王芳").put("verdict", "accepted"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(new JsonObject(accepted.body()).getString("state")).isEqualTo("ACCEPTED");
        assertThat(get(wang, "/points/" + METER).getBoolean("accepted")).isTrue();
        JsonObject counts = get(wang, "/devices/" + METER).getJsonObject("acceptance");
        assertThat(Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(counts.getString("acceptedSince"))))
                .isEqualTo(SampleAcceptance.begin().plusSeconds(630));
        assertThat(get(wang, "/devices/" + PLANTED).getJsonObject("acceptance").getString("acceptedSince"))
                .isNull();
        assertThat(get(wang, "/devices/lvyuan-food.water")
                        .getJsonObject("acceptance")
                        .getString("acceptedSince"))
                .as("nobody had to accept it")
                .isNull();
        assertThat(get(wang, "/enterprises/lvyuan-food").getInteger("unaccepted"))
                .isOne();
        List<String> actions = console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                .map(e -> e.action())
                .toList();
        assertThat(actions).contains("acceptance.signed", "acceptance.given", "registry.changed");
    }

    @Test
    void a_planted_ratio_is_told_and_refused_unless_the_second_signer_says_why() throws Exception {
        signedBy(PLANTED);
        assertThat(failed(get(wang, "/acceptance/" + PLANTED))).contains("NAMEPLATE", "AMOUNT");
        JsonObject accepting = signed(2, "王芳").put("verdict", "accepted");
        HttpResponse<String> refused = ask(wang, "POST", "/acceptance/" + PLANTED + "/decision", accepting);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("the nameplates say 60, the registry 80", "differing by 33.33 %");
        // One text for all of them is none of each.
        accepting.put("words", "整体情况可接受");
        assertThat(ask(wang, "POST", "/acceptance/" + PLANTED + "/decision", accepting)
                        .statusCode())
                .isEqualTo(422);
        JsonObject seen = get(wang, "/acceptance/" + PLANTED);
        JsonArray installer =
                seen.getJsonObject("signatures").getJsonObject("installer").getJsonArray("confirmed");
        assertThat(installer).hasSize(seen.getInteger("failed"));
        assertThat(installer.getJsonObject(0).getString("words")).isEqualTo("互感器待换");
        accepting.put("words", null).put("checks", words(seen, "互感器当日更换"));
        assertThat(ask(wang, "POST", "/acceptance/" + PLANTED + "/decision", accepting)
                        .statusCode())
                .isEqualTo(200);
        JsonObject row =
                get(wang, "/acceptance?state=accepted").getJsonArray("rows").getJsonObject(0);
        assertThat(row.getString("words")).isEqualTo("互感器当日更换");
    }

    @Test
    void the_list_is_paged_and_searched_also_by_what_sheets_say() throws Exception {
        signedBy(METER);
        JsonObject first = get(wang, "/acceptance?limit=1&sort=device");
        assertThat(first.getInteger("count")).isEqualTo(2);
        assertThat(first.getString("next")).isEqualTo(METER);
        JsonObject second = get(wang, "/acceptance?limit=1&sort=device&after=" + METER);
        assertThat(second.getJsonArray("rows").getJsonObject(0).getJsonObject("device"))
                .isEqualTo(get(wang, "/acceptance?q=" + PLANTED)
                        .getJsonArray("rows")
                        .getJsonObject(0)
                        .getJsonObject("device"));
        assertThat(second.getString("next")).isNull();
        for (String asked : List.of("?q=dtsd341-1", "?state=signed", "?state=signed&limit=1")) {
            JsonObject row =
                    get(wang, "/acceptance" + asked).getJsonArray("rows").getJsonObject(0);
            assertThat(row.getString("installer")).as(asked).isEqualTo("陈师傅");
            assertThat(row.getString("serial")).as(asked).isEqualTo("DTSD341-1");
        }
        assertThat(get(wang, "/acceptance?q=nowhere").getInteger("count")).isZero();
    }

    @Test
    void who_signs_first_is_asked_of_each_check_that_fails() throws Exception {
        photo(PLANTED);
        ask(chen, "PUT", "/acceptance/" + PLANTED, sheet(0, PLANTED));
        HttpResponse<String> unasked = ask(chen, "POST", "/acceptance/" + PLANTED + "/signature", signed(1, "陈师傅"));
        assertThat(unasked.statusCode()).isEqualTo(422);
        assertThat(unasked.body()).contains("the nameplates say 60, the registry 80", "differing by 33.33 %");
        JsonArray half = words(get(chen, "/acceptance/" + PLANTED), "known");
        half.getJsonObject(0).put("words", " ");
        JsonObject signing = signed(1, "陈师傅").put("checks", half);
        HttpResponse<String> blank = ask(chen, "POST", "/acceptance/" + PLANTED + "/signature", signing);
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("the nameplates say 60").doesNotContain("differing by 33.33 %");
        signing.put("checks", new JsonArray().add("known"));
        assertThat(ask(chen, "POST", "/acceptance/" + PLANTED + "/signature", signing)
                        .body())
                .contains("what the check says of itself");
        assertThat(get(chen, "/acceptance/" + PLANTED).getString("state")).isEqualTo("DRAFT");
    }

    @Test
    void a_signature_is_taken_back_and_whoever_looked_at_it_meanwhile_is_told() throws Exception {
        signedBy(METER);
        JsonObject seen = get(chen, "/acceptance/" + METER);
        assertThat(seen.getJsonObject("may").getBoolean("takeBack")).isTrue();
        assertThat(get(wang, "/acceptance/" + METER).getJsonObject("may").getBoolean("takeBack"))
                .isFalse();
        JsonObject back = new JsonObject().put("version", 2);
        String path = "/acceptance/" + METER + "/withdrawal";
        assertThat(ask(chen, "POST", path, back).statusCode()).isEqualTo(400);
        back.put("words", "读错了表");
        assertThat(ask(wang, "POST", path, back).statusCode()).isEqualTo(403);
        assertThat(ask(chen, "POST", path, back).statusCode()).isEqualTo(200);
        JsonObject now = get(chen, "/acceptance/" + METER);
        assertThat(now.getString("state")).isEqualTo("DRAFT");
        assertThat(now.getString("words")).isEqualTo("读错了表");
        assertThat(ask(
                                wang,
                                "POST",
                                "/acceptance/" + METER + "/decision",
                                signed(2, "王芳").put("verdict", "accepted"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(ask(chen, "POST", path, back).statusCode()).isEqualTo(409);
        assertThat(console.sources().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 20).stream()
                        .filter(e -> e.action().equals("acceptance.taken-back"))
                        .map(e -> e.why()))
                .containsExactly("读错了表");
    }

    @Test
    void a_sheet_is_given_back_with_words() throws Exception {
        signedBy(METER);
        JsonObject back = new JsonObject().put("version", 2).put("verdict", "returned");
        assertThat(ask(wang, "POST", "/acceptance/" + METER + "/decision", back).statusCode())
                .isEqualTo(400);
        ask(wang, "POST", "/acceptance/" + METER + "/decision", back.put("words", "照片看不清"));
        JsonObject seen = get(chen, "/acceptance/" + METER);
        assertThat(seen.getString("state")).isEqualTo("RETURNED");
        assertThat(seen.getString("words")).isEqualTo("照片看不清");
        assertThat(seen.getJsonObject("may").getBoolean("fill")).isTrue();
    }

    @Test
    void another_ones_device_is_as_absent_and_only_who_may_signs() throws Exception {
        HttpResponse<String> foreign =
                ask(chen, "PUT", "/acceptance/xinghua-brick.water", sheet(0, "xinghua-brick.water"));
        HttpResponse<String> absent = ask(chen, "PUT", "/acceptance/none", sheet(0, "none"));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace("xinghua-brick.water", "none")).isEqualTo(absent.body());
        assertThat(get(chen, "/acceptance").getInteger("count")).isEqualTo(2);
        String li = person("li", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food"))));
        signedBy(METER);
        HttpResponse<String> own = ask(
                li,
                "POST",
                "/acceptance/" + METER + "/decision",
                signed(2, "李娜").put("verdict", "accepted"));
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("acceptance.enterpriseSigns");
        String leader = person("zhao", Grant.everywhere(Role.LEADER));
        assertThat(ask(leader, "POST", "/acceptance/" + METER + "/decision", signed(2, "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(leader, "/acceptance/" + METER).getString("state")).isEqualTo("SIGNED");
    }

    @Test
    void who_signs_first_never_signs_second_and_no_program_signs() throws Exception {
        photo(METER);
        ask(wang, "PUT", "/acceptance/" + METER, sheet(0, METER));
        ask(wang, "POST", "/acceptance/" + METER + "/signature", signed(1, "陈师傅"));
        JsonObject accepting = signed(2, "王芳").put("verdict", "accepted");
        HttpResponse<String> same = ask(wang, "POST", "/acceptance/" + METER + "/decision", accepting);
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("another account is to");
        person("zhou", Grant.everywhere(Role.OFFICER));
        String key = console.identities()
                .keys()
                .create("k", "zhou", Set.of(Grant.everywhere(Role.OFFICER)), null, Viewer.ofAll("admin"))
                .secret();
        assertThat(ask(key, "POST", "/acceptance/" + METER + "/decision", accepting)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_the_platform_has_of_a_time_is_told_or_why_it_has_nothing() throws Exception {
        String path = "/acceptance/" + METER + "/reading?point=" + METER;
        Instant at = SampleAcceptance.begin().plusSeconds(630);
        JsonObject there = get(chen, path + "&at=" + at).getJsonObject("platform");
        assertThat(there.getString("value")).isEqualTo("60316.8");
        assertThat(there.getString("before")).isEqualTo("2026-11-23T18:50:00+08:00");
        JsonObject before = get(chen, path + "&at=2026-11-22T00:00:00Z").getJsonObject("platform");
        assertThat(before.getString("value")).isNull();
        assertThat(before.getJsonObject("missing").getString("code")).isEqualTo("NO_READING_BEFORE");
        assertThat(ask(chen, "GET", "/acceptance/" + METER + "/reading?point=other", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_waits_is_a_file() throws Exception {
        signedBy(METER);
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1/acceptance")))
                .header("Cookie", wang)
                .header("Accept", "text/csv")
                .header("Accept-Language", "zh")
                .build();
        String csv = CLIENT.send(request, BodyHandlers.ofString()).body();
        assertThat(csv).contains("验收状态", METER, "待确认", "陈师傅", PLANTED, "待验收");
    }

    @Test
    void what_is_no_reading_is_told_with_what_is() throws Exception {
        JsonObject odd = sheet(0, METER);
        JsonObject line = odd.getJsonArray("lines").getJsonObject(0);
        line.put("nameplate", new JsonObject().put("ct", "sixty"));
        assertThat(ask(chen, "PUT", "/acceptance/" + METER, odd).body()).contains("e.g. 300/5");
        line.put("nameplate", null).put("unit", "m3");
        assertThat(ask(chen, "PUT", "/acceptance/" + METER, odd).body()).contains("Wh, kWh, MWh");
        line.put("unit", null).put("first", reading(99_999));
        assertThat(ask(chen, "PUT", "/acceptance/" + METER, odd).body()).contains("has a time to come");
        line.put("first", reading(630)).put("point", "lvyuan-food.water");
        assertThat(ask(chen, "PUT", "/acceptance/" + METER, odd).body()).contains("one of the device's points");
        assertThat(ask(chen, "PUT", "/acceptance/lvyuan-food.steam", sheet(0, "lvyuan-food.steam"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_maintainer_sends_photos_of_named_devices_and_of_nothing_else() throws Exception {
        JsonObject list = get(chen, "/attachments?kind=device&id=" + METER);
        assertThat(list.getJsonArray("attachments")).isEmpty();
        assertThat(ask(chen, "GET", "/attachments?kind=device&id=xinghua-brick.water", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(chen, "GET", "/attachments?kind=enterprise&id=lvyuan-food", null)
                        .statusCode())
                .isEqualTo(404);
    }
}
