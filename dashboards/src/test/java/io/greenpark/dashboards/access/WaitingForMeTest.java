package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleAcceptance;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.ReviewRequest.Verdict;
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

/** What waits for a second person is told to whoever can be that one, and to nobody else; and it stands beside what it would change. */
class WaitingForMeTest {
    private static final String LIMIT = "xinghua-brick.stack-1.nox.limit";
    private static final String POINT = "xinghua-brick.stack-1.nox";
    private static final String STACK = "xinghua-brick.stack-1";

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person li;
    private Person wang;
    private Person ofFucun;
    private Person ofXiaoshun;
    private Person leader;

    @BeforeEach
    void open() throws Exception {
        open(SampleConsole.reviewing(dir.resolve("reviewing")));
    }

    private void open(SampleConsole opened) {
        console = opened;
        li = officer("li", Scope.DISTRICT);
        wang = officer("wang", Scope.DISTRICT);
        ofFucun = officer("fu", Scope.parks(Set.of("fucun")));
        ofXiaoshun = officer("xiao", Scope.parks(Set.of("xiaoshun")));
        leader = Person.with(console, "chen", Set.of(Grant.everywhere(Role.LEADER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private Person officer(String name, Scope scope) {
        return Person.with(console, name, Set.of(new Grant(Role.OFFICER, scope)));
    }

    private static JsonObject waiting(Person person) {
        JsonObject told = new JsonObject(person.get("/standings?limit=1").body()).getJsonObject("waiting");
        if (person.get("/waiting").statusCode() == 200) {
            assertThat(new JsonObject(person.get("/waiting").body())).isEqualTo(told);
        }
        return told;
    }

    private static Object reviews(Person person) {
        return waiting(person).getValue("reviews");
    }

    private static JsonObject limit(boolean emergency) {
        return new JsonObject("""
                {"reason": "new permit", "emergency": %s, "edits": [
                  {"kind": "limit", "id": "%s", "verb": "patch", "document": {"upper": 30}}]}""".formatted(emergency, LIMIT));
    }

    private static JsonObject review(Person person, String path) {
        return new JsonObject(person.get(path).body()).getJsonObject("review");
    }

    @Test
    void a_change_waits_for_every_officer_of_its_part_but_who_asked() {
        assertThat(reviews(wang)).isEqualTo(0);
        assertThat(li.post("/registry/changes", limit(false)).statusCode()).isEqualTo(202);
        assertThat(reviews(li)).as("who asked").isEqualTo(0);
        assertThat(reviews(wang)).isEqualTo(1);
        assertThat(reviews(ofXiaoshun)).as("the limit lies in this part").isEqualTo(1);
        assertThat(reviews(ofFucun)).as("and not in this one").isEqualTo(0);
        assertThat(waiting(wang).getValue("reopenings")).isEqualTo(0);

        assertThat(ofXiaoshun.post("/registry/changes", limit(true)).statusCode())
                .isEqualTo(200);
        assertThat(reviews(li)).as("an emergency waits, too").isEqualTo(1);
        assertThat(reviews(wang)).isEqualTo(2);
        assertThat(reviews(ofXiaoshun)).isEqualTo(1);
    }

    @Test
    void an_objection_waits_for_officers_of_its_part_who_had_no_part_in_it() {
        long all = console.sources().registry().current().facts().enterprises().size();
        assertThat(((Number) waiting(wang).getValue("objections")).longValue()).isEqualTo(all);
        assertThat(waiting(wang).getValue("overdueObjections")).isEqualTo(0);
        long inFucun = console.sources()
                .registry()
                .current()
                .enterprisesOfPark("fucun")
                .size();
        assertThat(((Number) waiting(ofFucun).getValue("objections")).longValue())
                .isEqualTo(inFucun)
                .isLessThan(all);
        Person filed = Person.with(console, "contact-of-hengda-tools", Set.of(Grant.everywhere(Role.OFFICER)));
        assertThat(((Number) waiting(filed).getValue("objections")).longValue())
                .as("whoever filed one")
                .isEqualTo(all - 1);
    }

    @Test
    void who_decides_nothing_is_told_of_nothing() {
        li.post("/registry/changes", limit(false));
        assertThat(waiting(leader))
                .allSatisfy(count -> assertThat(count.getValue()).isNull());
        assertThat(leader.get("/waiting").statusCode()).isEqualTo(403);
        Person both = Person.with(
                console,
                "zhou",
                Set.of(Grant.everywhere(Role.LEADER), new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")))));
        assertThat(reviews(both)).as("sees it all, and may decide elsewhere").isEqualTo(0);
        Person contact = Person.with(
                console,
                "contact",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        assertThat(new JsonObject(contact.get("/waiting").body())
                        .stream().filter(count -> count.getValue() != null).map(count -> count.getKey()))
                .as("here the second signature is an officer's")
                .containsExactly("yearSheets", "oldestYearSheet");
    }

    @Test
    void a_yearly_sheet_waits_for_the_contacts_of_its_enterprise_until_they_answer() {
        Person contact = Person.with(
                console,
                "contact",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        Person another = Person.with(
                console,
                "another",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("hengda-tools")))));
        JsonObject told = new JsonObject(contact.get("/waiting").body());
        JsonObject ofAnother = new JsonObject(another.get("/waiting").body());
        assertThat(told.getString("oldestYearSheet")).isEqualTo("xinghua-brick:2025");
        assertThat(waiting(wang).getValue("yearSheets"))
                .as("an officer enters them")
                .isNull();
        String path = "/year-sheets/xinghua-brick/2025";
        long version = new JsonObject(contact.get(path).body()).getLong("version");
        JsonObject right =
                new JsonObject().put("version", version).put("right", true).putNull("words");
        assertThat(contact.post(path + "/answer", right).statusCode()).isEqualTo(200);
        assertThat(new JsonObject(contact.get("/waiting").body()).getInteger("yearSheets"))
                .isEqualTo(told.getInteger("yearSheets") - 1);
        assertThat(new JsonObject(another.get("/waiting").body())).isEqualTo(ofAnother);
    }

    @Test
    void what_waits_stands_beside_what_it_would_change_until_it_is_withdrawn() {
        assertThat(review(wang, "/registry/limit/" + LIMIT)).isNull();
        li.post("/registry/changes", limit(false));
        for (String path : List.of("/registry/limit/" + LIMIT, "/points/" + POINT, "/devices/" + STACK)) {
            assertThat(review(wang, path)).as(path).isNotNull();
            assertThat(review(wang, path).getInteger("number")).isEqualTo(1);
            assertThat(review(wang, path).getString("who")).isNotBlank();
            assertThat(review(li, path)).as("for who asked, too").isEqualTo(review(wang, path));
        }
        assertThat(review(wang, "/registry/device/" + STACK))
                .as("the device's own document stays as it is")
                .isNull();
        assertThat(review(wang, "/devices/lvyuan-food.water")).isNull();
        console.sources().documents().reviews().decide(1, Verdict.WITHDRAWN, "li", "li", "a slip of the pen");
        assertThat(review(wang, "/registry/limit/" + LIMIT)).isNull();
        assertThat(review(wang, "/devices/" + STACK)).isNull();
        assertThat(reviews(wang)).isEqualTo(0);
    }

    @Test
    void whom_an_undecided_change_is_about_is_not_told_of_it() {
        String enterprise = "xinghua-brick";
        Person contact = Person.with(
                console, "contact", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(enterprise)))));
        Person grid = Person.with(
                console, "grid", Set.of(new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.of(enterprise)))));
        li.post("/registry/changes", limit(false));
        for (String path : List.of("/registry/limit/" + LIMIT, "/points/" + POINT, "/devices/" + STACK)) {
            assertThat(review(leader, path)).as(path).isNotNull();
            for (Person each : List.of(contact, grid)) {
                HttpResponse<String> told = each.get(path);
                assertThat(told.statusCode()).as(path).isEqualTo(200);
                assertThat(review(each, path)).as(path).isNull();
            }
        }
        Person both = Person.with(
                console,
                "both",
                Set.of(
                        new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.of(enterprise))),
                        new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")))));
        assertThat(review(both, "/devices/" + STACK)).as("an officer elsewhere").isNull();
    }

    @Test
    void a_claim_that_waits_marks_the_unknown_device() {
        JsonObject claim = new JsonObject()
                .put("reason", "new meters")
                .put(
                        "device",
                        new JsonObject()
                                .put("enterprise", "lvyuan-food")
                                .put("name", new JsonObject().put("zh", "冲压电表").put("en", "Press meter")))
                .put(
                        "points",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("key", "kwh")
                                        .put("quantity", "electricity")
                                        .put(
                                                "facts",
                                                new JsonObject()
                                                        .put("unit", "kWh")
                                                        .put("kind", "register")
                                                        .put("expectedInterval", "15m")
                                                        .put("carrier", "electricity")
                                                        .put("factor", 1)
                                                        .put("ratio", 40))));
        assertThat(review(wang, "/quarantine/1")).isNull();
        assertThat(li.post("/quarantine/1/claim", claim).statusCode()).isEqualTo(202);
        Person maintainer = Person.with(console, "gong", Set.of(Grant.everywhere(Role.MAINTAINER)));
        for (Person each : List.of(li, wang, maintainer)) {
            assertThat(review(each, "/quarantine/1").getInteger("number")).isEqualTo(1);
            JsonArray rows = new JsonObject(each.get("/quarantine").body()).getJsonArray("rows");
            assertThat(rows.stream()
                            .map(JsonObject.class::cast)
                            .filter(row -> row.getJsonObject("review") != null)
                            .map(row -> row.getString("device")))
                    .containsExactly("press-meter-7");
        }
        assertThat(reviews(wang)).isEqualTo(1);
    }

    @Test
    void a_sheet_waits_for_another_account_than_the_one_that_signed() throws Exception {
        console.close();
        open(SampleConsole.open(dir.resolve("not-reviewing"), true));
        SampleAcceptance.add(console, "new-meter-1", 60);
        SampleAcceptance.add(console, "new-meter-2", 60);
        SampleAcceptance.begun(console, "new-meter-1", "li");
        SampleAcceptance.begun(console, "new-meter-2");
        assertThat(waiting(wang).getValue("acceptances"))
                .as("one is signed, the other a draft")
                .isEqualTo(1);
        assertThat(waiting(ofXiaoshun).getValue("acceptances")).isEqualTo(1);
        assertThat(waiting(ofFucun).getValue("acceptances")).isEqualTo(0);
        assertThat(waiting(li).getValue("acceptances")).as("who signed first").isEqualTo(0);
    }
}
