package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleQuarantine;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that wait to be claimed: who sees them, claiming them, and that they are not ours. */
class QuarantineTest {
    @TempDir
    Path dir;

    private SampleConsole console;
    private Person officer;
    private Person ofPart;

    @BeforeEach
    void open() throws Exception {
        open(dir, Set.of());
    }

    private void open(Path folder, Set<ReviewedMatter> reviewed) throws Exception {
        console = SampleConsole.over(folder, MarkedDistrict.whole(), ConsoleSources::within, reviewed);
        officer = Person.with(console, "district-officer", Set.of(Grant.everywhere(Role.OFFICER)));
        ofPart = Person.with(
                console, "part-officer", Set.of(new Grant(Role.OFFICER, Scope.enterprises(Set.of("lvyuan-food")))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private Registry registry() {
        return console.sources().registry().current();
    }

    private static List<String> devices(Person person, String query) {
        HttpResponse<String> answer = person.get("/quarantine" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body())
                .getJsonArray("rows").stream()
                        .map(row -> ((JsonObject) row).getString("device"))
                        .toList();
    }

    private static JsonObject facts(String unit, String kind) {
        return new JsonObject().put("unit", unit).put("kind", kind).put("expectedInterval", "15m");
    }

    private static JsonObject point(String key, String quantity, JsonObject facts) {
        return new JsonObject().put("key", key).put("quantity", quantity).put("facts", facts);
    }

    private static JsonObject claim(JsonObject... points) {
        JsonObject name = new JsonObject().put("zh", "冲压电表").put("en", "Press meter");
        return new JsonObject()
                .put("reason", "new meters")
                .put("device", new JsonObject().put("enterprise", "lvyuan-food").put("name", name))
                .put("points", new JsonArray(List.of(points)));
    }

    private static JsonObject ofMeter() {
        return claim(point(
                "kwh",
                "electricity",
                facts("kWh", "register")
                        .put("carrier", "electricity")
                        .put("factor", 1)
                        .put("ratio", 40)));
    }

    private List<AuditEntry> entries(AuditAction action) {
        return console.sources().audit().page(AuditFilter.ALL.of(action), Long.MAX_VALUE, 100);
    }

    @Test
    void the_district_sees_all_that_waits_and_who_has_a_part_what_lies_in_it_for_certain() {
        assertThat(devices(officer, ""))
                .containsExactly("press-meter-7", "Press_3", "lvyuan-food.steam", "xinghua-brick.stack-1");
        assertThat(devices(officer, "?discarded=true")).containsExactly("guest-meter");
        assertThat(devices(officer, "?sender=plant-broker")).containsExactly("Press_3");
        assertThat(devices(officer, "?registered=false")).containsExactly("press-meter-7", "Press_3");
        assertThat(devices(officer, "?registered=true")).containsExactly("lvyuan-food.steam", "xinghua-brick.stack-1");
        assertThat(devices(ofPart, "")).containsExactly("lvyuan-food.steam");
        assertThat(ofPart.get("/quarantine/1").statusCode()).isEqualTo(404);
        assertThat(officer.post("/quarantine/1/claim", ofMeter()).statusCode()).isEqualTo(200);
        assertThat(devices(ofPart, "?discarded=true"))
                .as("the gateway serves this part only, as far as is registered")
                .containsExactly("guest-meter");
        Person contact = Person.with(
                console,
                "contact",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
        assertThat(contact.get("/quarantine").statusCode()).isEqualTo(403);
    }

    @Test
    void a_claim_puts_device_and_points_into_the_registry_from_the_first_kept_reading_on() {
        JsonObject tried = new JsonObject(
                officer.post("/quarantine/1/claim?dryRun=true", ofMeter()).body());
        assertThat(tried.getBoolean("applied")).isFalse();
        assertThat(registry().device("press-meter-7")).isEmpty();
        HttpResponse<String> answer = officer.post("/quarantine/1/claim", ofMeter());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Device device = registry().device("press-meter-7").orElseThrow();
        assertThat(device.gatewayId()).isEqualTo("gateway-fucun-1");
        assertThat(device.enterpriseId()).isEqualTo("lvyuan-food");
        Point point = registry().point("press-meter-7-kwh").orElseThrow();
        assertThat(point.currentFacts().ratio()).isEqualByComparingTo("40");
        assertThat(point.currentFacts().kind()).isEqualTo(PointKind.REGISTER);
        // The first of 96 quarter hours before 2026-11-23 20:40 in the park.
        assertThat(point.facts().get(0).validFrom()).isEqualTo(Instant.parse("2026-11-22T12:55:00Z"));
        assertThat(entries(AuditAction.DEVICE_CLAIMED))
                .extracting(AuditEntry::id)
                .containsExactly("gateway-fucun-1/press-meter-7");
        assertThat(entries(AuditAction.REGISTRY_CHANGED)).hasSize(1);
    }

    @Test
    void a_claim_without_a_time_takes_the_one_that_the_form_suggests_also_of_a_clock_that_was_never_set() {
        SampleQuarantine quarantine = (SampleQuarantine) console.sources().quarantine();
        int n = 0;
        for (String clock : List.of("1980-01-06T00:00:00Z", "2000-01-01T00:00:00Z", "1970-01-01T00:01:00Z")) {
            String device = "unset-" + n;
            long id = 90 + n++;
            quarantine.unsetClock(id, device, "kwh", Instant.parse(clock).toEpochMilli());
            String suggested = new JsonObject(officer.get("/quarantine/" + id).body())
                    .getJsonObject("suggested")
                    .getJsonObject("keys")
                    .getJsonObject("kwh")
                    .getString("validFrom");
            HttpResponse<String> answer = officer.post("/quarantine/" + id + "/claim", ofMeter());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(registry()
                            .point(device + "-kwh")
                            .orElseThrow()
                            .facts()
                            .get(0)
                            .validFrom())
                    .as(clock)
                    .isEqualTo(Instant.parse(suggested))
                    .isAfter(Instant.parse("2026-11-01T00:00:00Z"));
        }
    }

    @Test
    void suggestions_are_of_the_registry_and_of_the_values() {
        JsonObject suggested = new JsonObject(officer.get("/quarantine/1").body()).getJsonObject("suggested");
        assertThat(suggested.getValue("enterprise")).isNull();
        JsonObject total = suggested.getJsonObject("keys").getJsonObject("Ptotal");
        assertThat(total.getString("id")).isEqualTo("press-meter-7-ptotal");
        assertThat(total.getString("kind")).isEqualTo("gauge");
        assertThat(total.getValue("quantity")).isNull();
        assertThat(total.getString("expectedInterval")).isEqualTo("15m");
        assertThat(total.getString("validFrom")).isEqualTo("2026-11-22T12:55:00Z");
        officer.post("/quarantine/1/claim", ofMeter());
        JsonObject later = new JsonObject(officer.get("/quarantine/4").body()).getJsonObject("suggested");
        assertThat(later.getJsonObject("enterprise").getString("id"))
                .as("the one enterprise behind the gateway")
                .isEqualTo("lvyuan-food");
        JsonObject kwh = new JsonObject(officer.get("/quarantine/1").body())
                .getJsonObject("suggested")
                .getJsonObject("keys")
                .getJsonObject("kwh");
        assertThat(kwh.getString("like")).isEqualTo("press-meter-7-kwh");
        assertThat(kwh.getString("quantity")).isEqualTo("electricity");
        assertThat(kwh.getString("id")).as("the id is taken").isEqualTo("press-meter-7-kwh-2");
    }

    @Test
    void an_unknown_key_of_a_registered_device_is_claimed_as_a_point_of_it() {
        JsonObject point =
                point("flow-temp", "temperature", facts("Cel", "gauge")).put("id", "lvyuan-steam-temp");
        JsonObject claim = new JsonObject().put("reason", "a sensor more").put("points", new JsonArray().add(point));
        HttpResponse<String> answer = ofPart.post("/quarantine/3/claim", claim);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(registry().point("lvyuan-steam-temp").orElseThrow().deviceId())
                .isEqualTo("lvyuan-food.steam");
        assertThat(ofPart.post("/quarantine/3/claim", claim(point)).body()).contains("is registered already");
    }

    @Test
    void what_is_wrong_with_a_claim_is_said_and_nothing_is_done() {
        assertThat(refusal(1, new JsonObject().put("reason", "x").put("points", new JsonArray())))
                .contains("\"device\"");
        assertThat(refusal(1, claim())).contains("\"points\" must be a list of at least one point");
        assertThat(refusal(1, claim(point("typo", "electricity", facts("kWh", "register")))))
                .contains("no key \"typo\" waits", "kwh, Ptotal");
        assertThat(refusal(
                        1,
                        claim(point("kwh", "electricity", facts("kWh", "register"))
                                .put("id", "lvyuan-food.electricity"))))
                .contains("exists already");
        assertThat(refusal(
                        1,
                        claim(point("kwh", "electricity", facts("kWh", "register"))
                                .put("ratio", 2))))
                .contains("\"ratio\" is unknown here");
        HttpResponse<String> faulty = officer.post(
                "/quarantine/1/claim",
                claim(point("kwh", "electricity", facts("kWh", "gauge")).put("id", "Not An Id")));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(registry().device("press-meter-7")).isEmpty();
    }

    private String refusal(int id, JsonObject body) {
        HttpResponse<String> answer = officer.post("/quarantine/" + id + "/claim", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return new JsonObject(answer.body()).getString("detail");
    }

    private static JsonObject row(String unknown, String id, String enterprise, JsonObject... points) {
        JsonObject device = new JsonObject()
                .put("enterprise", enterprise)
                .put("name", new JsonObject().put("zh", "电表").put("en", "meter"));
        return new JsonObject()
                .put("unknown", unknown)
                .put("device", id == null ? device : device.put("id", id))
                .put("points", new JsonArray(List.of(points)));
    }

    private static JsonObject register(String key) {
        return point(key, "electricity", facts("kWh", "register"));
    }

    private HttpResponse<String> claims(Person person, boolean dryRun, JsonObject... rows) {
        return person.post(
                "/quarantine/claims" + (dryRun ? "?dryRun=true" : ""),
                new JsonObject().put("reason", "the new plant").put("devices", new JsonArray(List.of(rows))));
    }

    @Test
    void a_name_that_is_no_id_is_claimed_under_one_that_is_and_kept_as_what_it_is_sent_as() {
        JsonObject listed = new JsonObject(officer.get("/quarantine/2").body());
        assertThat(listed.getBoolean("claimable")).isTrue();
        assertThat(listed.getJsonObject("suggested").getString("id")).isEqualTo("press-3");
        assertThat(listed.getJsonObject("suggested")
                        .getJsonObject("keys")
                        .getJsonObject("Ia")
                        .getString("id"))
                .isEqualTo("press-3-ia");
        HttpResponse<String> answer =
                officer.post("/quarantine/2/claim", claim(point("Ia", "current", facts("%", "gauge"))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getJsonArray("claimed").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("unknown", "2")
                        .put("device", "press-3")
                        .put("points", new JsonArray().add("press-3-ia")));
        Device device = registry().device("press-3").orElseThrow();
        assertThat(device.sentAs()).isEqualTo("Press_3");
        assertThat(device.gatewayId()).as("it came by a broker").isNull();
        assertThat(new JsonObject(officer.get("/devices/press-3").body()).getString("sentAs"))
                .isEqualTo("Press_3");
        assertThat(officer.get("/search?q=Press_3").body()).contains("\"press-3\"");
        JsonObject later = new JsonObject(officer.get("/quarantine/2").body());
        assertThat(later.getString("registered")).isEqualTo("press-3");
        assertThat(later.getJsonArray("keys")
                        .getJsonObject(0)
                        .getJsonObject("point")
                        .getString("id"))
                .isEqualTo("press-3-ia");
        assertThat(devices(officer, "?registered=false")).containsExactly("press-meter-7");
        assertThat(devices(officer, "?device=press-3")).containsExactly("Press_3");
    }

    @Test
    void a_device_may_be_claimed_under_another_id_than_it_is_sent_as() {
        JsonObject claim = ofMeter();
        claim.getJsonObject("device").put("id", "lvyuan-press-7");
        assertThat(officer.post("/quarantine/1/claim", claim).statusCode()).isEqualTo(200);
        assertThat(registry().device("lvyuan-press-7").orElseThrow().sentAs()).isEqualTo("press-meter-7");
        assertThat(registry().point("lvyuan-press-7-kwh")).isPresent();
    }

    @Test
    void several_are_claimed_by_one_change_or_none_of_them() {
        JsonObject press =
                row("1", null, "lvyuan-food", register("kwh"), point("Ptotal", "power", facts("kW", "gauge")));
        JsonObject other = row("2", "press-3", "lvyuan-food", point("Ia", "current", facts("%", "gauge")));
        JsonObject tried = new JsonObject(claims(officer, true, press, other).body());
        assertThat(tried.getBoolean("applied")).isFalse();
        assertThat(tried.getJsonArray("edits")).hasSize(5);
        assertThat(registry().device("press-3")).isEmpty();
        long before = new JsonObject(officer.get("/registry/changes").body())
                .getJsonArray("changes")
                .size();
        HttpResponse<String> answer = claims(officer, false, press, other);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(registry().point("press-meter-7-ptotal")).isPresent();
        assertThat(registry().device("press-3").orElseThrow().sentAs()).isEqualTo("Press_3");
        assertThat(new JsonObject(officer.get("/registry/changes").body()).getJsonArray("changes"))
                .hasSize((int) before + 1);
        assertThat(entries(AuditAction.DEVICE_CLAIMED))
                .extracting(AuditEntry::id)
                .containsExactlyInAnyOrder("gateway-fucun-1/press-meter-7", "plant-broker/Press_3");
        assertThat(entries(AuditAction.REGISTRY_CHANGED)).hasSize(1);
        long change = new JsonObject(answer.body()).getLong("change");
        HttpResponse<String> undone =
                officer.post("/registry/changes/" + change + "/undo", new JsonObject().put("reason", "a test"));
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(registry().point("press-3-ia").orElseThrow().endedAt()).isNotNull();
        assertThat(registry().device("press-3").orElseThrow().sentAs())
                .as("the name waits anew")
                .isNull();
        assertThat(devices(officer, "?registered=false")).contains("Press_3");
    }

    @Test
    void what_is_wrong_is_said_of_each_of_several_and_nothing_is_done() {
        HttpResponse<String> answer = claims(
                officer,
                false,
                row("1", "same", "lvyuan-food", register("kwh")),
                row("2", "same", "lvyuan-food", point("Ia", "current", facts("%", "gauge"))));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonObject row = new JsonObject(answer.body()).getJsonArray("rows").getJsonObject(0);
        assertThat(row.getInteger("index")).isOne();
        assertThat(row.getString("of")).isEqualTo("Press_3");
        assertThat(row.getString("detail")).contains("\"same\" stands twice in this claim");
        JsonObject both = new JsonObject(claims(
                        officer,
                        true,
                        row("1", "lvyuan-food.electricity", "lvyuan-food", register("kwh")),
                        row("2", "Not An Id", "lvyuan-food", register("typo")))
                .body());
        assertThat(both.getJsonArray("rows")).hasSize(2);
        assertThat(both.getString("detail")).contains("press-meter-7: ", "Press_3: ");
        HttpResponse<String> refused = claims(
                officer,
                false,
                row("1", null, "lvyuan-food", register("kwh")),
                row("2", null, "no-such-firm", point("Ia", "current", facts("%", "gauge"))));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(refused.body())
                        .getJsonArray("edits")
                        .getJsonObject(2)
                        .getJsonArray("faults"))
                .as("at the device of the second row")
                .isNotEmpty();
        assertThat(registry().device("press-meter-7")).isEmpty();
        assertThat(claims(officer, false).statusCode()).isEqualTo(400);
        JsonObject twice = row("1", null, "lvyuan-food", register("kwh"));
        assertThat(claims(officer, false, twice, twice).body()).contains("stands twice");
        assertThat(claims(officer, false, row("77", null, "lvyuan-food", register("kwh")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(claims(ofPart, false, row("1", null, "lvyuan-food", register("kwh")))
                        .statusCode())
                .as("another part's waits for nobody here")
                .isEqualTo(404);
        assertThat(entries(AuditAction.DEVICE_CLAIMED)).isEmpty();
    }

    @Test
    void an_amount_of_a_period_is_true_from_the_beginning_of_its_period_on() {
        JsonObject interval = facts("kWh", "interval").put("period", "15m").put("stamp", "end");
        HttpResponse<String> answer = officer.post("/quarantine/1/claim", claim(point("kwh", "electricity", interval)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(registry()
                        .point("press-meter-7-kwh")
                        .orElseThrow()
                        .facts()
                        .get(0)
                        .validFrom())
                .isEqualTo(Instant.parse("2026-11-22T12:40:00Z"));
    }

    @Test
    void several_wait_for_a_second_person_by_one_request(@TempDir Path other) throws Exception {
        console.close();
        open(other, Set.of(ReviewedMatter.values()));
        JsonObject counted = point(
                "kwh",
                "electricity",
                facts("kWh", "register").put("carrier", "electricity").put("factor", 1));
        HttpResponse<String> answer = claims(
                officer,
                false,
                row("1", null, "lvyuan-food", counted),
                row("2", null, "lvyuan-food", point("Ia", "current", facts("%", "gauge"))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(entries(AuditAction.REVIEW_REQUESTED)).hasSize(1);
        assertThat(registry().device("press-3")).isEmpty();
        for (String unknown : List.of("1", "2")) {
            assertThat(new JsonObject(officer.get("/quarantine/" + unknown).body()).getJsonObject("review"))
                    .as("waits for a review, also under its name as sent")
                    .isNotNull();
        }
    }

    @Test
    void a_device_that_is_not_ours_leaves_the_list_until_somebody_asks_for_it() {
        JsonObject why = new JsonObject().put("reason", "belongs to the neighbour");
        assertThat(officer.post("/quarantine/1/discard", new JsonObject().put("reason", " "))
                        .statusCode())
                .isEqualTo(400);
        JsonObject discarded =
                new JsonObject(officer.post("/quarantine/1/discard", why).body()).getJsonObject("discarded");
        assertThat(discarded.getString("reason")).isEqualTo("belongs to the neighbour");
        assertThat(devices(officer, "")).doesNotContain("press-meter-7");
        assertThat(devices(officer, "?discarded=true")).containsExactly("press-meter-7", "guest-meter");
        assertThat(entries(AuditAction.DEVICE_DISCARDED))
                .hasSize(1)
                .extracting(AuditEntry::why)
                .containsExactly("belongs to the neighbour");
        assertThat(officer.post("/quarantine/1/restore", why).body()).contains("true");
        assertThat(officer.get("/quarantine/1").statusCode()).isEqualTo(404);
        assertThat(entries(AuditAction.DEVICE_RESTORED)).hasSize(1);
    }

    @Test
    void where_a_second_person_reviews_devices_a_claim_waits_for_that_one(@TempDir Path other) throws Exception {
        console.close();
        open(other, Set.of(ReviewedMatter.values()));
        HttpResponse<String> answer = officer.post("/quarantine/1/claim", ofMeter());
        boolean waits = answer.statusCode() == 202;
        assertThat(registry().device("press-meter-7").isPresent()).isEqualTo(!waits);
        assertThat(entries(AuditAction.REVIEW_REQUESTED)).hasSize(waits ? 1 : 0);
        assertThat(entries(AuditAction.DEVICE_CLAIMED)).hasSize(waits ? 0 : 1);
    }
}
