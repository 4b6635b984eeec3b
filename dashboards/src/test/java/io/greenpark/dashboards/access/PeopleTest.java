package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, keys, the audit log and the access review as an administrator of accounts and an auditor have them from the API. */
class PeopleTest {
    private static final String WHY = "left the bureau";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Person administrator;
    private static Person auditor;
    private static Person officer;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        administrator = Person.with(console, "chen", Set.of(Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR)));
        auditor = Person.with(console, "zhao", Set.of(Grant.everywhere(Role.AUDITOR)));
        officer = Person.with(console, "li", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")))));
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<JsonObject> rows(JsonObject answer, String key) {
        return answer.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject because() {
        return new JsonObject().put("reason", WHY);
    }

    private static JsonObject entry(String filter) {
        return rows(good(auditor.get("/audit-log?limit=1&" + filter)), "entries")
                .get(0);
    }

    private static String makeAccount(String userName) {
        JsonObject grant = new JsonObject("""
                {"role": "grid-officer", "scope": {"enterprises": ["lvyuan-food", "huamei-ham"]}}""");
        JsonObject asked =
                because().put("userName", userName).put("fullName", "Sun").put("grants", new JsonArray().add(grant));
        return good(administrator.post("/accounts", asked)).getString("password");
    }

    @Test
    void grants_say_what_they_are_for_by_name() {
        makeAccount("sun");
        JsonObject grant =
                rows(good(administrator.get("/accounts/sun")), "grants").get(0);
        assertThat(grant.getJsonObject("where").getString("zh")).contains("绿源").contains("、");
        assertThat(administrator.get("/accounts?q=sun", "text/csv").body())
                .contains("Grid officer (")
                .contains("Lvyuan")
                .doesNotContain("lvyuan-food");
    }

    @Test
    void whoever_sees_no_figures_finds_parks_and_enterprises_by_name() {
        JsonObject found = good(administrator.get("/scopes?kind=enterprise&q=%E7%BB%BF%E6%BA%90"));
        assertThat(rows(found, "rows")).singleElement().satisfies(row -> {
            assertThat(row.getString("id")).isEqualTo("lvyuan-food");
            assertThat(row.getJsonObject("context").getString("zh")).isNotBlank();
        });
        assertThat(rows(good(administrator.get("/scopes?kind=park")), "rows")).isNotEmpty();
        assertThat(officer.get("/scopes").statusCode()).isEqualTo(403);
    }

    @Test
    void the_last_sign_in_is_told_where_accounts_are() {
        console.sources().audit().append(AuditDraft.of("li", "10.0.0.7", AuditAction.SESSION_OPENED));
        assertThat(good(administrator.get("/accounts/li")).getString("lastSignIn"))
                .startsWith("2026-11-23T20:40");
        assertThat(rows(good(auditor.get("/accounts?q=li")), "rows"))
                .filteredOn(row -> row.getString("userName").equals("li"))
                .allSatisfy(row -> assertThat(row.getString("lastSignIn")).isNotNull());
        assertThat(good(administrator.get("/accounts/chen")).getString("lastSignIn"))
                .isNull();
    }

    @Test
    void sessions_are_ended_for_a_reason_that_is_on_record() {
        makeAccount("he");
        String stamp = console.identities().accounts().stamp("he").orElseThrow();
        assertThat(administrator
                        .post("/accounts/he/end-sessions", new JsonObject())
                        .statusCode())
                .isEqualTo(400);
        good(administrator.post("/accounts/he/end-sessions", because()));
        assertThat(console.identities().accounts().viewer("he", stamp)).isEmpty();
        JsonObject entry = entry("kind=account&id=he&action=session.ended");
        assertThat(entry.getString("why")).isEqualTo(WHY);
        assertThat(administrator
                        .post("/accounts/nobody/end-sessions", because())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void one_ends_keys_of_ones_own_and_those_of_others_are_not_there() {
        makeAccount("qian");
        String own = ownKey();
        assertThat(good(officer.get("/session/keys")).getJsonArray("rows")).isEmpty();
        String ended = console.identities().keys().all().stream()
                .filter(key -> key.userName().equals("zhao"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(officer.post("/session/keys/" + ended + "/end", because()).statusCode())
                .isEqualTo(404);
        assertThat(administrator.post("/keys/" + own + "/end", new JsonObject()).statusCode())
                .isEqualTo(400);
        assertThat(good(administrator.post("/keys/" + own + "/end", because())).getBoolean("good"))
                .isFalse();
        assertThat(entry("kind=key&id=" + own).getString("why")).isEqualTo(WHY);
        assertThat(rows(good(administrator.get("/keys?userName=li")), "rows"))
                .allSatisfy(key -> assertThat(key.getString("userName")).isEqualTo("li"));
    }

    private static String ownKey() {
        JsonObject grant = new JsonObject("""
                {"role": "officer", "scope": {"parks": ["fucun"]}}""");
        JsonObject asked =
                because().put("name", "export").put("userName", "li").put("grants", new JsonArray().add(grant));
        JsonObject made = good(administrator.post("/keys", asked));
        JsonObject entry = entry("action=key.created");
        assertThat(entry.getJsonObject("after").getString("name")).isEqualTo("export");
        assertThat(entry.encode()).doesNotContain(made.getString("secret"));
        return made.getString("id");
    }

    @Test
    void the_audit_log_is_a_file_with_its_hashes_and_says_what_was_done() {
        makeAccount("wu");
        JsonObject page = good(auditor.get("/audit-log?kind=account&id=wu"));
        assertThat(rows(page, "actions")).hasSameSizeAs(AuditAction.values());
        JsonObject first = rows(page, "entries").get(0);
        assertThat(rows(first.getJsonObject("after"), "grants").get(0).getString("role"))
                .isEqualTo("grid-officer");
        String file = auditor.get("/audit-log?kind=account&id=wu", "text/csv").body();
        assertThat(file.lines()).hasSize(2);
        assertThat(file)
                .contains("Account made")
                .contains(first.getString("hash"))
                .contains(WHY);
        assertThat(auditor.get("/audit-log?kind=account&columns=at,who", "text/csv")
                        .body())
                .doesNotContain(WHY);
        assertThat(administrator.get("/audit-log").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/keys", "/access-review?ended=true", "/audit-log"})
    void each_list_is_a_workbook_too(String path) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        HttpResponse<String> answer = auditor.get(path, type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(answer.body()).as("unpacked by the client").contains("<worksheet", "<workbook");
    }

    @Test
    void looks_at_one_thing_are_found_by_its_kind_and_id() {
        good(auditor.get("/enterprises/lvyuan-food"));
        console.sources().looks().flush();
        List<JsonObject> looks = rows(good(auditor.get("/audit-log/looks?kind=enterprise&id=lvyuan-food")), "looks");
        assertThat(looks).isNotEmpty().allSatisfy(look -> assertThat(look.getString("id"))
                .isEqualTo("lvyuan-food"));
        good(auditor.get("/alerts/c-1001"));
        console.sources().looks().flush();
        assertThat(rows(good(auditor.get("/audit-log/looks?kind=case&id=c-1001")), "looks"))
                .as("called as in entries")
                .isNotEmpty();
        assertThat(auditor.get("/audit-log/looks?kind=enterprise").statusCode()).isEqualTo(400);
    }

    @Test
    void a_review_has_a_line_for_each_right_and_for_whoever_has_none() {
        console.identities()
                .accounts()
                .create(
                        "nobody.in.particular",
                        new io.greenpark.access.account.UserAccount.Person("Feng", null, null),
                        Set.of(),
                        io.greenpark.park.viewer.Viewer.ofAll("officer"));
        List<JsonObject> lines = rows(good(auditor.get("/access-review?limit=1000")), "rows");
        assertThat(lines)
                .filteredOn(line -> line.getString("userName").equals("officer") && line.getString("key") == null)
                .extracting(line -> line.getString("role"))
                .containsExactly("officer", "operator", "account-administrator");
        assertThat(lines)
                .filteredOn(line -> line.getString("userName").equals("nobody.in.particular"))
                .singleElement()
                .satisfies(line -> assertThat(line.getString("role")).isNull());
        assertThat(lines)
                .filteredOn(line -> line.getString("userName").equals("li") && line.getString("key") != null)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.getJsonObject("where").getString("en")).isNotEqualTo("fucun"));
        assertThat(administrator.get("/access-review", "text/csv").body())
                .contains("sees all data of the scope")
                .contains("Feng");
        assertThat(officer.get("/access-review").statusCode()).isEqualTo(403);
    }

    @Test
    void who_can_act_no_more_is_in_a_review_where_that_is_asked_for() {
        makeAccount("zhou");
        JsonObject closed = because().put("version", version("zhou")).put("office", "Law enforcement");
        good(administrator.post("/accounts/zhou/hand-over", closed));
        assertThat(rows(good(auditor.get("/access-review?limit=1000")), "rows"))
                .noneMatch(line -> line.getString("userName").equals("zhou"));
        assertThat(rows(good(auditor.get("/access-review?limit=1000&ended=true")), "rows"))
                .filteredOn(line -> line.getString("userName").equals("zhou"))
                .allSatisfy(line -> assertThat(line.getString("state")).isEqualTo("CLOSED"))
                .isNotEmpty();
    }

    @Test
    void accounts_are_found_by_whether_they_are_open() {
        makeAccount("zheng");
        JsonObject closed = because().put("version", version("zheng")).put("office", "Law enforcement");
        good(administrator.post("/accounts/zheng/hand-over", closed));
        assertThat(rows(good(auditor.get("/accounts?state=closed")), "rows"))
                .extracting(row -> row.getString("userName"))
                .contains("zheng")
                .doesNotContain("chen");
        assertThat(auditor.get("/accounts?state=open&q=zheng").body()).contains("\"count\":0");
    }

    private static long version(String userName) {
        return good(administrator.get("/accounts/" + userName)).getLong("version");
    }
}
