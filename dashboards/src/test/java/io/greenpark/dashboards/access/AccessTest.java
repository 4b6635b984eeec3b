package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
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
import java.util.TreeMap;
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

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static AskedThings things;
    private static final Map<Role, Person> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
        things = new AskedThings(registry(), SampleConsole.CLOCK);
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

    private static Stream<Operation> reads() {
        return contract.operations().stream()
                .filter(operation -> operation.getHttpMethod() == HttpMethod.GET)
                .filter(operation -> !operation.getOperationId().equals("events"));
    }

    private static List<?> roles(Operation operation) {
        return Contract.model(contract, operation).getJsonArray("x-roles").getList();
    }

    /** An operation is answered for the roles that the contract names, and refused for all others alike. */
    @TestFactory
    Stream<DynamicTest> an_operation_is_for_the_roles_that_the_contract_names() {
        return contract.operations().stream()
                .filter(operation -> !roles(operation).contains("anyone"))
                .filter(operation -> !operation.getOperationId().equals("events"))
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> {
                    for (Role role : Role.values()) {
                        if (!roles(operation).contains(EnumCode.of(role))) {
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
        return reads().map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> {
            for (Map.Entry<Role, Person> each : PEOPLE.entrySet()) {
                Marks foreign = Marks.foreign(registry(), scope(each.getKey()));
                for (String path : things.paths(operation.getOpenAPIPath())) {
                    for (String accept : List.of("application/json", "text/csv")) {
                        HttpResponse<String> answer = each.getValue().get(path, accept);
                        assertThat(answer.statusCode())
                                .as("%s %s", each.getKey(), path)
                                .isLessThan(500);
                        assertThat(foreign.in(answer, path))
                                .as("%s hears of others by %s (%s)", each.getKey(), path, accept)
                                .isEmpty();
                    }
                }
            }
        }));
    }

    /** Whether something is another's or is not there cannot be told. */
    @TestFactory
    Stream<DynamicTest> what_is_anothers_is_answered_like_what_is_not_there() {
        return reads().filter(operation -> operation.getOpenAPIPath().contains("{id}"))
                .filter(operation -> !operation.getOpenAPIPath().startsWith("/registry"))
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> {
                    String path = operation.getOpenAPIPath();
                    for (Role role : List.of(Role.OFFICER, Role.ENTERPRISE_CONTACT, Role.MAINTAINER)) {
                        List<String> foreign = things.foreignIds(path, Marks.foreign(registry(), scope(role)));
                        for (String id : foreign) {
                            assertThat(answered(role, path, id)).isEqualTo(answered(role, path, "nobody-at-all"));
                        }
                    }
                }));
    }

    private static List<Object> answered(Role role, String path, String id) {
        HttpResponse<String> answer = PEOPLE.get(role).get(things.path(path, id));
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "content-length"));
        return List.of(answer.statusCode(), answer.body().replace(id, "ID"), headers);
    }

    /** Lists have what a list of everything has of one's own, and count no more. */
    @Test
    void counts_are_of_what_is_seen() {
        for (String list : List.of("/enterprises", "/outlets", "/devices", "/points/newest", "/alerts")) {
            String key = list.equals("/alerts") ? "alerts" : list.equals("/enterprises") ? "enterprises" : "rows";
            JsonObject answer = new JsonObject(PEOPLE.get(Role.ENTERPRISE_CONTACT)
                    .get(list + "?limit=1000")
                    .body());
            String rows = answer.containsKey(key) ? key : list.substring(1);
            assertThat(answer.getInteger("count"))
                    .as(list)
                    .isEqualTo(answer.getJsonArray(rows).size());
            assertThat(answer.getJsonArray(rows).encode()).as(list).contains(OWN);
        }
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
        refusals.add(contact.post("/registry/changes", change()));
        refusals.add(PEOPLE.get(Role.OFFICER).post("/registry/changes", change()));
        refusals.add(contact.post("/registry/files/reload", new JsonObject()));
        assertThat(refusals)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(403, 404));
        assertThat(Tables.digests(console.sources().books())).isEqualTo(before);
    }

    private static JsonObject change() {
        return new JsonObject("""
                {"reason": "mine", "edits": [{"kind": "enterprise", "id": "%s", "verb": "remove"}]}""".formatted(OWN));
    }

    /** The markers are there to be found: who sees all finds every one. */
    @Test
    void who_sees_all_hears_of_all() {
        String all = PEOPLE.get(Role.AUDITOR).get("/enterprises?limit=1000").body();
        assertThat(registry().facts().enterprises()).extracting(Enterprise::id).allMatch(all::contains);
    }
}
