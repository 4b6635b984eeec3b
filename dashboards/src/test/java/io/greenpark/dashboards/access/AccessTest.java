package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody sees what role and scope do not give. Everything that the contract offers is asked, with ids of everybody, by somebody
 * of each role who may see a part of the district; ids and names of enterprises are the marks by which a leak is known.
 */
class AccessTest {
    private static final String OWN = "lvyuan-food";
    private static final String FOREIGN = "xinghua-brick";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static AskedThings things;
    private static Attack attack;
    private static final Map<Role, Person> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        SampleAttachments.ofEveryEnterprise(console);
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
        things = new AskedThings(registry(), SampleConsole.CLOCK);
        attack = new Attack(contract, registry(), things);
        for (Role role : Role.values()) {
            Set<Grant> grants = Set.of(new Grant(role, scope(role)));
            PEOPLE.put(role, Person.with(console, "one-" + EnumCode.of(role), grants));
        }
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Registry registry() {
        return console.registry().service().current();
    }

    /** A part of the district for each role that may be for a part. */
    private static Scope scope(Role role) {
        return switch (role) {
            case OFFICER, LEADER -> Scope.parks(Set.of("fucun"));
            case ENTERPRISE_CONTACT -> Scope.enterprises(Set.of(OWN));
            case GRID_OFFICER -> Scope.enterprises(Set.of(OWN, "steel-plant"));
            case SEWAGE_PLANT_OPERATOR -> Scope.outlets(Set.of("huamei-ham.water-1", OWN + ".water-1"));
            case MAINTAINER -> Scope.devices(Set.of("xinghua-brick.stack-1", OWN + ".steam"));
            case OPERATOR, ACCOUNT_ADMINISTRATOR, AUDITOR -> Scope.DISTRICT;
        };
    }

    /** An operation is answered for the roles that the contract names, and refused for all others alike. */
    @TestFactory
    Stream<DynamicTest> an_operation_is_for_the_roles_that_the_contract_names() {
        return contract.operations().stream()
                .filter(operation -> !attack.roles(operation).contains("anyone"))
                .filter(operation -> !operation.getOperationId().equals("events"))
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> {
                    for (Role role : Role.values()) {
                        if (!attack.roles(operation).contains(EnumCode.of(role))) {
                            String path =
                                    things.paths(operation.getOpenAPIPath()).get(0);
                            HttpResponse<String> answer = PEOPLE.get(role)
                                    .ask(operation.getHttpMethod().name(), path, "application/json", "");
                            assertThat(answer.statusCode())
                                    .as("%s %s", role, path)
                                    .isEqualTo(403);
                            assertThat(answer.body()).contains("your account may not do this");
                        }
                    }
                }));
    }

    /** No answer has an id or a name of an enterprise that is not the asker's, whatever is asked for. */
    @TestFactory
    Stream<DynamicTest> no_answer_tells_of_others() {
        return each((operation, role, person) -> {
            assertThat(attack.marks(operation, person, scope(role), "application/json"))
                    .isEmpty();
            if (!operation.getOpenAPIPath().contains("{")) {
                assertThat(attack.marks(operation, person, scope(role), "text/csv"))
                        .isEmpty();
            }
        });
    }

    /** Whether something is another's or is not there cannot be told. */
    @TestFactory
    Stream<DynamicTest> what_is_anothers_is_answered_like_what_is_not_there() {
        return each((operation, role, person) ->
                assertThat(attack.tellable(operation, person, scope(role))).isEmpty());
    }

    /** Lists count what they have. */
    @TestFactory
    Stream<DynamicTest> counts_are_of_what_is_seen() {
        return each((operation, role, person) ->
                assertThat(attack.miscounts(operation, person)).isEmpty());
    }

    /** What an operation is asked by somebody. */
    private interface Asked {
        void by(Operation operation, Role role, Person person);
    }

    private static Stream<DynamicTest> each(Asked asked) {
        return attack.reads()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.getOperationId(),
                        () -> PEOPLE.forEach((role, person) -> {
                            // Nothing is foreign to who sees the whole, and others are refused all alike.
                            if (!scope(role).district()
                                    && attack.roles(operation).contains(EnumCode.of(role))) {
                                asked.by(operation, role, person);
                            }
                        })));
    }

    /** What is refused has changed nothing. */
    @Test
    void a_refused_change_changes_nothing() {
        List<String> before = Tables.digests(console.sources().books());
        Person contact = PEOPLE.get(Role.ENTERPRISE_CONTACT);
        Person leader = PEOPLE.get(Role.LEADER);
        JsonObject comment = new JsonObject().put("comment", "seen");
        List<HttpResponse<String>> refusals = new ArrayList<>();
        refusals.add(contact.post("/alerts/c-1001/acknowledge", comment));
        refusals.add(leader.post("/alerts/c-1001/acknowledge", comment));
        refusals.add(contact.post("/proposals/p-1/decline", comment));
        refusals.add(contact.post("/registry/changes", change(OWN)));
        refusals.add(contact.post("/registry/files/reload", new JsonObject()));
        String foreign = SampleAttachments.photoOf(FOREIGN);
        JsonObject reason = new JsonObject().put("reason", "mine");
        refusals.add(contact.post("/attachments/" + foreign + "/remove", reason));
        refusals.add(contact.post("/attachments/" + SampleAttachments.photoOf(OWN) + "/remove", reason));
        refusals.add(contact.post("/attachments/" + foreign + "/attach", owner(OWN)));
        refusals.add(PEOPLE.get(Role.OFFICER).post("/attachments/" + foreign + "/remove", reason));
        assertThat(refusals)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(403, 404));
        HttpResponse<String> beyond = PEOPLE.get(Role.OFFICER).post("/registry/changes", change(FOREIGN));
        HttpResponse<String> absent = PEOPLE.get(Role.OFFICER).post("/registry/changes", change("none-such"));
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(beyond.body().replace(FOREIGN, "none-such")).isEqualTo(absent.body());
        assertThat(Tables.digests(console.sources().books())).isEqualTo(before);
    }

    private static JsonObject owner(String enterprise) {
        return new JsonObject().put("kind", "enterprise").put("id", enterprise);
    }

    private static JsonObject change(String enterprise) {
        return new JsonObject("""
                {"reason": "mine", "edits": [{"kind": "enterprise", "id": "%s", "verb": "remove"}]}""".formatted(enterprise));
    }

    /** The markers are there to be found: who sees all finds every one. */
    @Test
    void who_sees_all_hears_of_all() {
        String all = PEOPLE.get(Role.AUDITOR).get("/enterprises?limit=1000").body();
        assertThat(registry().facts().enterprises()).extracting(Enterprise::id).allMatch(all::contains);
    }
}
