package io.greenpark.registry.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.registry.Reloads;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.store.books.BooksFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditorTest {
    private static final String SITE = """
            registry:
              parks: [{id: p, contacts: [{name: Office, email: office@example.org}]}, {id: q, zone: Europe/Berlin}]
              enterprises: [{id: e, park: p, industry: food, contacts: [{name: Li, email: li@example.org}]}]
              outlets: [{id: stack, enterprise: e, medium: stack}]
              devices:
                - id: cems
                  enterprise: e
                  points:
                    - {key: nox, quantity: nox, unit: mg/m3, kind: gauge, outlet: stack,
                       validFrom: 1970-01-01T00:00:00Z}
                    - {key: kwh, quantity: electricity, unit: kWh, kind: register, carrier: electricity, ratio: 40,
                       validFrom: 1970-01-01T00:00:00Z}
              limits:
                - {id: nox, point: cems-nox, averaging: hour, upper: 50, unit: mg/m3, source: permit, validFrom: 2026-01-01}
              statistics:
                - {enterprise: e, month: 2026-01, ivaCny: 100, status: final, source: s, allowedUse: judge}
            """;
    private static final DocumentKey LIMIT = new DocumentKey(DocumentKind.LIMIT, "nox");
    private static final DocumentKey METER = new DocumentKey(DocumentKind.POINT, "cems-kwh");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private RegistryService service;
    private final List<RegistryChange> told = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(
                config,
                fixture.books(),
                RegistryConfig.defaults().reviewing(Set.of()),
                Start.STRICT,
                Clock.systemUTC(),
                Reloads.AT_ONCE);
        service.onChange(told::add);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private EditResult submit(@Nullable Long basedOn, boolean dryRun, Edit... edits) {
        return service.submit(new EditRequest("officer", Source.API, "a reason", List.of(edits), basedOn, dryRun));
    }

    private EditResult submit(Edit... edits) {
        return submit(null, false, edits);
    }

    private static Edit patch(DocumentKey key, String json) {
        return new Edit(key, Verb.PATCH, json.replace('\'', '"'));
    }

    private static Edit put(DocumentKind kind, String id, String json) {
        return new Edit(new DocumentKey(kind, id), Verb.PUT, json.replace('\'', '"'));
    }

    private static final String BILL =
            "{'enterprise': 'e', 'month': '2026-01', 'carrier': 'electricity', 'amount': '12.50', 'unit': 'kWh', 'accounts':"
                    + " '33, 44', 'status': 'final', 'source': 'grid', 'allowedUse': 'show-own'}";

    @Test
    void a_bill_is_a_document_of_its_own_and_follows_its_enterprise() {
        assertThat(submit(put(DocumentKind.BILL, "e:2026-01:electricity", BILL)).applied())
                .isTrue();
        MonthlyBill bill = service.current().bill("e:2026-01:electricity").orElseThrow();
        assertThat(bill.amount()).isEqualByComparingTo("12.5");
        assertThat(bill.accounts()).containsExactly("33", "44");
        assertThat(service.current().facts().statistics()).singleElement().satisfies(s -> assertThat(s.ivaCny())
                .isEqualByComparingTo("100"));
        assertThat(submit(patch(bill.key(), "{'amount': '13'}")).fates().get(0).fields())
                .containsExactly("amount");
        assertThat(submit(new Edit(bill.key(), Verb.REMOVE, null)).applied()).isTrue();
        assertThat(service.current().facts().bills()).isEmpty();
    }

    @Test
    void tenants_share_out_no_more_of_a_customer_number_than_there_is() {
        String other =
                "{'name': {'zh': '二', 'en': 'two'}, 'park': 'p', 'industry': 'food', 'accounts': {'33': {'carrier':"
                        + " 'electricity', 'share': '0.7'}}}";
        DocumentKey first = new DocumentKey(DocumentKind.ENTERPRISE, "e");
        assertThat(submit(patch(first, "{'accounts': {'33': {'carrier': 'electricity', 'share': '0.4'}}}"))
                        .applied())
                .isTrue();
        EditResult refused = submit(put(DocumentKind.ENTERPRISE, "two", other));
        assertThat(refused.applied()).isFalse();
        assertThat(refused.fates().get(0).faults()).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("accounts");
            assertThat(f.message()).contains("33", "1.1");
        });
        assertThat(submit(put(DocumentKind.ENTERPRISE, "two", other.replace("0.7", "0.6")))
                        .applied())
                .isTrue();
    }

    @Test
    void a_patched_limit_is_in_force_at_once_and_kept() {
        EditResult result = submit(patch(LIMIT, "{'upper': 30}"));
        assertThat(result.applied()).isTrue();
        assertThat(result.number()).isEqualTo(2);
        assertThat(result.fates().get(0).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(result.fates().get(0).fields()).containsExactly("upper");
        assertThat(service.current().facts().limits().get(0).upper()).isEqualTo("30");
        assertThat(told)
                .singleElement()
                .matches(c -> c.number() == 2 && c.keys().equals(Set.of(LIMIT)));
        assertThat(service.history().asOf(2, LIMIT).orElseThrow().json()).contains("\"upper\":\"30\"");
        assertThat(service.history().asOf(1, LIMIT).orElseThrow().json()).contains("\"upper\":\"50\"");
        assertThat(service.history().change(2).orElseThrow().who()).isEqualTo("officer");
    }

    @Test
    void a_decimal_is_kept_as_it_is_written() {
        submit(patch(LIMIT, "{'upper': 0.12345678901234567890}"));
        assertThat(service.current().facts().limits().get(0).upper()).isEqualTo("0.12345678901234567890");
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_nothing() {
        EditResult result = submit(null, true, patch(LIMIT, "{'upper': 30}"));
        assertThat(result.accepted()).isTrue();
        assertThat(result.applied()).isFalse();
        assertThat(service.history().newest()).isEqualTo(1);
        assertThat(service.current().facts().limits().get(0).upper()).isEqualTo("50");
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_so_already_makes_no_change() {
        EditResult result = submit(patch(LIMIT, "{'upper': '50'}"));
        assertThat(result.applied()).isTrue();
        assertThat(result.fates().get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(result.number()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void edits_that_need_each_other_take_effect_together_in_any_order() {
        EditResult result = submit(
                put(
                        DocumentKind.POINT,
                        "new-t",
                        "{'name': {'zh': '温', 'en': 't'}, 'device': 'new', 'key': 't', 'quantity': 'temperature',"
                                + " 'facts': {'1970-01-01T00:00:00Z': {'kind': 'gauge', 'unit': 'Cel',"
                                + " 'expectedInterval': '15m'}}}"),
                put(
                        DocumentKind.DEVICE,
                        "new",
                        "{'name': {'zh': '表', 'en': 'm'}, 'enterprise': 'f', 'silenceAfter': '1h'}"),
                put(DocumentKind.ENTERPRISE, "f", "{'name': {'zh': '厂', 'en': 'f'}, 'park': 'q', 'industry': 'food'}"));
        assertThat(result.fates()).allMatch(f -> f.outcome() == Outcome.ADDED, result.toString());
        assertThat(service.current().pointsOfDevice("new").get("t").enterpriseId())
                .isEqualTo("f");
        assertThat(service.current().point("new-t").orElseThrow().currentFacts().zone())
                .hasToString("Europe/Berlin");
    }

    @Test
    void one_fault_refuses_all_and_is_named_at_its_document() {
        EditResult result = submit(
                patch(LIMIT, "{'upper': 30}"),
                patch(METER, "{'facts': {'1970-01-01T00:00:00Z': {'ratio': 'many'}}}"),
                new Edit(new DocumentKey(DocumentKind.LIMIT, "none"), Verb.REMOVE, null));
        assertThat(result.applied()).isFalse();
        assertThat(result.fates().get(1).faults()).singleElement().matches(f -> f.message()
                .contains("\"many\" is not allowed; accepted: a decimal number"));
        assertThat(result.fates().get(2).faults()).singleElement().matches(f -> f.message()
                .contains("is not there"));
        assertThat(service.history().newest()).isEqualTo(1);
    }

    @Test
    void what_an_edit_breaks_elsewhere_is_named_there() {
        EditResult result = submit(new Edit(new DocumentKey(DocumentKind.OUTLET, "stack"), Verb.REMOVE, null));
        assertThat(result.applied()).isFalse();
        assertThat(result.others())
                .containsExactly(new DocumentFault(
                        new DocumentKey(DocumentKind.POINT, "cems-nox"),
                        "outlet",
                        new Bilingual(
                                "没有编号为“stack”的排放口；请填写已登记的编号",
                                "there is no outlet \"stack\"; give the id of an outlet")));
    }

    @Test
    void a_document_changed_in_the_meantime_is_a_conflict_and_another_is_none() {
        submit(patch(LIMIT, "{'upper': 30}"));
        EditResult stale = submit(1L, false, patch(LIMIT, "{'upper': 40}"));
        assertThat(stale.applied()).isFalse();
        assertThat(stale.fates().get(0).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(submit(1L, false, patch(METER, "{'name': {'en': 'Main'}}")).applied())
                .isTrue();
        assertThat(submit(2L, false, patch(LIMIT, "{'upper': 40}")).applied()).isTrue();
    }

    @Test
    void a_ratio_is_corrected_for_one_time_alone() {
        submit(patch(
                METER,
                "{'facts': {'2026-03-01T00:00:00Z': {'kind': 'register', 'unit': 'kWh', 'expectedInterval': '15m',"
                        + " 'ratio': '60', 'carrier': 'electricity', 'boundary': true}}}"));
        assertThat(service.current().point("cems-kwh").orElseThrow().facts())
                .extracting(f -> f.ratio().toPlainString())
                .containsExactly("40", "60");
        submit(patch(METER, "{'facts': {'2026-03-01T00:00:00Z': null}}"));
        assertThat(service.current().point("cems-kwh").orElseThrow().facts()).hasSize(1);
    }

    @Test
    void contacts_come_change_and_go_with_their_owner_in_place() {
        DocumentKey li = new DocumentKey(DocumentKind.CONTACT, "enterprise:e:Li");
        assertThat(submit(
                                patch(li, "{'email': 'new@example.org'}"),
                                put(
                                        DocumentKind.CONTACT,
                                        "park:p:值班",
                                        "{'scope': 'park', 'subject': 'p', 'name': '值班', 'email': 'a@b.c', 'language':"
                                                + " 'zh'}"))
                        .applied())
                .isTrue();
        assertThat(service.current().enterprise("e").orElseThrow().contacts())
                .extracting(c -> c.email())
                .containsExactly("new@example.org");
        assertThat(service.current().park("p").orElseThrow().contacts())
                .extracting(c -> c.name())
                .containsExactly("Office", "值班");
        submit(new Edit(li, Verb.REMOVE, null));
        assertThat(service.current().enterprise("e").orElseThrow().contacts()).isEmpty();
        assertThat(submit(put(
                                DocumentKind.CONTACT,
                                "enterprise:gone:X",
                                "{'scope': 'enterprise', 'subject': 'gone', 'name': 'X', 'email': 'a@b.c'}"))
                        .applied())
                .isFalse();
    }

    @Test
    void a_point_is_ended_and_never_removed() {
        assertThat(submit(new Edit(METER, Verb.REMOVE, null)).fates().get(0).faults())
                .singleElement()
                .matches(f -> f.message().contains("patch endedAt"));
        assertThat(submit(patch(METER, "{'endedAt': '2026-05-01T00:00:00Z'}")).applied())
                .isTrue();
    }

    @Test
    void zones_of_points_follow_their_park() {
        assertThat(submit(patch(new DocumentKey(DocumentKind.PARK, "p"), "{'zone': 'Asia/Tokyo'}"))
                        .applied())
                .isTrue();
        assertThat(service.current()
                        .point("cems-kwh")
                        .orElseThrow()
                        .currentFacts()
                        .zone())
                .hasToString("Asia/Tokyo");
        assertThat(submit(patch(new DocumentKey(DocumentKind.ENTERPRISE, "e"), "{'park': 'q'}"))
                        .applied())
                .isTrue();
        assertThat(service.current()
                        .point("cems-kwh")
                        .orElseThrow()
                        .currentFacts()
                        .zone())
                .hasToString("Europe/Berlin");
    }

    /** Else it would move with the park the next time, though nobody said so. */
    @Test
    void a_zone_given_to_a_point_stays_while_it_is_that_of_the_park() {
        submit(patch(METER, "{'facts': {'1970-01-01T00:00:00Z': {'zone': 'Europe/Berlin'}}}"));
        submit(patch(new DocumentKey(DocumentKind.PARK, "p"), "{'zone': 'Europe/Berlin'}"));
        assertThat(submit(patch(METER, "{'name': {'en': 'Main'}}"))
                        .fates()
                        .get(0)
                        .fields())
                .containsExactly("name/en");
        submit(patch(new DocumentKey(DocumentKind.PARK, "p"), "{'zone': 'Asia/Tokyo'}"));
        assertThat(service.current()
                        .point("cems-kwh")
                        .orElseThrow()
                        .currentFacts()
                        .zone())
                .hasToString("Europe/Berlin");
    }

    @Test
    void a_device_with_points_does_not_move_to_another_enterprise() {
        submit(put(DocumentKind.ENTERPRISE, "f", "{'name': {'zh': '厂', 'en': 'f'}, 'park': 'q', 'industry': 'food'}"));
        EditResult moved = submit(patch(new DocumentKey(DocumentKind.DEVICE, "cems"), "{'enterprise': 'f'}"));
        assertThat(moved.applied()).isFalse();
        assertThat(moved.fates().get(0).faults())
                .extracting(DocumentFault::field, DocumentFault::message)
                .anyMatch(f -> f.toString().contains("give the device a new id"));
    }

    /** Reading the points of the enterprise in its new park asked that park for its zone. */
    @Test
    void an_enterprise_with_points_that_moves_to_no_park_is_refused_with_words() {
        EditResult moved = submit(patch(new DocumentKey(DocumentKind.ENTERPRISE, "e"), "{'park': 'nowhere'}"));
        assertThat(moved.applied()).isFalse();
        assertThat(moved.fates().get(0).faults())
                .extracting(DocumentFault::message)
                .containsExactly("there is no park \"nowhere\"; give the id of a park");
    }

    @Test
    void coefficients_are_asked_by_the_rules_of_the_files() {
        String set = "{'validFrom': '2021-01-01', 'basis': 'equivalent', 'coefficients': {%s}}";
        for (String nonsense : List.of(
                "",
                "'electricity': {'source': 's'}",
                "'electricity': {'kgcePerUnit': 0, 'source': 's'}",
                "'electricity': {'co2KgPerUnit': -1, 'source': 's'}")) {
            assertThat(submit(put(DocumentKind.COEFFICIENT_SET, "gb", set.formatted(nonsense)))
                            .fates()
                            .get(0)
                            .faults())
                    .as(nonsense)
                    .singleElement()
                    .matches(f -> f.field().startsWith("coefficients"));
        }
        String sound = "'electricity': {'kgcePerUnit': 0.1229, 'source': 's'}";
        assertThat(submit(put(DocumentKind.COEFFICIENT_SET, "gb", set.formatted(sound)))
                        .applied())
                .isTrue();
    }

    @Test
    void contacts_of_the_same_name_keep_their_own_address() {
        submit(
                put(
                        DocumentKind.CONTACT,
                        "enterprise:e:duty",
                        "{'scope': 'enterprise', 'subject': 'e', 'name': '王工', 'email': 'a@b.c'}"),
                put(
                        DocumentKind.CONTACT,
                        "enterprise:e:王工",
                        "{'scope': 'enterprise', 'subject': 'e', 'name': '王工', 'email': 'd@e.f'}"));
        assertThat(service.history()
                        .asOf(2, new DocumentKey(DocumentKind.CONTACT, "enterprise:e:王工"))
                        .orElseThrow()
                        .json())
                .contains("d@e.f");
    }

    /** The books commit a change and go away before they can say so. */
    @Test
    void a_change_that_was_committed_unheard_is_in_force_after_the_next_request() {
        new RegistryStore(fixture.books())
                .append(
                        new ChangeNote("x", Source.API, "unheard", null),
                        new Content(
                                java.util.Map.of(
                                        new DocumentKey(DocumentKind.GATEWAY, "gw"),
                                        java.util.Optional.of(new PlacedDocument(
                                                new Document("{\"name\":{\"en\":\"g\",\"zh\":\"g\"}}"), 1))),
                                java.util.Map.of()),
                        Clock.systemUTC());
        Reloads.reload(service);
        assertThat(service.current().gateway("gw")).isPresent();
        assertThat(told).singleElement().matches(c -> c.ids(DocumentKind.GATEWAY)
                .contains("gw"));
    }

    @Test
    void nonsense_is_refused_with_words() {
        for (Edit nonsense : List.of(
                put(DocumentKind.LIMIT, "x", "[]"),
                put(DocumentKind.LIMIT, "x", "{"),
                put(DocumentKind.LIMIT, "x", "{'point': ['cems-nox']}"),
                put(
                        DocumentKind.LIMIT,
                        "X Y",
                        "{'point': 'cems-nox', 'averaging': 'hour', 'upper': 1, 'unit': 'mg/m3',"
                                + " 'source': 's', 'validFrom': '2027-01-01T00:00:00Z'}"),
                patch(LIMIT, "{'uper': 1}"),
                patch(LIMIT, "{'upper': null}"),
                patch(LIMIT, "{'validFrom': '2026-01-01'}"),
                patch(METER, "{'quantity': 'heat'}"),
                put(DocumentKind.DISTRICT, "other", "{'name': {'zh': 'a', 'en': 'b'}}"),
                put(
                        DocumentKind.POINT,
                        "cems-alert",
                        "{'name': {'zh': 'a', 'en': 'b'}, 'device': 'cems', 'key': 'a', 'quantity': 'alert', 'facts':"
                                + " {'1970-01-01T00:00:00Z': {'kind': 'gauge', 'unit': 'Cel', 'expectedInterval': '1h'}}}"),
                patch(new DocumentKey(DocumentKind.CONTACT, "enterprise:e:Li"), "{'language': 'fr'}"),
                patch(LIMIT, "{'upper': 1e999999999}"),
                patch(new DocumentKey(DocumentKind.CONTACT, "enterprise:e:Li"), "{'email': null}"),
                patch(new DocumentKey(DocumentKind.CONTACT, "enterprise:e:Li"), "{'webhook': 'nonsense'}"),
                put(
                        DocumentKind.STATISTIC,
                        "e:2026-02",
                        "{'enterprise': 'e', 'month': '2026-02', 'status': 'final'," + " 'source': 's'}"),
                put(
                        DocumentKind.STATISTIC,
                        "e:2026-02",
                        "{'enterprise': 'e', 'month': '2026-03', 'status': 'final',"
                                + " 'source': 's', 'allowedUse': 'judge'}"),
                put(
                        DocumentKind.BILL,
                        "e:2026-02:water",
                        BILL.replace("2026-01", "2026-03").replace("electricity", "water")),
                put(DocumentKind.BILL, "e:2026-01:electricity", BILL.replace("'kWh'", "'m3'")),
                put(DocumentKind.BILL, "e:2026-01:electricity", BILL.replace("'12.50'", "'-1'")),
                put(DocumentKind.BILL, "f:2026-01:electricity", BILL.replace("'e'", "'f'")),
                patch(new DocumentKey(DocumentKind.ENTERPRISE, "e"), "{'accounts': {'33': {'carrier': 'power'}}}"),
                patch(
                        new DocumentKey(DocumentKind.ENTERPRISE, "e"),
                        "{'accounts': {'33': {'carrier': 'water', 'share': '2'}}}"),
                patch(new DocumentKey(DocumentKind.ENTERPRISE, "e"), "{'accounts': {'3 3': {'carrier': 'water'}}}"),
                new Edit(new DocumentKey(DocumentKind.DISTRICT, "district"), Verb.REMOVE, null))) {
            EditResult result = submit(nonsense);
            assertThat(result.applied()).as(nonsense.toString()).isFalse();
            assertThat(result.fates().get(0).faults())
                    .as(nonsense.toString())
                    .isNotEmpty()
                    .allSatisfy(f -> {
                        assertThat(f.words().zh()).containsPattern("\\p{IsHan}");
                        assertThat(f.words().en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
                    });
        }
        assertThat(service.history().newest()).isEqualTo(1);
    }
}
