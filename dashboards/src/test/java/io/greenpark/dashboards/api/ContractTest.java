package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.Case;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Proxies;
import io.greenpark.dashboards.event.Events;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.operations.status.Exposure;
import io.greenpark.operations.status.TroubleKind;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.viewer.Role;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes and answers are those that openapi.yaml describes. */
class ContractTest {
    @TempDir
    static Path dir;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static SampleConsole console;
    private static Vertx vertx;
    private static OpenAPIContract contract;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    health              | GET  | /health
                    live                | GET  | /health/live
                    ready               | GET  | /health/ready
                    operations          | GET  | /operations
                    session             | GET  | /session
                    parks               | GET  | /parks
                    park                | GET  | /parks/fucun
                    parkEnergy          | GET  | /parks/fucun/energy?from=2026-10-01&to=2026-12-01&step=month
                    parkIntensity       | GET  | /parks/fucun/intensity?from=2026-01-01&to=2027-01-01
                    enterprises         | GET  | /enterprises
                    enterprise          | GET  | /enterprises/xinghua-brick
                    enterpriseEnergy    | GET  | /enterprises/lvyuan-food/energy?from=2026-11-20&to=2026-11-25&step=day
                    enterpriseEnergy    | GET  | /enterprises/lvyuan-food/energy?from=2019-01-01&to=2019-02-01&step=month
                    enterpriseIntensity | GET  | /enterprises/huamei-ham/intensity?from=2026-01-01&to=2027-01-01&basis=equivalent
                    outlet              | GET  | /outlets/lvyuan-food.water-1
                    point               | GET  | /points/lvyuan-food.water-1.ph
                    point               | GET  | /points/kaida-hardware.water
                    point               | GET  | /points/nothing
                    newestValues        | GET  | /points/newest?limit=1000
                    newestValues        | GET  | /points/newest?enterprise=lvyuan-food&q=ph&sort=-ageSeconds
                    newestValues        | GET  | /points/newest?outlet=nothing
                    series              | GET  | /points/lvyuan-food.water-1.ph/series?from=2026-11-23&to=2026-11-24
                    series              | GET  | /points/lvyuan-food.water-1.ph/series?from=2026-11-01&to=2026-11-24&step=day
                    jointSeries         | GET  | /series?points=lvyuan-food.water-1.ph,lvyuan-food.water-1.cod&from=2026-11-20&to=2026-11-24&step=hour
                    jointSeries         | GET  | /series?points=lvyuan-food.electricity,lvyuan-food.water-1.cod&from=2026-01-01&to=2026-12-01&step=month
                    outlets             | GET  | /outlets
                    outlets             | GET  | /outlets?park=xiaoshun&medium=stack&state=kept&q=nox&sort=-validity
                    outlets             | GET  | /outlets?medium=nothing
                    dataQuality         | GET  | /data-quality?from=2026-11-16&to=2026-11-24
                    dataQuality         | GET  | /data-quality?from=2026-11-16&to=2026-11-24&scope=meter&park=fucun&sort=2026-11-18
                    dataQuality         | GET  | /data-quality?from=2026-01-01&to=2026-11-24
                    exceedances         | GET  | /exceedances?from=2026-11-13&to=2026-11-24
                    exceedances         | GET  | /exceedances?from=2026-11-13&to=2026-11-24&park=xiaoshun&q=nox&sort=-multiple&limit=2
                    exceedances         | GET  | /exceedances?from=2026-11-13&to=2026-11-24&point=nothing
                    formerValues        | GET  | /former-values?from=2026-11-13&to=2026-11-24
                    formerValues        | GET  | /former-values?from=2026-11-13&to=2026-11-24&point=nothing
                    jointSeries         | GET  | /series?points=nothing&from=2026-01-01&to=2026-12-01
                    alerts              | GET  | /alerts?state=open&limit=3
                    alert               | GET  | /alerts/c-1002
                    alerts              | GET  | /alerts?park=fucun
                    alerts              | GET  | /alerts?scope=district
                    alerts              | GET  | /alerts?rule=limit-exceeded,limit-warning&severity=bad&acknowledged=false&limit=1
                    alerts              | GET  | /alerts?outlet=xinghua-brick.stack-1&from=2026-11-01&to=2026-12-01&q=nox&sort=-raisedAt
                    alerts              | GET  | /alerts?rule=nonsense
                    alert               | GET  | /alerts/c-1008
                    alert               | GET  | /alerts/c-1009
                    alerts              | GET  | /alerts?owner=none&limit=2
                    caseOwners          | GET  | /case-owners
                    cleanProduction     | GET  | /clean-production
                    cleanProduction     | GET  | /clean-production?park=fucun&state=running,due-again&overdue=true&sort=-dueOn
                    cleanProductionOf   | GET  | /clean-production/lvyuan-food
                    cleanProductionOf   | GET  | /clean-production/nobody
                    cleanProductionCoverage | GET | /clean-production-coverage?months=3
                    cleanProductionCandidates | GET | /clean-production-candidates?park=fucun
                    cleanProductionLists | GET | /clean-production-lists
                    cleanProductionTerms | GET | /clean-production-terms
                    ruleDependencies | GET | /rule-dependencies
                    channels            | GET  | /channels
                    contacts            | GET  | /contacts
                    contacts            | GET  | /contacts?state=none&park=fucun&sort=owner&limit=1
                    contacts            | GET  | /contacts?enterprise=nobody
                    acknowledge         | POST | /alerts/c-1004/acknowledge
                    findings            | GET  | /findings
                    findings            | GET  | /findings?kind=fall-that-stayed&park=fucun&days=400&limit=1
                    findings            | GET  | /findings?enterprise=lvyuan-food&park=fucun
                    proposals           | GET  | /proposals
                    declineProposal     | POST | /proposals/nothing/decline
                    proposals           | GET  | /proposals?state=open&enterprise=lvyuan-food
                    deadLetters         | GET  | /dead-letters?limit=2
                    deadLetters         | GET  | /dead-letters?q=cod&sort=-count&limit=1
                    unknownDevices      | GET  | /quarantine
                    unknownDevices      | GET  | /quarantine?discarded=true&q=guest&sort=-last&limit=1
                    unknownDevices      | GET  | /quarantine?sender=gateway-fucun-1&device=press-meter-7
                    unknownDevice       | GET  | /quarantine/1
                    unknownDevice       | GET  | /quarantine/4
                    unknownDevice       | GET  | /quarantine/nothing
                    claimUnknownDevice  | POST | /quarantine/1/claim
                    devices             | GET  | /devices
                    devices             | GET  | /devices?state=silent&park=xiaoshun&q=steam&sort=-silentForSeconds
                    devices             | GET  | /devices?gateway=nowhere
                    device              | GET  | /devices/lvyuan-food.steam
                    device              | GET  | /devices/xinghua-brick.stack-1
                    device              | GET  | /devices/nobody
                    gateways            | GET  | /gateways
                    gateway             | GET  | /gateways/gateway-fucun-1
                    gateway             | GET  | /gateways/nobody
                    search              | GET  | /search?q=nox
                    search              | GET  | /search
                    district            | GET  | /district
                    districtEnergy      | GET  | /district/energy?from=2026-10-01&to=2026-12-01&step=month
                    districtIntensity   | GET  | /district/intensity?from=2026-01-01&to=2027-01-01
                    comparison          | GET  | /comparison?enterprises=hengda-tools,lvyuan-food&month=2026-10
                    comparison          | GET  | /comparison?enterprises=hengda-tools,huamei-ham,steel-plant&basis=equal-value
                    comparison          | GET  | /comparison?enterprises=hengda-tools
                    coefficientSets     | GET  | /coefficient-sets
                    coefficientSets     | GET  | /coefficient-sets?basis=equal-value
                    parks               | GET  | /parks?sort=-openCases&limit=1
                    enterprises         | GET  | /enterprises?park=fucun&industry=hardware-tools&sort=name&limit=1
                    findings            | GET  | /findings?q=second&sort=-to
                    proposals           | GET  | /proposals?sort=at&q=water
                    standings           | GET  | /standings
                    standings           | GET  | /standings?scope=park&month=2026-10&sort=-progress.excessTce&limit=1
                    standings           | GET  | /standings?scope=district&q=%E5%8C%BA&month=2019-01
                    standings           | GET  | /standings?level=behind&industry=food-processing
                    standings           | GET  | /standings?sort=nothing
                    standings           | GET  | /standings?after=nobody
                    standings           | GET  | /standings?park=nowhere
                    unstatedStatistics  | GET  | /statistics/unstated
                    inbox               | GET  | /inbox
                    registryChanges     | GET  | /registry/changes?limit=1
                    registryChange      | GET  | /registry/changes/1?limit=5
                    registryChange      | GET  | /registry/changes/x
                    registryDocuments   | GET  | /registry/statistic?limit=3
                    registryDocuments   | GET  | /registry/point?asKnownOn=2026-11-23
                    registryDocuments   | GET  | /registry/nothing
                    registryDocument    | GET  | /registry/park/fucun
                    registryDocument    | GET  | /registry/park/fucun?asKnownOn=2026-11-23
                    registryDocument    | GET  | /registry/park/fucun?asKnownOn=2025-01-01
                    registryVersions    | GET  | /registry/park/fucun/versions
                    registryFiles       | GET  | /registry/files
                    changeRegistry      | POST | /registry/changes
                    enterprise          | GET  | /enterprises/nobody
                    alerts              | GET  | /alerts?state=shut
                    """)
    void an_answer_matches_the_contract(String operation, String method, String path) throws Exception {
        HttpResponse<String> answer = ask(method, path);
        boolean made = answer.statusCode() == 200 || answer.statusCode() == 422;
        String type = made ? "application/json" : "application/problem+json";
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(contract.operation(operation).getResponse(answer.statusCode()))
                .isNotNull();
        Contract.check(vertx, contract, operation, answer);
    }

    @Test
    void every_operation_has_a_route_and_every_route_an_operation() {
        Set<String> operations = new TreeSet<>();
        contract.operations().forEach(o -> operations.add(o.getHttpMethod() + " " + o.getOpenAPIPath()));
        Access access = new Access(
                vertx,
                console.identities(),
                console.sources().audit(),
                console.sources().books(),
                new Access.Rules(true, false, Proxies.none(), 1_000, "http://localhost:8080"),
                SampleConsole.CLOCK);
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("contract");
        Router router = new Api(
                        vertx,
                        console.sources(),
                        console.sources()::within,
                        access,
                        workers,
                        new Events(vertx, workers, console.sources(), 10),
                        SampleConsole.CLOCK)
                .router();
        Set<String> routes = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null && route.methods() != null) {
                route.methods().stream()
                        .filter(m -> m != HttpMethod.HEAD)
                        .forEach(m -> routes.add(m + " " + route.getPath().replaceAll(":(\\w+)", "{$1}")));
            }
        }
        assertThat(routes).isNotEmpty().isEqualTo(operations);
    }

    @Test
    void strangers_are_asked_to_sign_in_where_the_contract_says_so() throws Exception {
        for (Operation operation : contract.operations()) {
            String path = operation.getOpenAPIPath().replaceAll("\\{\\w+}", "x");
            HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                    .method(operation.getHttpMethod().name(), BodyPublishers.noBody())
                    .build();
            String title = new JsonObject(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .getString("title");
            boolean forAnyone = operation.getSecurityRequirements().isEmpty();
            assertThat("not signed in".equals(title))
                    .as(operation.getOperationId())
                    .isEqualTo(!forAnyone);
        }
    }

    private static HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN);
        if (method.equals("POST")) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"comment\":\"seen\"}"));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_contract_is_served() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/openapi.yaml")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        Set<String> paths = new TreeSet<>();
        for (Operation each : contract.operations()) {
            paths.add(each.getOpenAPIPath());
        }
        assertThat(paths)
                .contains(
                        "/health",
                        "/health/live",
                        "/health/ready",
                        "/operations",
                        "/enterprises",
                        "/enterprises/{id}/energy",
                        "/enterprises/{id}/intensity",
                        "/points/{id}/series",
                        "/alerts",
                        "/dead-letters");
        assertThat(answer.body()).contains("operationId: enterpriseEnergy");
    }

    @Test
    void the_contract_lists_every_cause_of_a_missing_figure() {
        JsonObject codes = contract.getRawContract()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("ReasonCode")
                .getJsonObject("properties")
                .getJsonObject("code");
        assertThat(codes.getJsonArray("enum").stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Cause.values()).map(Cause::name).toList());
    }

    @Test
    void the_contract_lists_what_there_is_of_closed_sets() {
        assertThat(schemaEnum("RejectReason")).isEqualTo(codes(RejectReason.values(), RejectReason::code));
        assertThat(schemaEnum("FindingKindName")).isEqualTo(codes(FindingKind.values(), FindingKind::name));
        assertThat(schemaEnum("FileKind")).isEqualTo(codes(FileKind.values(), FileKind::code));
        assertThat(String.join(", ", schemaEnum("OwnerKind")))
                .isEqualTo(Arrays.stream(AttachmentOwners.kinds().split(", "))
                        .sorted()
                        .collect(Collectors.joining(", ")));
        assertThat(schemaEnum("DocumentKind")).isEqualTo(codes(DocumentKind.values(), DocumentKind::code));
        assertThat(property("ProvedSender", "kind"))
                .isEqualTo(codes(ProvedSender.Kind.values(), ProvedSender.Kind::code));
        assertThat(property("Trouble", "code")).isEqualTo(codes(TroubleKind.values(), TroubleKind::code));
        assertThat(property("Exposure", "code")).isEqualTo(codes(Exposure.Kind.values(), Exposure.Kind::code));
        assertThat(codes(
                        contract.operation("findings").getParameters().stream()
                                .filter(p -> p.getName().equals("kind"))
                                .flatMap(p -> p.getSchema().<JsonArray>get("enum").stream())
                                .toArray(),
                        Object::toString))
                .isEqualTo(codes(FindingKind.values(), EnumCode::of));
    }

    private static <T> Set<String> codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> schemaEnum(String schema) {
        return codes(schema(schema).getJsonArray("enum").stream().toArray(), Object::toString);
    }

    private static Set<String> property(String schema, String name) {
        JsonObject property = schema(schema).getJsonObject("properties").getJsonObject(name);
        return codes(property.getJsonArray("enum").stream().toArray(), Object::toString);
    }

    private static JsonObject schema(String name) {
        return contract.getRawContract()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(name);
    }

    @Test
    void every_operation_is_described_and_says_how_it_may_be_refused() {
        for (Operation operation : contract.operations()) {
            JsonObject model = model(operation);
            assertThat(model.getString("description"))
                    .as(operation.getOperationId())
                    .isNotBlank();
            assertThat(operation.getTags()).as(operation.getOperationId()).hasSize(1);
            assertThat(model.getJsonObject("responses").fieldNames())
                    .as(operation.getOperationId())
                    .contains("200", "400", "403", "default");
            boolean forAnyone = operation.getSecurityRequirements().isEmpty();
            assertThat(model.getJsonObject("responses").containsKey("401") || forAnyone)
                    .as(operation.getOperationId())
                    .isTrue();
        }
    }

    /** Whom an operation is for, and what of it each of them sees, is said in the contract; what it does not say is not for anybody. */
    @Test
    void every_operation_says_whom_it_is_for() {
        Set<String> known = Arrays.stream(Role.values()).map(EnumCode::of).collect(Collectors.toSet());
        Set<String> scopes = Set.of("none", "district", "park", "enterprise", "outlet", "point", "device", "platform");
        for (Operation operation : contract.operations()) {
            JsonObject model = model(operation);
            JsonArray roles = model.getJsonArray("x-roles");
            assertThat(roles).as(operation.getOperationId()).isNotEmpty();
            Set<String> named = codes(roles.stream().toArray(), Object::toString);
            boolean forAnyone = operation.getSecurityRequirements().isEmpty();
            assertThat(named.equals(Set.of("anyone")))
                    .as(operation.getOperationId())
                    .isEqualTo(forAnyone);
            assertThat(forAnyone ? Set.<String>of() : named)
                    .as(operation.getOperationId())
                    .isSubsetOf(known);
            assertThat(scopes).as(operation.getOperationId()).contains(model.getString("x-scope"));
        }
    }

    private static JsonObject model(Operation operation) {
        return Contract.model(contract, operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_rule_has_a_word(String language) throws Exception {
        JsonObject words =
                new JsonObject(Files.readString(Path.of("../console/src/main/web/text/" + language + ".json")));
        assertThat(words.fieldNames())
                .containsAll(Arrays.stream(Case.Rule.values())
                        .map(rule -> "rule." + rule.code())
                        .toList());
    }
}
