package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleAudits;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Role;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody sees what role and scope do not give. Everything that the contract offers is asked, with ids of everybody, by somebody
 * of each role who may see a part of the district; ids, names and figures of enterprises are the marks by which a leak is known.
 */
class AccessTest {
    private static final Path MATRIX = Path.of("target", "access-matrix.md");
    private static final List<String> FILES =
            Arrays.stream(TableFile.values()).map(TableFile::mediaType).toList();

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static AskedThings things;
    private static Figures figures;
    private static Attack attack;
    private static Map<Role, Person> people;

    @BeforeAll
    static void open() throws Exception {
        Statements statements = new Statements();
        console = SampleConsole.over(dir, MarkedDistrict.whole(), (all, scope) -> statements
                .noting(all)
                .within(scope));
        SampleAttachments.ofEveryEnterprise(console);
        SampleAudits.ofEveryEnterprise(console);
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
        things = AskedThings.of(console);
        people = People.all(console);
        figures = Figures.learn(contract, registry(), things, people.get(Role.AUDITOR));
        attack = new Attack(contract, registry(), things, figures, statements);
    }

    @AfterAll
    static void close() throws Exception {
        attack.matrix().write(MATRIX, figures);
        console.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Registry registry() {
        return console.registry().service().current();
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
                            HttpResponse<String> answer = people.get(role)
                                    .ask(operation.getHttpMethod().name(), path, "application/json", "");
                            attack.matrix().asked(operation, people.get(role), answer.statusCode());
                            assertThat(answer.statusCode())
                                    .as("%s %s", role, path)
                                    .isEqualTo(403);
                            assertThat(answer.body()).contains("your account may not do this");
                        }
                    }
                }));
    }

    /** No answer and no file has an id, a name or a figure of an enterprise that is not the asker's, whatever is asked for. */
    @TestFactory
    Stream<DynamicTest> no_answer_tells_of_others() {
        return each((operation, role, person) -> {
            assertThat(attack.marks(operation, person, People.scope(role), "application/json"))
                    .isEmpty();
            if (!operation.getOpenAPIPath().contains("{")) {
                FILES.forEach(file -> assertThat(attack.marks(operation, person, People.scope(role), file))
                        .isEmpty());
            }
        });
    }

    /** Whether something is another's or is not there cannot be told. */
    @TestFactory
    Stream<DynamicTest> what_is_anothers_is_answered_like_what_is_not_there() {
        return each((operation, role, person) -> assertThat(attack.tellable(operation, person, People.scope(role)))
                .isEmpty());
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
                        () -> people.forEach((role, person) -> {
                            // Nothing is foreign to who sees the whole, and others are refused all alike.
                            if (!People.scope(role).district()
                                    && attack.roles(operation).contains(EnumCode.of(role))) {
                                asked.by(operation, role, person);
                            }
                        })));
    }

    /** Who has a page open is told of changes of what he sees, also where that is an outlet or a device of somebody else. */
    @Test
    void events_tell_nothing_of_others() throws Exception {
        List<Role> listening = Arrays.stream(Role.values())
                .filter(role -> role != Role.ACCOUNT_ADMINISTRATOR)
                .toList();
        Map<String, String> heard =
                HeardEvents.of(console, listening.stream().map(people::get).toList());
        for (Role role : listening) {
            Marks foreign = Marks.foreign(registry(), People.scope(role));
            assertThat(heard.get(People.name(role))).as("%s", role).contains("devices");
            assertThat(foreign.texts()).as("%s", role).noneMatch(text -> heard.get(People.name(role))
                    .contains(text));
        }
        assertThat(heard.get(People.name(Role.SEWAGE_PLANT_OPERATOR)))
                .contains("\"cases\":[\"huamei-ham\"]", "\"devices\":[\"huamei-ham\",\"lvyuan-food\"]");
        assertThat(heard.get(People.name(Role.MAINTAINER))).contains("\"devices\":[\"lvyuan-food\",\"xinghua-brick\"]");
        // Who maintains a device hears of what befalls it as such, and not of the limits that its points are judged by.
        assertThat(heard.get(People.name(Role.MAINTAINER)))
                .contains("\"cases\":[\"lvyuan-food\"]")
                .doesNotContain("\"cases\":[\"lvyuan-food\",\"xinghua-brick\"]");
        // Cases are not for who runs the platform.
        assertThat(heard.get(People.name(Role.OPERATOR))).doesNotContain("cases");
    }

    /** The markers are there to be found: who sees all finds every one. */
    @Test
    void who_sees_all_hears_of_all() {
        String all = people.get(Role.AUDITOR).get("/enterprises?limit=1000").body();
        assertThat(registry().facts().enterprises()).extracting(Enterprise::id).allMatch(all::contains);
        assertThat(figures.counts())
                .hasSize(registry().facts().enterprises().size())
                .allSatisfy((id, known) -> assertThat(known).as(id).isGreaterThan(40));
        assertThat(figures.in(
                        people.get(Role.AUDITOR)
                                .get("/enterprises/" + People.FOREIGN)
                                .body(),
                        List.of(People.FOREIGN)))
                .isNotEmpty();
    }
}
