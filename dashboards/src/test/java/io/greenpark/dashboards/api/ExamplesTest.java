package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.marking.MarkDraft;
import io.greenpark.alerts.marking.MarkKind;
import io.greenpark.alerts.marking.MarkTarget;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.OpenConsole;
import io.greenpark.dashboards.fixture.RoleKeys;
import io.greenpark.dashboards.fixture.SampleAcceptance;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.dashboards.fixture.SampleObjections;
import io.greenpark.dashboards.fixture.SamplePlans;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.registry.review.ReviewTable;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.question.Question;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of openapi.yaml are requests that work: {@code x-example} a path below the API, {@code example} a body. */
class ExamplesTest {
    /** Their examples name what this fixture does not have, as a password, a proposal, a key, a file, a mapping, or are not for keys. */
    private static final Set<String> REFUSED_HERE = Set.of(
            "signIn",
            "decideRegistryReview",
            "signAcceptance",
            "decideAcceptance",
            "takeBackAcceptance",
            "decideCleanList",
            "changePassword",
            "acceptInvitation",
            "answerContact",
            "lookAtReceipt",
            "takeReceipt",
            "endDeputyship",
            "beginSecondFactor",
            "confirmSecondFactor",
            "renewCredentials",
            "renewRecoveryCodes",
            "removeSecondFactor",
            "declineProposal",
            "inspectionPack",
            "inspectionPackContent",
            "endKey",
            "endOwnKey",
            "previewSheet",
            "acceptSheet",
            "previewFigureSheet",
            "acceptFigureSheet",
            "changeSheetMapping",
            "removeSheetMapping",
            "decideSheetRows",
            "fileObjection",
            "withdrawObjection",
            "decideObjection",
            "correctObjectedMonth");

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static RoleKeys keys;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
        keys = new RoleKeys(OPEN.console().identities());
        SampleAttachments.ofExamples(OPEN.console(), OPEN.folder(), "any-officer");
        BookedCases.raise(OPEN.console(), "c-1004", "DEVICE_SILENT", "lvyuan-food.water-1.ph", "lvyuan-food");
        OPEN.console()
                .identities()
                .accounts()
                .create(
                        "li.na",
                        new Person("李娜", "li@example.org", null),
                        Set.of(Grant.everywhere(Role.OFFICER)),
                        Viewer.ofAll(SampleCredentials.USER));
        OPEN.console()
                .identities()
                .accounts()
                .create("zhang.min", new Person("张敏", null, null), Set.of(), Viewer.ofAll(SampleCredentials.USER));
        DocumentKey gateway = new DocumentKey(DocumentKind.GATEWAY, "gw-new");
        String named = "{\"name\": {\"zh\": \"网关\", \"en\": \"gateway\"}}";
        DocumentKey wang = new DocumentKey(DocumentKind.CONTACT, "enterprise:hengda-tools:Wang");
        String contact = "{\"scope\": \"enterprise\", \"subject\": \"hengda-tools\", \"name\": \"Wang\","
                + " \"email\": \"wang@example.org\", \"phone\": \"+86 138 0000 0000\"}";
        List<Edit> edits = List.of(new Edit(gateway, Verb.PUT, named), new Edit(wang, Verb.PUT, contact));
        EditRequest asked = new EditRequest("wang", Source.API, "a gateway", edits, null, false);
        long change = OPEN.console().sources().documents().edits().submit(asked).number();
        List<Edit> more = List.of(new Edit(new DocumentKey(DocumentKind.GATEWAY, "gw-later"), Verb.PUT, named));
        ReviewRequest waiting = new ReviewRequest(
                0, Instant.EPOCH, "wang", "wang", Source.API, "a name", Set.of(), more, change, false, null, null);
        OPEN.console().sources().books().write(tx -> ReviewTable.insert(tx.handle(), waiting));
        returns();
        EditRequest closer = new EditRequest("wang", Source.API, "the meter is being repaired", List.of(), null, false);
        OPEN.console().sources().closings().close("xiaoshun", YearMonth.of(2026, 8), closer, Set.of());
        acceptance();
        marks();
        OPEN.console().sources().books().write(tx -> tx.handle()
                .execute(
                        "UPDATE objection SET number = 'YY-2026-0001' WHERE number = ?",
                        SampleObjections.number("lvyuan-food")));
        OPEN.console()
                .sources()
                .cleanProduction()
                .proposals()
                .propose("lvyuan-food", Set.of(AuditReason.TOXIC), "使用铬酸酐", "wang");
        SamplePlans.add(OPEN.console().sources().planning(), "plan-draft");
    }

    /** A device without a sheet, one with a draft, and one that waits for its second signature. */
    private static void acceptance() {
        for (int i = 1; i <= 3; i++) {
            SampleAcceptance.add(OPEN.console(), "new-meter-" + i, 60);
        }
        SampleAcceptance.begun(OPEN.console(), "new-meter-2");
        SampleAcceptance.begun(OPEN.console(), "new-meter-3", "chen");
    }

    /** Marks to be read, withdrawn, decided and revoked. */
    private static void marks() {
        MarkDesk desk = OPEN.console().sources().marks();
        for (int i = 2; i <= 5; i++) {
            MarkDraft draft = new MarkDraft(
                    new MarkTarget(MarkTarget.Scope.OUTLET, "lvyuan-food.water-1"),
                    List.of(),
                    MarkKind.TREATMENT_FAULT,
                    Instant.parse("2026-11-23T00:00:00Z"),
                    Instant.parse("2026-11-23T01:00:00Z").plusSeconds(i * 60L),
                    "曝气风机跳闸",
                    List.of());
            desk.submit("BJ-20261123-EXAMPLE" + i, draft, "any-enterprise-contact", "any-enterprise-contact");
        }
        desk.decide("BJ-20261123-EXAMPLE5", true, "属实", "wang", "wang");
    }

    /** A return to be submitted, and one to be decided. */
    private static void returns() {
        ReturnDesk desk = OPEN.console().sources().returns();
        Amount output = new Amount(new BigDecimal("720"), ReturnUnit.CNY_10000);
        Amount valueAdded = new Amount(new BigDecimal("165"), ReturnUnit.CNY_10000);
        for (int month : new int[] {7, 8}) {
            ReturnPeriod period = new ReturnPeriod(YearMonth.of(2026, month));
            Figures figures = new Figures(output, valueAdded, List.of(), Map.of());
            Draft draft = new Draft(figures, Map.of(), Map.of(), AllowedUse.JUDGE);
            MonthlyReturn tried = desk.look("lvyuan-food", period).edited(draft, "li", Instant.EPOCH);
            Map<String, String> words =
                    desk.questions(tried).stream().collect(Collectors.toMap(Question::id, q -> "no bill yet"));
            desk.save("lvyuan-food", period, 0, new Draft(figures, Map.of(), words, AllowedUse.JUDGE), "li");
            if (month == 7) {
                desk.submit("lvyuan-food", period, 1, new Signature("李娜", "li", Instant.EPOCH));
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @TestFactory
    Stream<DynamicTest> every_example_is_answered_as_the_contract_says() {
        return contract.operations().stream()
                .filter(operation -> !operation.getOperationId().equals("events"))
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> run(operation)));
    }

    private static void run(Operation operation) throws Exception {
        HttpResponse<String> answer = CLIENT.send(request(operation), BodyHandlers.ofString());
        boolean refused = REFUSED_HERE.contains(operation.getOperationId());
        assertThat(answer.statusCode() == 200).as(answer.body()).isEqualTo(!refused);
        String expected = refused
                ? "application/problem+json"
                : operation.getOperationId().equals("attachmentContent") ? "application/pdf" : type(operation);
        assertThat(answer.headers().firstValue("content-type")).contains(expected);
        // The checker knows no bytes.
        if (refused || expected.equals("application/json") || expected.equals("application/pdf")) {
            Contract.check(vertx, contract, operation.getOperationId(), answer);
        }
    }

    /** JSON wherever there is JSON. */
    private static String type(Operation operation) {
        Set<String> types = model(operation)
                .getJsonObject("responses")
                .getJsonObject("200")
                .getJsonObject("content")
                .fieldNames();
        return types.contains("application/json")
                ? "application/json"
                : types.iterator().next();
    }

    private static HttpRequest request(Operation operation) {
        JsonObject model = model(operation);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(OPEN.console().url("/api/v1" + model.getString("x-example"))))
                .header("Authorization", "Bearer " + keys.of(model));
        JsonObject body = model.getJsonObject("requestBody");
        String type = body == null
                ? "application/json"
                : body.getJsonObject("content").fieldNames().iterator().next();
        Object example = body == null
                ? ""
                : body.getJsonObject("content").getJsonObject(type).getValue("example", "");
        String text = example instanceof JsonObject json ? json.encode() : example.toString();
        return request.header("Content-Type", type)
                .method(
                        operation.getHttpMethod().name(),
                        text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text))
                .build();
    }

    @Test
    void every_example_is_one_of_its_own_path() {
        for (Operation operation : contract.operations()) {
            String example = model(operation).getString("x-example");
            String path = operation.getOpenAPIPath();
            String pattern = Pattern.quote(path).replaceAll("\\{\\w+}", "\\\\E[^/?]+\\\\Q") + "([?].*)?";
            assertThat(example).as(operation.getOperationId()).matches(pattern);
            if (operation.getHttpMethod() == HttpMethod.GET && example.contains("?")) {
                assertThat(operation.getParameters())
                        .as(operation.getOperationId())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void every_operation_is_summed_up_in_chinese_too() {
        for (Operation operation : contract.operations()) {
            assertThat(model(operation).getString("x-summary-zh", ""))
                    .as(operation.getOperationId())
                    .matches(".*\\p{IsHan}.*。");
        }
    }

    @Test
    void the_contract_is_json_too() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(OPEN.console().url("/api/openapi.json")))
                .build();
        JsonObject json =
                new JsonObject(CLIENT.send(request, BodyHandlers.ofString()).body());
        assertThat(json.getJsonObject("paths").fieldNames())
                .containsExactlyInAnyOrderElementsOf(contract.operations().stream()
                        .map(Operation::getOpenAPIPath)
                        .collect(Collectors.toSet()));
        assertThat(json.getJsonArray("servers").getJsonObject(0).getString("url"))
                .endsWith("/api/v1");
    }

    private static JsonObject model(Operation operation) {
        return Contract.model(contract, operation);
    }
}
