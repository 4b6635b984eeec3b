package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.finding.ReplacementProposal;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.access.Writes.Write;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleAudits;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/** What is refused changes nothing: every operation of the contract that changes something, by everybody whom it is not for. */
class RefusedWritesTest {
    @TempDir
    static Path dir;

    private static final Statements STATEMENTS = new Statements();
    private static SampleConsole console;
    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static Map<Role, Person> people;
    private static Writes writes;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.over(
                dir,
                MarkedDistrict.whole(),
                (all, scope) -> STATEMENTS.noting(all).within(scope),
                Set.of(ReviewedMatter.values()));
        SampleAttachments.ofEveryEnterprise(console);
        SampleAudits.ofEveryEnterprise(console);
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
        people = People.all(console);
        Person asker = Person.with(console, "asker", Set.of(Grant.everywhere(Role.OFFICER)));
        writes = new Writes(foreignProposal(), firstKey(), requestOfReview(asker, 40), foreignObjection());
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String foreignObjection() {
        return console.sources().objections().in(Set.of(ObjectionState.OPEN)).stream()
                .filter(one -> one.enterpriseId().equals(People.FOREIGN))
                .map(Objection::number)
                .findFirst()
                .orElseThrow();
    }

    /** Of an enterprise that the officer of Fucun does not see. */
    private static String foreignProposal() {
        return new ReplacementProposals(console.sources().books())
                .page(null, null, null, 10).stream()
                        .map(ReplacementProposal::id)
                        .findFirst()
                        .orElseThrow();
    }

    private static String firstKey() {
        return console.identities().keys().all().stream()
                .filter(key -> key.userName().equals("officer"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Another limit of an enterprise that nobody of a part sees, which waits for a second person. */
    private static int requestOfReview(Person officer, int upper) {
        JsonObject edit = new JsonObject()
                .put("kind", "limit")
                .put("id", People.FOREIGN + ".stack-1.nox.limit")
                .put("verb", "patch")
                .put("document", new JsonObject().put("upper", upper));
        HttpResponse<String> answer = officer.post(
                "/registry/changes",
                new JsonObject().put("reason", "new permit").put("edits", new JsonArray().add(edit)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new JsonObject(officer.get("/registry/reviews").body())
                .getJsonArray("reviews")
                .getJsonObject(0)
                .getInteger("number");
    }

    private static Stream<Operation> writing() {
        return contract.operations().stream().filter(operation -> operation.getHttpMethod() != HttpMethod.GET);
    }

    /** Whom an operation is not for is refused; whom it is for, is where it is about what he does not see. */
    @TestFactory
    Stream<DynamicTest> what_is_refused_changes_nothing() {
        return writing()
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> {
                    Write write = writes.of(operation);
                    List<String> before = Tables.digests(console.sources().books());
                    for (Role role : Role.values()) {
                        boolean may = Attack.roles(contract, operation).contains(EnumCode.of(role));
                        if (!may || !People.scope(role).district()) {
                            HttpResponse<String> answer = send(operation, role, write.path(), write.body());
                            assertThat(answer.statusCode())
                                    .as("%s by %s: %s", write.path(), role, answer.body())
                                    .isIn(expected(operation, may));
                        }
                    }
                    assertThat(Tables.digests(console.sources().books())).isEqualTo(before);
                }));
    }

    /** Signing out without a session is no refusal, and nothing changes by it. */
    private static List<Integer> expected(Operation operation, boolean may) {
        if (Attack.roles(contract, operation).contains("anyone")) {
            return operation.getOperationId().equals("signOut") ? List.of(200) : List.of(400, 401, 403, 404, 429);
        }
        return may ? List.of(400, 403, 404, 415, 422) : List.of(403);
    }

    /** Whom an operation is for cannot tell what is another's from what there is not, by the answer or by what is asked to make it. */
    @TestFactory
    Stream<DynamicTest> what_is_anothers_is_refused_like_what_is_not_there() {
        return writing()
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> {
                    Write write = writes.of(operation);
                    for (Role role : People.ofParts()) {
                        if (Attack.roles(contract, operation).contains(EnumCode.of(role))) {
                            List<Object> anothers = answered(operation, role, write.path(), write.body());
                            List<Object> none = answered(operation, role, write.none(), write.noneBody());
                            assertThat(anothers)
                                    .as("%s by %s", write.path(), role)
                                    .isEqualTo(none);
                        }
                    }
                }));
    }

    private static List<Object> answered(Operation operation, Role role, String path, JsonObject body) {
        STATEMENTS.taken();
        HttpResponse<String> answer = send(operation, role, path, body);
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "content-length"));
        List<String> asked = STATEMENTS.taken();
        return List.of(answer.statusCode(), headers, writes.withoutIds(answer.body()), asked);
    }

    /** The same of reading a request for a review, which has a number that can be guessed: waiting, sent back or in force. */
    @Test
    void a_request_of_anothers_reads_like_one_that_there_is_not() {
        Person asker = Person.with(console, "asks-more", Set.of(Grant.everywhere(Role.OFFICER)));
        Map<String, Verdict> decided = Map.of("41", Verdict.REJECTED, "42", Verdict.APPROVED);
        decided.forEach((limit, verdict) -> console.sources()
                .documents()
                .reviews()
                .decide(requestOfReview(asker, Integer.parseInt(limit)), verdict, "second", "second", "seen"));
        int waiting = requestOfReview(asker, 43);
        for (Role role : List.of(Role.OFFICER, Role.LEADER)) {
            List<Object> none = read(role, 999);
            for (int number = 1; number <= waiting; number++) {
                assertThat(read(role, number)).as("%s %s", role, number).isEqualTo(none);
            }
        }
    }

    private static List<Object> read(Role role, int number) {
        STATEMENTS.taken();
        HttpResponse<String> answer = people.get(role).get("/registry/reviews/" + number);
        return List.of(answer.statusCode(), answer.body().replace("\\\"" + number + "\\\"", "ID"), STATEMENTS.taken());
    }

    private static HttpResponse<String> send(Operation operation, Role role, String path, JsonObject body) {
        return people.get(role)
                .ask(operation.getHttpMethod().name(), path, "application/json", body.isEmpty() ? "" : body.encode());
    }
}
