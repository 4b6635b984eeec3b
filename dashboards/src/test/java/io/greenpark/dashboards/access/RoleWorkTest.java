package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Role;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those do who look after some enterprises, some outlets or some devices, and what of it is not theirs. */
class RoleWorkTest {
    /** A stack's limit exceeded, of an enterprise of others; the outlet of a ham factory; a silent steam meter. */
    private static final String STACK = "c-1002";

    private static final String OUTLET = "c-1003";
    private static final String SILENT = "c-1004";
    private static final String OFFICE_DESK = "district office";

    @TempDir
    Path dir;

    private SampleConsole console;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        SampleAttachments.ofEveryEnterprise(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<JsonObject> rows(HttpResponse<String> answer, String key) {
        return good(answer).getJsonArray(key).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static HttpResponse<String> acknowledge(Person person, String id) {
        return person.post("/alerts/" + id + "/acknowledge", new JsonObject().put("comment", "on site at ten"));
    }

    private List<String> acknowledged(String id) {
        return console
                .sources()
                .audit()
                .page(AuditFilter.ALL.of(AuditAction.CASE_ACKNOWLEDGED), Long.MAX_VALUE, 100)
                .stream()
                .filter(entry -> id.equals(entry.id()))
                .map(AuditEntry::who)
                .toList();
    }

    @Test
    void who_runs_a_sewage_plant_sees_who_discharges_to_it_and_acknowledges_their_exceedances() {
        Person operator = People.one(console, Role.SEWAGE_PLANT_OPERATOR);
        assertThat(rows(operator.get("/outlets"), "rows"))
                .extracting(row -> row.getJsonObject("enterprise").getString("id"))
                .containsExactlyInAnyOrder("huamei-ham", "lvyuan-food");
        assertThat(rows(operator.get("/data-quality?from=2026-11-16&to=2026-11-23&scope=all"), "rows"))
                .extracting(row -> row.getString("id"))
                .containsExactlyInAnyOrder("huamei-ham.water-1", "lvyuan-food.water-1");
        good(operator.get("/exceedances?from=2026-11-01&to=2026-11-24"));
        good(operator.get("/points/huamei-ham.water-1.cod"));

        assertThat(rows(operator.get("/alerts"), "alerts"))
                .extracting(alert -> alert.getString("id"))
                .containsExactly(OUTLET);
        good(acknowledge(operator, OUTLET));
        assertThat(acknowledged(OUTLET)).hasSize(1);
        assertThat(acknowledge(operator, STACK).statusCode()).isEqualTo(404);
        assertThat(operator.get("/enterprises/huamei-ham").statusCode()).isEqualTo(403);
    }

    @Test
    void who_was_told_of_a_case_is_named_to_those_who_see_its_enterprise_as_a_whole() {
        assertThat(good(People.one(console, Role.GRID_OFFICER).get("/alerts/" + SILENT))
                        .getJsonArray("notices"))
                .isNotEmpty();
        assertThat(good(People.one(console, Role.SEWAGE_PLANT_OPERATOR).get("/alerts/" + OUTLET))
                        .getJsonArray("notices"))
                .isEmpty();
        assertThat(good(People.one(console, Role.MAINTAINER).get("/alerts/" + SILENT))
                        .getJsonArray("notices"))
                .isEmpty();
    }

    @Test
    void who_of_the_office_was_told_is_not_named_to_the_enterprise() {
        String told = "/alerts/" + SILENT;
        assertThat(recipients(People.one(console, Role.GRID_OFFICER).get(told))).contains(OFFICE_DESK);
        assertThat(recipients(People.one(console, Role.ENTERPRISE_CONTACT).get(told)))
                .doesNotContain(OFFICE_DESK);
    }

    private static List<String> recipients(HttpResponse<String> answer) {
        return good(answer).getJsonArray("notices").stream()
                .map(each -> ((JsonObject) each).getString("recipient"))
                .toList();
    }

    @Test
    void a_grid_officer_has_the_enterprises_looked_after_with_their_cases_and_files() {
        Person officer = People.one(console, Role.GRID_OFFICER);
        assertThat(rows(officer.get("/standings"), "rows"))
                .extracting(row -> row.getString("id"))
                .containsExactlyInAnyOrder(People.OWN, "steel-plant");
        good(acknowledge(officer, SILENT));
        assertThat(acknowledged(SILENT)).hasSize(1);
        assertThat(acknowledge(officer, STACK).statusCode()).isEqualTo(404);

        assertThat(rows(officer.get("/attachments?kind=enterprise&id=" + People.OWN), "attachments"))
                .hasSize(1);
        assertThat(officer.get("/attachments/" + SampleAttachments.photoOf(People.FOREIGN))
                        .statusCode())
                .isEqualTo(404);
        JsonObject photo = new JsonObject().put("name", "gate.jpg").put("bytes", 3);
        good(officer.post("/uploads", photo));
        assertThat(officer.post("/registry/changes", new JsonObject()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_maintains_a_device_is_told_of_its_silence_and_not_of_what_its_points_exceed() {
        Person maintainer = People.one(console, Role.MAINTAINER);
        assertThat(rows(maintainer.get("/alerts"), "alerts"))
                .extracting(alert -> alert.getString("id"))
                .containsExactly(SILENT);
        good(acknowledge(maintainer, SILENT));
        assertThat(acknowledge(maintainer, STACK).statusCode()).isEqualTo(404);
        assertThat(maintainer.get("/exceedances?from=2026-11-01&to=2026-11-24").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_refusal_names_the_roles_in_words() {
        HttpResponse<String> refused = People.one(console, Role.MAINTAINER).get("/standings");
        assertThat(refused.body()).contains("Officer, Leader, Enterprise contact, Grid officer, Auditor");
    }
}
