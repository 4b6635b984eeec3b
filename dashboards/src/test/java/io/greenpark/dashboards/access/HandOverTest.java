package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseOwners;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.OwnerChange;
import io.greenpark.cleanproduction.desk.StepOwner;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever leaves hands over all of it, to several people, in one transaction; nothing is left to nobody. */
class HandOverTest {
    private static final Instant NOW = SampleConsole.CLOCK.instant();

    @TempDir
    private Path dir;

    private SampleConsole console;
    private Cases cases;
    private Person administrator;
    private Person wang;
    private List<String> enterprises;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        cases = new CaseBook(console.sources().books(), SampleConsole.CLOCK);
        administrator = Person.with(console, "chen", Set.of(Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR)));
        enterprises = registry().facts().enterprises().stream()
                .map(Enterprise::id)
                .sorted()
                .toList();
        Person.with(console, "zhao", Set.of(new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.copyOf(twelve())))));
        wang = Person.with(
                console, "wang", Set.of(new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.of(twelve().get(0))))));
        Person.with(console, "sun", Set.of(new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.of(twelve().get(1))))));
        for (int i = 0; i < 37; i++) {
            own("h-" + i, twelve().get(i % twelve().size()));
        }
    }

    private Registry registry() {
        return console.registry().service().current();
    }

    private List<String> twelve() {
        assertThat(enterprises).hasSize(12);
        return enterprises;
    }

    private void own(String id, String enterprise) {
        console.sources().books().write(tx -> {
            tx.handle()
                    .execute(
                            "INSERT INTO alert_case (id, rule, subject, first_since_ms, generation, scope, enterprise,"
                                    + " trial, raised, state, title_zh, title_en, text_zh, text_en, since_ms,"
                                    + " covered_ms, worst_start_ms, raised_ms) VALUES (?, 'DEVICE_SILENT', ?, ?, 0,"
                                    + " 'ENTERPRISE', ?, ?, ?, 'OPEN', '秘密数字', 'secret figure', '', '', ?, ?, ?, ?)",
                            id,
                            id,
                            NOW.toEpochMilli(),
                            enterprise,
                            false,
                            true,
                            NOW.toEpochMilli(),
                            NOW.toEpochMilli(),
                            NOW.toEpochMilli(),
                            NOW.toEpochMilli());
            return true;
        });
        cases.own(List.of(id), OwnerChange.to("zhao", "zhao", null));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject asked() {
        return new JsonObject().put("version", 1).put("reason", "moves to another bureau");
    }

    private JsonObject shared() {
        JsonArray shares = new JsonArray();
        List<String> half = twelve().subList(0, twelve().size() / 2);
        half.forEach(id -> shares.add(new JsonObject().put("enterprise", id).put("to", "wang")));
        return asked().put("to", "sun").put("shares", shares);
    }

    private List<String> casesOf(String account) {
        return console
                .sources()
                .books()
                .<List<Case>, RuntimeException>read(handle -> CaseOwners.openOf(handle, account))
                .stream()
                .map(Case::id)
                .toList();
    }

    private Set<String> namedFor(String account) {
        return console.identities().accounts().find(account).orElseThrow().grants().stream()
                .flatMap(g -> g.scope().enterprises().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thirty_seven_cases_and_twelve_enterprises_go_to_two_people_as_the_preview_said() {
        JsonObject preview = good(administrator.post("/accounts/zhao/hand-over/preview", shared()));
        assertThat(preview.getJsonArray("cases")).hasSize(37);
        assertThat(preview.getJsonArray("named")).hasSize(twelve().size());
        assertThat(preview.encode()).as("who opens accounts sees no figures").doesNotContain("secret figure");
        assertThat(casesOf("zhao")).as("a preview changes nothing").hasSize(37);

        String stamp = console.identities().accounts().stamp("zhao").orElseThrow();
        JsonObject done = good(administrator.post("/accounts/zhao/hand-over", shared()));
        assertThat(done.getJsonArray("receivers")).isEqualTo(preview.getJsonArray("receivers"));
        assertThat(casesOf("zhao")).isEmpty();
        List<String> all = new ArrayList<>(casesOf("wang"));
        all.addAll(casesOf("sun"));
        assertThat(all).hasSize(37);
        Set<String> half = Set.copyOf(twelve().subList(0, twelve().size() / 2));
        assertThat(cases.find("h-0").orElseThrow().owner().account()).isEqualTo("wang");
        assertThat(namedFor("wang")).containsExactlyInAnyOrderElementsOf(half);
        assertThat(namedFor("sun")).containsAll(twelve().subList(half.size(), twelve().size()));
        assertThat(console.identities().accounts().find("zhao").map(UserAccount::state))
                .contains(State.CLOSED);
        assertThat(console.identities().accounts().viewer("zhao", stamp))
                .as("sessions are over")
                .isEmpty();
        assertThat(casesOf("wang")).hasSize(4 + 5 * 3);
    }

    /** Of whom the next step of clean production is, by the account. */
    private @Nullable String auditOwner(String enterprise) {
        StepOwner owner =
                console.sources().cleanProduction().audits().snapshot().owner(enterprise);
        return owner == null ? null : owner.account();
    }

    @Test
    void the_next_steps_of_clean_production_go_with_their_enterprises() {
        String first = twelve().get(0);
        String last = twelve().get(11);
        List.of(first, last)
                .forEach(id -> console.sources().cleanProduction().audits().own(id, "zhao", null, "chen"));
        JsonObject preview = good(administrator.post("/accounts/zhao/hand-over/preview", shared()));
        assertThat(preview.getJsonArray("audits").encode()).contains(first, "wang", last, "sun");
        assertThat(auditOwner(first)).isEqualTo("zhao");
        good(administrator.post("/accounts/zhao/hand-over", shared()));
        assertThat(auditOwner(first)).isEqualTo("wang");
        assertThat(auditOwner(last)).isEqualTo("sun");
    }

    @Test
    void an_account_that_answers_for_something_is_not_closed() {
        JsonObject closing = asked().put("state", "CLOSED");
        HttpResponse<String> refused =
                administrator.ask("PATCH", "/accounts/zhao", "application/json", closing.encode());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("37 open cases").contains("hand-over");
        String smaller = asked().put("grants", new JsonArray().add(new JsonObject("""
                        {"role": "grid-officer", "scope": {"enterprises": ["%s"]}}""".formatted(twelve().get(0)))))
                .encode();
        assertThat(administrator
                        .ask("PATCH", "/accounts/zhao", "application/json", smaller)
                        .body())
                .contains("could no longer act on case");
        assertThat(console.identities().accounts().find("zhao").orElseThrow().state())
                .isEqualTo(State.OPEN);
    }

    @Test
    void what_would_be_nobodys_is_refused_and_what_is_left_to_an_office_stands_under_its_name() {
        JsonObject toOne = asked().put(
                        "shares",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("enterprise", twelve().get(0))
                                        .put("to", "wang")));
        assertThat(administrator.post("/accounts/zhao/hand-over/preview", toOne).body())
                .contains("would be nobody's");
        Person.with(console, "leader", Set.of(Grant.everywhere(Role.LEADER)));
        assertThat(administrator
                        .post("/accounts/zhao/hand-over", asked().put("to", "leader"))
                        .body())
                .contains("has no role GRID_OFFICER");
        assertThat(casesOf("zhao")).as("nothing was changed").hasSize(37);

        String key = console.identities().keys().of("zhao").get(0).id();
        assertThat(administrator
                        .post(
                                "/accounts/zhao/hand-over",
                                asked().put("office", "执法队").put("renewKeys", true))
                        .body())
                .contains("need an account and cannot be left to an office");
        good(administrator.post("/accounts/zhao/hand-over", asked().put("office", "执法队")));
        assertThat(console.identities().keys().all())
                .filteredOn(k -> k.id().equals(key))
                .singleElement()
                .satisfies(
                        k -> assertThat(k.endedAt()).as("ends with the account").isNotNull());
        assertThat(cases.find("h-0").orElseThrow().owner().office()).isEqualTo("执法队");
        assertThat(good(wang.get("/alerts?owner=none&limit=1")).getInteger("count"))
                .as("what is an office's is nobody's to see to")
                .isPositive();
    }

    @Test
    void a_key_goes_on_with_a_secret_that_is_told_once_and_is_on_no_record() {
        JsonObject renewing = shared().put("renewKeys", true);
        good(administrator.post("/accounts/zhao/hand-over/preview", renewing));
        JsonObject done = good(administrator.post("/accounts/zhao/hand-over", renewing));
        JsonObject told = done.getJsonArray("secrets").getJsonObject(0);
        assertThat(told.getString("to")).isEqualTo("sun");
        assertThat(console.identities().keys().viewer(told.getString("secret")).map(Viewer::account))
                .contains("sun");
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                        .toString())
                .contains("account.handed-over")
                .doesNotContain(told.getString("secret"));
        assertThat(administrator
                        .post("/accounts/sun/hand-over", asked().put("renewKeys", "yes"))
                        .body())
                .contains("must be true or false");
    }

    @Test
    void deputyships_go_on_with_another_one_where_that_one_may_and_end_otherwise() {
        console.identities().deputies().name("wang", "zhao", NOW, NOW.plus(Duration.ofDays(10)), "leave", "wang");
        console.identities().deputies().name("sun", "zhao", NOW, NOW.plus(Duration.ofDays(10)), "leave", "sun");
        JsonObject done = good(administrator.post("/accounts/zhao/hand-over", shared()));
        assertThat(done.getJsonArray("deputyships").stream()
                        .map(JsonObject.class::cast)
                        .map(d -> d.getString("account") + " " + d.getString("to")))
                .as("sun would stand in for wang, but has a deputy himself until this ends")
                .containsExactlyInAnyOrder("wang null", "sun null");
        assertThat(console.identities().deputies().principalsOf("zhao")).isEmpty();
    }
}
