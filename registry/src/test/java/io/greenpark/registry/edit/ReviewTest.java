package io.greenpark.registry.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.registry.Reloads;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What weighs much is in force once somebody else has approved it, and the same on every database. */
class ReviewTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}, {id: q}]
              enterprises: [{id: e, park: p, industry: food}, {id: g, park: q, industry: food}]
              outlets:
                - {id: stack, enterprise: e, medium: stack, code: DA001, permit: '91330703MA2000001X001P'}
              devices:
                - id: cems
                  enterprise: e
                  points:
                    - {key: nox, quantity: nox, unit: mg/m3, kind: gauge, outlet: stack,
                       validFrom: 1970-01-01T00:00:00Z}
                    - {key: kwh, quantity: electricity, unit: kWh, kind: register, carrier: electricity, ratio: 40,
                       boundary: true, validFrom: 1970-01-01T00:00:00Z}
                - {id: far, enterprise: g, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register,
                     carrier: electricity, boundary: true, validFrom: 1970-01-01T00:00:00Z}]}
              limits:
                - {id: nox, point: cems-nox, averaging: hour, upper: 50, unit: mg/m3, source: permit, validFrom: 2026-01-01}
              targets:
                - {id: t, scope: enterprise, subject: e, yearlyChangePercent: -5, fromYear: 2025, toYear: 2027, source: plan}
              coefficientSets:
                - {id: c, validFrom: 2021-04-01, basis: equivalent,
                   coefficients: {electricity: {kgcePerUnit: 0.1229, source: GB/T 2589-2020}}}
            """;
    private static final DocumentKey LIMIT = new DocumentKey(DocumentKind.LIMIT, "nox");
    private static final DocumentKey OUTLET = new DocumentKey(DocumentKind.OUTLET, "stack");
    private static final DocumentKey STACK_NOX = new DocumentKey(DocumentKind.POINT, "cems-nox");
    private static final DocumentKey METER = new DocumentKey(DocumentKind.POINT, "cems-kwh");
    private static final DocumentKey CEMS = new DocumentKey(DocumentKind.DEVICE, "cems");
    private static final DocumentKey ADDED = new DocumentKey(DocumentKind.DEVICE, "added");
    private static final DocumentKey ENTERPRISE = new DocumentKey(DocumentKind.ENTERPRISE, "e");
    private static final String FACTS = "1970-01-01T00:00:00Z";

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private RegistryService service;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(
                config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, Clock.systemUTC(), Reloads.AT_ONCE);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private EditResult submit(boolean emergency, Reach reach, Edit... edits) {
        return service.submit(new EditRequest(
                "key-1", "li", Source.CONSOLE, "a reason", List.of(edits), null, false, emergency, reach));
    }

    private long asked(Edit... edits) {
        EditResult result = submit(false, Reach.ALL, edits);
        assertThat(result.accepted()).as("%s", result).isTrue();
        assertThat(result.applied()).isFalse();
        return result.review().request();
    }

    private Reviews.Outcome decide(long request, Verdict verdict, String who) {
        return decided(request, verdict, who).outcome();
    }

    private Reviews.Decided decided(long request, Verdict verdict, String who) {
        return service.reviews().decide(request, verdict, who, who, "looked at");
    }

    private static Edit patch(DocumentKey key, String json) {
        return new Edit(key, Verb.PATCH, json.replace('\'', '"'));
    }

    private static Edit put(DocumentKind kind, String id, String json) {
        return new Edit(new DocumentKey(kind, id), Verb.PUT, json.replace('\'', '"'));
    }

    private static Edit remove(DocumentKind kind, String id) {
        return new Edit(new DocumentKey(kind, id), Verb.REMOVE, null);
    }

    private static Edit upper(int mgPerM3) {
        return patch(LIMIT, "{'upper': " + mgPerM3 + "}");
    }

    private String upper() {
        return service.current().facts().limits().get(0).upper().toPlainString();
    }

    static Stream<Arguments> what_weighs_much() {
        return Stream.of(
                Arguments.of(ReviewedMatter.LIMIT, upper(30)),
                Arguments.of(ReviewedMatter.LIMIT, patch(LIMIT, "{'validTo': '2026-06-01T00:00:00Z'}")),
                Arguments.of(ReviewedMatter.LIMIT, remove(DocumentKind.LIMIT, "nox")),
                Arguments.of(ReviewedMatter.PERMIT, patch(OUTLET, "{'permit': '91330703MA2000001X002P'}")),
                Arguments.of(ReviewedMatter.PERMIT, patch(OUTLET, "{'code': null}")),
                Arguments.of(
                        ReviewedMatter.PERMIT,
                        put(
                                DocumentKind.OUTLET,
                                "w",
                                "{'name': {'zh': 'w', 'en': 'w'}, 'enterprise': 'e', 'medium': 'water', 'code': 'DW001'}")),
                Arguments.of(
                        ReviewedMatter.TARGET,
                        patch(new DocumentKey(DocumentKind.TARGET, "t"), "{'yearlyChangePercent': -3}")),
                Arguments.of(ReviewedMatter.TARGET, remove(DocumentKind.TARGET, "t")),
                Arguments.of(
                        ReviewedMatter.COEFFICIENT,
                        patch(
                                new DocumentKey(DocumentKind.COEFFICIENT_SET, "c"),
                                "{'coefficients': {'electricity': {'kgcePerUnit': 0.1}}}")),
                Arguments.of(
                        ReviewedMatter.BOUNDARY, patch(METER, "{'facts': {'" + FACTS + "': {'boundary': false}}}")),
                Arguments.of(ReviewedMatter.BOUNDARY, patch(METER, "{'endedAt': '2026-06-01T00:00:00Z'}")),
                Arguments.of(ReviewedMatter.BOUNDARY, patch(METER, "{'key': 'kwh2'}")),
                Arguments.of(ReviewedMatter.BOUNDARY, patch(METER, "{'facts': {'" + FACTS + "': {'unit': 'MWh'}}}")),
                Arguments.of(ReviewedMatter.LIMIT, patch(STACK_NOX, "{'endedAt': '2026-06-01T00:00:00Z'}")),
                Arguments.of(ReviewedMatter.LIMIT, patch(STACK_NOX, "{'facts': {'" + FACTS + "': {'unit': 'ug/m3'}}}")),
                Arguments.of(ReviewedMatter.LIMIT, patch(STACK_NOX, "{'facts': {'" + FACTS + "': {'ratio': '0.1'}}}")),
                Arguments.of(ReviewedMatter.LIMIT, patch(OUTLET, "{'standing': 'evidence'}")),
                Arguments.of(ReviewedMatter.PERMIT, patch(ENTERPRISE, "{'approvedDischargeT': {'cod': '9'}}")),
                Arguments.of(
                        ReviewedMatter.PERFORMANCE_CLASS, patch(ENTERPRISE, "{'performanceClasses': {'2025': 'A'}}")),
                Arguments.of(ReviewedMatter.BOUNDARY, patch(ENTERPRISE, "{'park': 'q'}")),
                Arguments.of(
                        ReviewedMatter.BOUNDARY,
                        patch(new DocumentKey(DocumentKind.DEVICE, "far"), "{'sentAs': 'Meter_2'}")));
    }

    @ParameterizedTest
    @MethodSource("what_weighs_much")
    void one_account_alone_puts_nothing_of_weight_in_force(ReviewedMatter matter, Edit edit) {
        Registry before = service.current();
        EditResult result = submit(false, Reach.ALL, edit);
        assertThat(result.accepted()).as("%s", result).isTrue();
        assertThat(result.review().matters()).containsExactly(matter);
        long request = result.review().request();
        assertThat(decide(request, Verdict.APPROVED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(decide(request, Verdict.REJECTED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(service.current()).isSameAs(before);
        assertThat(service.history().newest()).isEqualTo(1);

        assertThat(decide(request, Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(service.history().change(2).orElseThrow().who()).isEqualTo("key-1");
        var decided = service.reviews().request(request).orElseThrow();
        assertThat(decided.change()).isEqualTo(2);
        assertThat(decided.decision().who()).isEqualTo("wang");
        assertThat(decide(request, Verdict.APPROVED, "zhao")).isEqualTo(Reviews.Outcome.DECIDED);
        assertThat(service.history().newest()).isEqualTo(2);
    }

    /** By it another meter's readings may come in the place of those that are judged by. */
    @Test
    void another_name_as_sent_is_reviewed_where_somebodys_use_or_discharge_is_known_by_it() {
        EditResult named = submit(false, Reach.ALL, patch(CEMS, "{'sentAs': 'Meter_1'}"));
        assertThat(named.applied()).isFalse();
        assertThat(named.review().matters()).containsExactlyInAnyOrder(ReviewedMatter.BOUNDARY, ReviewedMatter.LIMIT);
        String device =
                "{'name': {'zh': 'x', 'en': 'x'}, 'enterprise': 'e', 'silenceAfter': '1h', 'sentAs': 'Meter_3'}";
        assertThat(submit(false, Reach.ALL, put(DocumentKind.DEVICE, "added", device))
                        .applied())
                .isTrue();
        assertThat(submit(false, Reach.ALL, patch(ADDED, "{'sentAs': 'Meter_4'}"))
                        .applied())
                .isTrue();
    }

    @Test
    void what_weighs_nothing_is_in_force_at_once() {
        assertThat(submit(
                                false,
                                Reach.ALL,
                                patch(OUTLET, "{'name': {'zh': '烟囱'}}"),
                                patch(METER, "{'facts': {'" + FACTS + "': {'ratio': '60'}}}"),
                                patch(ENTERPRISE, "{'aboveScale': true}"))
                        .applied())
                .isTrue();
        assertThat(service.reviews().requests(EnumSet.allOf(State.class), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void a_part_that_weighs_much_holds_the_whole_back() {
        asked(patch(ENTERPRISE, "{'aboveScale': true}"), upper(30));
        assertThat(service.current().enterprise("e").orElseThrow().aboveScale()).isFalse();
    }

    @Test
    void a_dry_run_says_what_would_be_reviewed_and_asks_nobody() {
        EditResult result = service.submit(new EditRequest("li", Source.CONSOLE, "r", List.of(upper(30)), null, true));
        assertThat(result.review().matters()).containsExactly(ReviewedMatter.LIMIT);
        assertThat(result.review().request()).isNull();
        assertThat(service.reviews().requests(EnumSet.allOf(State.class), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void an_emergency_is_in_force_at_once_and_flagged_until_approved() {
        EditResult result = submit(true, Reach.ALL, upper(30));
        assertThat(result.applied()).isTrue();
        assertThat(upper()).isEqualTo("30");
        long request = result.review().request();
        assertThat(service.reviews().requests(Set.of(State.UNREVIEWED), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(r -> assertThat(r.number()).isEqualTo(request))
                .satisfies(r -> assertThat(r.change()).isEqualTo(result.number()));
        assertThat(decide(request, Verdict.APPROVED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(decide(request, Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(service.reviews().request(request).orElseThrow().state()).isEqualTo(State.APPROVED);
        assertThat(service.history().newest()).isEqualTo(2);
    }

    @Test
    void an_emergency_that_is_rejected_is_taken_back_by_a_new_change() {
        long request = submit(true, Reach.ALL, upper(30)).review().request();
        assertThat(decide(request, Verdict.REJECTED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(upper()).isEqualTo("50");
        assertThat(service.history().newest()).isEqualTo(3);
        assertThat(service.history().change(3).orElseThrow().who()).isEqualTo("wang");
        assertThat(service.reviews().request(request).orElseThrow().change()).isEqualTo(2);
    }

    @Test
    void an_emergency_that_its_maker_withdraws_is_taken_back_too() {
        long request = submit(true, Reach.ALL, upper(30)).review().request();
        assertThat(decide(request, Verdict.WITHDRAWN, "li")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(upper()).isEqualTo("50");
        assertThat(service.history().newest()).isEqualTo(3);
        assertThat(service.reviews().request(request).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void an_emergency_of_which_later_changes_left_nothing_is_closed_without_a_change() {
        long request = submit(true, Reach.ALL, upper(30)).review().request();
        assertThat(decide(request, Verdict.SUPERSEDED, "wang")).isEqualTo(Reviews.Outcome.NOT_SUPERSEDED);
        assertThat(decide(asked(upper(40)), Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(decide(request, Verdict.REJECTED, "wang")).isEqualTo(Reviews.Outcome.NOT_POSSIBLE);
        assertThat(decide(request, Verdict.SUPERSEDED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(decide(request, Verdict.SUPERSEDED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(upper()).isEqualTo("40");
        assertThat(service.history().newest()).isEqualTo(3);
        assertThat(service.reviews().request(request).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void what_was_changed_meanwhile_cannot_be_approved_and_stays_open() {
        long first = asked(upper(30));
        long second = asked(upper(40));
        assertThat(decide(first, Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        Reviews.Decided decided = decided(second, Verdict.APPROVED, "wang");
        assertThat(decided.outcome()).isEqualTo(Reviews.Outcome.NOT_POSSIBLE);
        assertThat(decided.result().fates().get(0).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(upper()).isEqualTo("30");
        assertThat(decide(second, Verdict.WITHDRAWN, "wang")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(decide(second, Verdict.WITHDRAWN, "li")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(decide(9, Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.UNKNOWN);
    }

    @Test
    void what_nobody_has_decided_is_told_with_who_asked() {
        long first = asked(patch(LIMIT, "{'upper': 30}"));
        long second = asked(patch(LIMIT, "{'upper': 31}"));
        assertThat(service.reviews().open()).extracting(Reviews.Open::number).containsExactly(first, second);
        Reviews.Open open = service.reviews().open().get(0);
        assertThat(open.matters()).containsExactly(ReviewedMatter.LIMIT);
        assertThat(open.isOf("li")).as("the account of the key that asked").isTrue();
        assertThat(open.isOf("key-1")).isTrue();
        assertThat(open.isOf("wang")).isFalse();
        decide(first, Verdict.REJECTED, "wang");
        assertThat(service.reviews().open()).extracting(Reviews.Open::number).containsExactly(second);
    }

    @Test
    void a_form_that_is_sent_twice_asks_once() {
        long request = asked(upper(30));
        assertThat(asked(upper(30))).isEqualTo(request);
        assertThat(asked(upper(31))).isNotEqualTo(request);
        assertThat(decide(request, Verdict.WITHDRAWN, "li")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(asked(upper(30))).isGreaterThan(request);
    }

    @Test
    void requests_outlive_a_restart() throws IOException {
        long request = asked(upper(30));
        service.close();
        fixture.reopen();
        open();
        assertThat(decide(request, Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(upper()).isEqualTo("30");
    }

    @Test
    void a_change_is_taken_back_as_a_whole() {
        submit(
                false,
                Reach.ALL,
                patch(ENTERPRISE, "{'aboveScale': true}"),
                put(DocumentKind.GATEWAY, "gw", "{'name': {'zh': 'gw', 'en': 'gw'}}"));
        assertThat(service.submit(new EditRequest(
                                "wang",
                                Source.CONSOLE,
                                "not so",
                                Undo.of(service.history(), 2, Clock.systemUTC().instant()),
                                2L,
                                false))
                        .applied())
                .isTrue();
        assertThat(service.current().enterprise("e").orElseThrow().aboveScale()).isFalse();
        assertThat(service.current().facts().gateways()).isEmpty();
    }

    @Test
    void who_has_a_park_changes_what_is_in_it_and_nothing_else() {
        Reach park = DocumentScope.reach(Scope.parks(Set.of("p")));
        assertThat(submit(false, park, patch(ENTERPRISE, "{'aboveScale': true}"))
                        .applied())
                .isTrue();
        DocumentKey foreign = new DocumentKey(DocumentKind.ENTERPRISE, "g");
        DocumentKey absent = new DocumentKey(DocumentKind.ENTERPRISE, "x");
        assertThat(refusal(submit(false, park, patch(foreign, "{'aboveScale': true}"))))
                .isEqualTo(refusal(submit(false, park, patch(absent, "{'aboveScale': true}"))));
        for (Edit edit : List.of(
                remove(DocumentKind.COEFFICIENT_SET, "c"),
                patch(new DocumentKey(DocumentKind.PARK, "q"), "{'zone': '+09:00'}"),
                patch(ENTERPRISE, "{'park': 'q'}"),
                put(DocumentKind.ENTERPRISE, "g", "{'name': {'zh': 'g', 'en': 'g'}, 'park': 'p', 'industry': 'food'}"),
                put(DocumentKind.ENTERPRISE, "n", "{'name': {'zh': 'n', 'en': 'n'}, 'park': 'q', 'industry': 'food'}"),
                put(
                        DocumentKind.LIMIT,
                        "far",
                        "{'point': 'far-kwh', 'averaging': 'hour', 'upper': 1, 'unit': 'kWh', 'source': 's',"
                                + " 'validFrom': '2026-01-01T00:00:00Z'}"),
                put(
                        DocumentKind.STATISTIC,
                        "g:2026-01",
                        "{'enterprise': 'g', 'month': '2026-01', 'ivaCny': 1, 'status': 'final', 'source': 's'}"))) {
            EditResult result = submit(false, park, edit);
            assertThat(result.accepted()).as("%s", edit).isFalse();
            assertThat(result.review().request()).isNull();
        }
        assertThat(service.history().newest()).isEqualTo(2);
    }

    private void shareGateway() {
        assertThat(submit(
                                false,
                                Reach.ALL,
                                put(DocumentKind.GATEWAY, "gw", "{'name': {'zh': 'gw', 'en': 'gw'}}"),
                                patch(CEMS, "{'gateway': 'gw'}"),
                                patch(new DocumentKey(DocumentKind.DEVICE, "far"), "{'gateway': 'gw'}"))
                        .applied())
                .isTrue();
    }

    @Test
    void the_fields_of_a_gateway_that_several_share_are_changed_by_who_has_all_behind_it() {
        shareGateway();
        Reach park = DocumentScope.reach(Scope.parks(Set.of("p")));
        DocumentKey gateway = new DocumentKey(DocumentKind.GATEWAY, "gw");
        for (Edit edit : List.of(
                patch(gateway, "{'name': {'en': 'mine'}}"),
                put(DocumentKind.GATEWAY, "gw", "{'name': {'zh': 'gw', 'en': 'mine'}}"))) {
            EditResult result = submit(false, park, edit);
            assertThat(result.accepted()).as("%s", edit).isFalse();
            assertThat(refusal(result).toString())
                    .startsWith("[REFUSED")
                    .contains("holds for all of gateway \"gw\"")
                    .doesNotContain("far");
        }
        EditResult removed = submit(false, park, patch(CEMS, "{'gateway': null}"), remove(DocumentKind.GATEWAY, "gw"));
        assertThat(removed.accepted()).as("others are behind it still").isFalse();
        assertThat(refusal(removed).toString()).doesNotContain("far");
        assertThat(refusal(submit(false, park, patch(gateway, "{'name': {'en': 'mine'}}"))))
                .element(1)
                .asString()
                .startsWith("name/en: ");
        Reach both = DocumentScope.reach(Scope.parks(Set.of("p", "q")));
        assertThat(submit(false, both, patch(gateway, "{'name': {'en': 'ours'}}"))
                        .applied())
                .isTrue();
    }

    @Test
    void what_is_ones_own_is_put_behind_a_shared_gateway_and_taken_from_it() {
        shareGateway();
        Reach park = DocumentScope.reach(Scope.parks(Set.of("p")));
        EditResult sheet = submit(
                false,
                park,
                put(DocumentKind.GATEWAY, "gw", "{'name': {'zh': 'gw', 'en': 'gw'}}"),
                put(
                        DocumentKind.DEVICE,
                        "added",
                        "{'name': {'zh': 'a', 'en': 'a'}, 'enterprise': 'e', 'gateway': 'gw',"
                                + " 'silenceAfter': '1h'}"));
        assertThat(sheet.accepted())
                .as("the gateway's row says what is so: %s", sheet)
                .isTrue();
        assertThat(service.current().device("added").orElseThrow().gatewayId()).isEqualTo("gw");
        assertThat(submit(false, park, patch(CEMS, "{'gateway': null}")).applied())
                .isTrue();
        assertThat(service.current().device("cems").orElseThrow().gatewayId()).isNull();
        assertThat(refusal(submit(false, park, patch(CEMS, "{'gateway': 'gw'}")))
                        .toString())
                .as("behind it again, as another one of the park is")
                .contains("CHANGED");
        submit(false, park, patch(CEMS, "{'gateway': null}"), patch(ADDED, "{'gateway': null}"));
        assertThat(refusal(submit(false, park, patch(CEMS, "{'gateway': 'gw'}"))))
                .as("with nothing behind it, it is not there")
                .isEqualTo(refusal(submit(false, park, patch(CEMS, "{'gateway': 'none'}"))).stream()
                        .map(words -> words.replace("none", "gw"))
                        .toList());
        Reach none = DocumentScope.reach(Scope.enterprises(Set.of("elsewhere")));
        assertThat(refusal(submit(false, none, patch(new DocumentKey(DocumentKind.GATEWAY, "gw"), "{}"))))
                .as("to who has nothing behind it, it is not there")
                .isEqualTo(refusal(submit(false, none, patch(new DocumentKey(DocumentKind.GATEWAY, "gx"), "{}"))));
    }

    private static List<String> refusal(EditResult result) {
        return result.fates().stream()
                .flatMap(f -> Stream.concat(
                        Stream.of(f.outcome().name()),
                        f.faults().stream().map(fault -> fault.field() + ": " + fault.message())))
                .toList();
    }
}
