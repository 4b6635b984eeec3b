package io.greenpark.acceptance.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.acceptance.AcceptanceConfig;
import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.Check.Kind;
import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.Nameplate;
import io.greenpark.acceptance.comparison.Side;
import io.greenpark.acceptance.comparison.TransformerRatio;
import io.greenpark.acceptance.desk.AcceptanceDesk.Acceptor;
import io.greenpark.acceptance.desk.AcceptanceDesk.Done;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.Confirmations;
import io.greenpark.acceptance.sheet.Confirmed;
import io.greenpark.acceptance.sheet.Refusal;
import io.greenpark.acceptance.sheet.SheetDraft;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.acceptance.sheet.SheetState;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.unit.Unit;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.document.DocumentConfig;
import io.greenpark.store.document.FolderDocumentStore;
import io.greenpark.store.document.SampleFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a sheet, from what is read at the meter to a device that counts, on every database alike. */
class AcceptanceDeskTest {
    private static final Instant BEGIN = Instant.parse("2026-06-01T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(BEGIN.plusSeconds(3_600), ZoneOffset.UTC);
    private static final SheetSignature CHEN = new SheetSignature("陈师傅", "chen", "chen", CLOCK.instant());
    private static final SheetSignature WANG = new SheetSignature("王芳", "wang", "wang", CLOCK.instant());

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private RegistryService service;
    private DocumentStore documents;
    private AcceptanceDesk desk;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), """
                registry:
                  parks: [{id: p}]
                  enterprises: [{id: e, park: p, industry: food}]
                  devices:
                    - {id: m, enterprise: e, acceptance: pending, points: [{key: kwh, quantity: electricity, unit: kWh,
                         kind: register, carrier: electricity, boundary: true, ratio: 60, expectedInterval: 1m,
                         validFrom: 1970-01-01T00:00:00Z}]}
                    - {id: planted, enterprise: e, acceptance: pending, points: [{key: kwh, quantity: electricity, unit: kWh,
                         kind: register, carrier: electricity, boundary: true, ratio: 80, expectedInterval: 1m,
                         validFrom: 1970-01-01T00:00:00Z}]}
                    - {id: limited, enterprise: e, acceptance: pending, points: [{key: kwh, quantity: electricity, unit: kWh,
                         kind: register, carrier: electricity, boundary: false, ratio: 60, expectedInterval: 1m,
                         validFrom: 1970-01-01T00:00:00Z}]}
                    - {id: old, enterprise: e}
                """);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, CLOCK);
        documents = FolderDocumentStore.open(fixture.folder(), DocumentConfig.defaults(), fixture.books(), CLOCK);
        desk = new AcceptanceDesk(
                fixture.books(),
                service,
                service.history(),
                documents,
                service::submitAcceptance,
                AcceptanceConfig.defaults(),
                CLOCK);
        List<Reading> sent = new ArrayList<>();
        for (String device : List.of("m", "planted", "limited")) {
            for (int minute = 0; minute <= 40; minute++) {
                long at = BEGIN.plusSeconds(60L * minute).toEpochMilli();
                sent.add(new Reading(
                        "e",
                        device,
                        "kwh",
                        device + "-kwh",
                        (100_003 + 50 * minute) / 100.0,
                        Unit.KWH,
                        Flag.NORMAL,
                        at,
                        at,
                        Door.MQTT));
            }
        }
        fixture.books().write(tx -> tx.readings().put(sent, new Position(1, sent.size())));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Device device(String id) {
        return service.current().device(id).orElseThrow();
    }

    private static SheetDraft draft(String device, @Nullable String serial) {
        return new SheetDraft(
                serial,
                null,
                List.of(new DisplayLine(
                        device + "-kwh",
                        Side.PRIMARY,
                        Unit.KWH,
                        new Nameplate(false, TransformerRatio.of("300/5").orElseThrow(), null, null),
                        new DisplayReading(BEGIN.plusSeconds(630), new BigDecimal("60316.8")),
                        new DisplayReading(BEGIN.plusSeconds(1_815), new BigDecimal("60909.3")))));
    }

    private void photo(String device) {
        byte[] jpeg = SampleFiles.jpeg();
        var kept = documents.keep(new NewUpload("meter.jpg", jpeg.length, null, null, "chen"), jpeg);
        StoredDocument photo = ((DocumentResult.Done<StoredDocument>) kept).value();
        documents.attach(photo.id(), new DocumentOwner("device", device), null);
    }

    private AcceptanceSheet signed(String device) {
        photo(device);
        desk.save(device(device), 0, draft(device, "GB123"));
        return desk.sign(device(device), 1, CHEN, said(device, "as it is", null))
                .now();
    }

    private Done accept(String device, long version, @Nullable String words, @Nullable Instant from) {
        return desk.accept(device(device), version, acceptor(WANG, device, words, from));
    }

    private Acceptor acceptor(SheetSignature by, String device, @Nullable String words, @Nullable Instant from) {
        return new Acceptor(by, null, said(device, words, from), from, Reach.ALL);
    }

    /** Words of each check that fails now; null for none. */
    private Confirmations said(String device, @Nullable String words, @Nullable Instant from) {
        return words == null
                ? Confirmations.NONE
                : new Confirmations(desk.compared(desk.look(device(device)), device(device), from).failed().stream()
                        .collect(Collectors.toMap(Check::seen, check -> words)));
    }

    @Test
    void a_sheet_is_filled_in_signed_by_two_and_the_device_counts_from_the_first_reading_on() {
        AcceptanceSheet blank = desk.look(device("m"));
        assertThat(blank.version()).isZero();
        assertThat(blank.draft().lines()).extracting(DisplayLine::point).containsExactly("m-kwh");
        AcceptanceSheet signed = signed("m");
        assertThat(signed.state()).isEqualTo(SheetState.SIGNED);
        assertThat(desk.signedBesides("wang", "wang")).containsExactly("m");
        assertThat(desk.signedBesides("chen", "chen")).as("who signed first").isEmpty();
        Done done = accept("m", 2, null, null);
        assertThat(desk.signedBesides("wang", "wang")).isEmpty();
        assertThat(done.refusal()).isNull();
        assertThat(done.compared().failed()).isEmpty();
        assertThat(device("m").acceptance().waitingSince()).isEmpty();
        assertThat(device("m").acceptance().counts(BEGIN.plusSeconds(630))).isTrue();
        assertThat(device("m").acceptance().counts(BEGIN.plusSeconds(629))).isFalse();
        assertThat(device("m").acceptance().at(CLOCK.instant()).orElseThrow().sheet())
                .isEqualTo(signed.number());
        assertThat(desk.steps(signed.number()))
                .extracting(SheetStep::state, SheetStep::who)
                .containsExactly(tuple(SheetState.SIGNED, "chen"), tuple(SheetState.ACCEPTED, "wang"));
        assertThat(service.history().changesBelow(Long.MAX_VALUE, 1).get(0).who())
                .isEqualTo("wang");
    }

    @Test
    void what_was_signed_stays_as_it_was_when_other_readings_come() {
        AcceptanceSheet signed = signed("m");
        Done done = accept("m", 2, null, null);
        AcceptanceSheet kept = desk.sheet("m", signed.number()).orElseThrow();
        assertThat(kept).isEqualTo(done.now());
        assertThat(desk.compared(kept, device("m"))).isEqualTo(done.compared());
        fixture.books().write(tx -> tx.readings()
                .put(
                        List.of(new Reading(
                                "e",
                                "m",
                                "kwh",
                                "m-kwh",
                                5_000,
                                Unit.KWH,
                                Flag.NORMAL,
                                BEGIN.plusSeconds(600).toEpochMilli(),
                                0,
                                Door.MQTT)),
                        new Position(2, 1)));
        assertThat(desk.compared(desk.sheet("m", signed.number()).orElseThrow(), device("m")))
                .isEqualTo(done.compared());
    }

    @Test
    void one_account_is_never_two_people() {
        signed("m");
        assertThat(desk.accept(device("m"), 2, acceptor(CHEN, "m", null, null)).refusal())
                .isEqualTo(Refusal.SAME_PERSON);
        SheetSignature byKey = new SheetSignature("王芳", "key-7", "chen", CLOCK.instant());
        assertThat(desk.accept(device("m"), 2, acceptor(byKey, "m", "a reason", null))
                        .refusal())
                .isEqualTo(Refusal.SAME_PERSON);
        assertThat(device("m").acceptance().waitingSince()).isPresent();
    }

    @Test
    void a_planted_ratio_is_refused_unless_the_second_signer_says_why() {
        signed("planted");
        Done refused = accept("planted", 2, null, null);
        assertThat(refused.refusal()).isEqualTo(Refusal.CHECKS);
        assertThat(refused.compared().failed()).extracting(Check::kind).contains(Kind.NAMEPLATE, Kind.AMOUNT);
        assertThat(device("planted").acceptance().waitingSince()).isPresent();
        Done said = accept("planted", 2, "互感器已更换，倍率待登记", null);
        assertThat(said.refusal()).isNull();
        assertThat(said.now().words()).isEqualTo("互感器已更换，倍率待登记");
        assertThat(device("planted").acceptance().waitingSince()).isEmpty();
    }

    @Test
    void who_signs_first_confirms_each_check_that_fails_as_it_stands_and_the_second_signer_reads_it() {
        photo("planted");
        desk.save(device("planted"), 0, draft("planted", "GB123"));
        Done unasked = desk.sign(device("planted"), 1, CHEN, Confirmations.NONE);
        assertThat(unasked.refusal()).isEqualTo(Refusal.CHECKS);
        assertThat(unasked.unconfirmed())
                .extracting(Check::kind)
                .containsExactlyInAnyOrder(Kind.NAMEPLATE, Kind.AMOUNT, Kind.FIRST, Kind.SECOND);
        assertThat(desk.look(device("planted")).state()).isEqualTo(SheetState.DRAFT);
        Confirmations one =
                new Confirmations(Map.of(unasked.unconfirmed().get(0).seen(), "the transformers are to be changed"));
        assertThat(desk.sign(device("planted"), 1, CHEN, one).unconfirmed())
                .hasSize(unasked.unconfirmed().size() - 1);
        Confirmations all = said("planted", "the transformers are to be changed", null);
        AcceptanceSheet signed = desk.sign(device("planted"), 1, CHEN, all).now();
        AcceptanceSheet kept = desk.sheet("planted", signed.number()).orElseThrow();
        assertThat(kept).isEqualTo(signed);
        assertThat(kept.installer().confirmed())
                .extracting(Confirmed::check)
                .containsExactlyElementsOf(unasked.unconfirmed());
        assertThat(kept.installer().reasons()).isEqualTo("the transformers are to be changed");
    }

    @Test
    void words_of_one_check_are_none_of_another_that_fails_since_nor_of_other_figures() {
        photo("planted");
        desk.save(device("planted"), 0, draft("planted", "GB123"));
        Confirmations seen = said("planted", "known", null);
        patch(DocumentKind.POINT, "planted-kwh", ratio(BEGIN.plusSeconds(1_900), 600));
        Done more = desk.sign(device("planted"), 1, CHEN, seen);
        assertThat(more.refusal()).isEqualTo(Refusal.CHECKS);
        assertThat(more.unconfirmed()).extracting(Check::kind).containsExactly(Kind.FACTS);
        Confirmations withFacts = said("planted", "known", null);
        patch(DocumentKind.POINT, "planted-kwh", ratio(BEGIN.plusSeconds(1_900), 700));
        Done other = desk.sign(device("planted"), 1, CHEN, withFacts);
        assertThat(other.unconfirmed()).extracting(Check::kind).containsExactly(Kind.FACTS);
        assertThat(other.unconfirmed().get(0).details()).containsEntry("registered", "700");
        assertThat(desk.sign(device("planted"), 1, CHEN, said("planted", "known", null))
                        .refusal())
                .isNull();
        // The second signer's words are bound alike.
        Confirmations looked = said("planted", "seen", null);
        patch(DocumentKind.POINT, "planted-kwh", ratio(BEGIN.plusSeconds(2_000), 800));
        Done refused = desk.accept(device("planted"), 2, new Acceptor(WANG, "all the same", looked, null, Reach.ALL));
        assertThat(refused.refusal()).isEqualTo(Refusal.CHECKS);
        assertThat(refused.unconfirmed()).singleElement().satisfies(check -> assertThat(check.details())
                .containsEntry("registered", "800"));
        assertThat(device("planted").acceptance().waitingSince()).isPresent();
    }

    @Test
    void a_signature_is_taken_back_by_whoever_gave_it_until_the_second_one_is_there() {
        signed("m");
        assertThat(desk.takeBack(device("m"), 2, "not mine", "wang", "wang").refusal())
                .isEqualTo(Refusal.NOT_SIGNER);
        Done back = desk.takeBack(device("m"), 2, "the wrong meter", "chen", "chen");
        assertThat(back.refusal()).isNull();
        assertThat(back.now().state()).isEqualTo(SheetState.DRAFT);
        assertThat(back.now().installer()).isNull();
        assertThat(back.now().words()).isEqualTo("the wrong meter");
        // Whoever still looks at the signed sheet signs nothing.
        assertThat(accept("m", 2, null, null).refusal()).isEqualTo(Refusal.STALE);
        assertThat(device("m").acceptance().waitingSince()).isPresent();
        assertThat(desk.steps(back.now().number()))
                .extracting(SheetStep::state, SheetStep::who, SheetStep::words)
                .containsExactly(
                        tuple(SheetState.SIGNED, "chen", null), tuple(SheetState.DRAFT, "chen", "the wrong meter"));
        assertThat(desk.sign(device("m"), 3, CHEN, Confirmations.NONE).refusal())
                .isNull();
        assertThat(accept("m", 4, null, null).refusal()).isNull();
        assertThat(desk.takeBack(device("m"), 5, "too late", "chen", "chen").refusal())
                .isNotNull();
    }

    @Test
    void a_signature_that_is_taken_back_while_the_second_one_is_given_is_not_signed_beside() {
        signed("m");
        AcceptanceDesk overtaken = new AcceptanceDesk(
                fixture.books(),
                service,
                service.history(),
                documents,
                (request, alongside) -> {
                    desk.takeBack(device("m"), 2, "the wrong meter", "chen", "chen");
                    return service.submitAcceptance(request, alongside);
                },
                AcceptanceConfig.defaults(),
                CLOCK);
        Done done = overtaken.accept(device("m"), 2, acceptor(WANG, "m", null, null));
        assertThat(done.refusal()).isEqualTo(Refusal.STALE);
        assertThat(done.now().state()).isEqualTo(SheetState.DRAFT);
        assertThat(device("m").acceptance().waitingSince()).isPresent();
    }

    @Test
    void the_newest_sheets_of_a_whole_district_are_found() {
        desk.save(device("m"), 0, draft("m", "a"));
        List<String> district = new ArrayList<>(List.of("m"));
        for (int i = 0; i < 70_000; i++) {
            district.add("d-" + i);
        }
        assertThat(desk.newest(district)).containsOnlyKeys("m");
    }

    @Test
    void of_a_device_with_many_sheets_the_newest_counts_and_what_is_open_is_told_alone() {
        signed("m");
        Instant at = replaced(2_000);
        accept("m", 2, null, null);
        desk.save(device("planted"), 0, draft("planted", "b"));
        assertThat(desk.openStates()).isEqualTo(Map.of("planted", SheetState.DRAFT));
        assertThat(device("m").acceptance().waitingSince()).contains(at);
        long first = desk.sheets("m").get(0).number();
        desk.save(device("m"), 0, draft("m", "c"));
        assertThat(desk.openStates()).isEqualTo(Map.of("planted", SheetState.DRAFT, "m", SheetState.DRAFT));
        AcceptanceSheet newest = desk.newest(List.of("m", "planted")).get("m");
        assertThat(newest).isEqualTo(desk.look(device("m")));
        assertThat(newest.number()).isGreaterThan(first);
    }

    @Test
    void without_number_or_photo_it_is_not_accepted() {
        desk.save(device("m"), 0, draft("m", null));
        desk.sign(device("m"), 1, CHEN, said("m", "as it is", null));
        assertThat(accept("m", 2, null, null).compared().failed())
                .extracting(Check::kind)
                .containsExactly(Kind.SERIAL, Kind.PHOTO);
    }

    @Test
    void data_count_neither_before_the_device_waits_nor_from_a_time_to_come() {
        signed("m");
        assertThat(accept("m", 2, null, CLOCK.instant().plusSeconds(1)).refusal())
                .isEqualTo(Refusal.COUNTS_FROM);
        assertThat(accept("m", 2, null, BEGIN.minusSeconds(86_400)).refusal()).isNull();
        assertThat(device("m").acceptance().counts(BEGIN)).isTrue();
    }

    @Test
    void a_sheet_that_is_given_back_is_filled_in_and_signed_anew() {
        signed("m");
        assertThat(desk.save(device("m"), 2, draft("m", "x")).refusal()).isEqualTo(Refusal.STATE);
        Done back = desk.giveBack(device("m"), 2, "照片看不清", "wang");
        assertThat(back.now().state()).isEqualTo(SheetState.RETURNED);
        assertThat(back.now().installer()).isNull();
        assertThat(back.now().words()).isEqualTo("照片看不清");
        assertThat(desk.save(device("m"), 3, draft("m", "GB124")).refusal()).isNull();
        assertThat(accept("m", 4, null, null).refusal()).isEqualTo(Refusal.STATE);
    }

    @Test
    void of_two_who_change_a_sheet_at_once_one_is_told() {
        assertThat(desk.save(device("m"), 0, draft("m", "a")).refusal()).isNull();
        assertThat(desk.save(device("m"), 0, draft("m", "b")).refusal()).isEqualTo(Refusal.STALE);
        assertThat(desk.look(device("m")).draft().serial()).isEqualTo("a");
    }

    @Test
    void what_waits_for_nothing_has_no_sheet_and_nothing_compared_is_not_signed() {
        assertThat(desk.save(device("old"), 0, draft("old", "a")).refusal()).isEqualTo(Refusal.NOT_WAITING);
        desk.save(device("m"), 0, new SheetDraft("a", null, List.of()));
        assertThat(desk.sign(device("m"), 1, CHEN, Confirmations.NONE).refusal())
                .isEqualTo(Refusal.EMPTY);
    }

    private EditResult patch(DocumentKind kind, String id, String json) {
        Edit edit = new Edit(new DocumentKey(kind, id), Verb.PATCH, json.replace('\'', '"'));
        return service.submit(new EditRequest("li", Source.CONSOLE, "a reason", List.of(edit), null, false));
    }

    private static String ratio(Instant from, int ratio) {
        return "{'facts': {'" + from
                + "': {'unit': 'kWh', 'kind': 'register', 'carrier': 'electricity', 'boundary': true,"
                + " 'expectedInterval': '1m', 'ratio': '" + ratio + "'}}}";
    }

    @Test
    void what_is_registered_since_the_readings_was_not_compared() {
        signed("m");
        for (Instant from :
                List.of(BEGIN.plusSeconds(1_900), CLOCK.instant().plusSeconds(60), BEGIN.minusSeconds(7_200))) {
            assertThat(patch(DocumentKind.POINT, "m-kwh", ratio(from, 600)).applied())
                    .isTrue();
            if (from.isBefore(BEGIN)) {
                // Only where that time is to count.
                assertThat(patch(DocumentKind.POINT, "m-kwh", ratio(BEGIN, 60)).applied())
                        .isTrue();
                assertThat(desk.compared(desk.look(device("m")), device("m")).failed())
                        .isEmpty();
            }
            Done refused = accept("m", 2, null, from.isBefore(BEGIN) ? from : null);
            assertThat(refused.refusal()).isEqualTo(Refusal.CHECKS);
            assertThat(refused.compared().failed()).extracting(Check::kind).containsExactly(Kind.FACTS);
            assertThat(refused.compared().failed().get(0).details())
                    .containsEntry("compared", "60")
                    .containsEntry("registered", "600");
            assertThat(patch(DocumentKind.POINT, "m-kwh", "{'facts': {'" + from + "': null}}")
                            .applied())
                    .isTrue();
        }
        assertThat(accept("m", 2, null, null).refusal()).isNull();
    }

    @Test
    void another_key_since_the_readings_was_not_compared() {
        signed("limited");
        assertThat(patch(DocumentKind.POINT, "limited-kwh", "{'key': 'other'}").applied())
                .isTrue();
        Done refused = accept("limited", 2, null, null);
        assertThat(refused.compared().failed()).extracting(Check::kind).contains(Kind.FACTS);
        assertThat(device("limited").acceptance().waitingSince()).isPresent();
    }

    @Test
    void a_registry_that_changes_while_somebody_signs_is_looked_at_again() {
        signed("m");
        AcceptanceDesk overtaken = new AcceptanceDesk(
                fixture.books(),
                service,
                service.history(),
                documents,
                (request, alongside) -> {
                    patch(DocumentKind.POINT, "m-kwh", ratio(BEGIN.plusSeconds(1_900), 600));
                    return service.submitAcceptance(request, alongside);
                },
                AcceptanceConfig.defaults(),
                CLOCK);
        Done done = overtaken.accept(device("m"), 2, acceptor(WANG, "m", "a reason", null));
        assertThat(done.refusal()).isEqualTo(Refusal.REGISTERED_MEANWHILE);
        assertThat(done.compared().failed()).extracting(Check::kind).containsExactly(Kind.FACTS);
        assertThat(device("m").acceptance().waitingSince()).isPresent();
        assertThat(desk.look(device("m")).state()).isEqualTo(SheetState.SIGNED);
    }

    @Test
    void what_changes_elsewhere_meanwhile_is_no_matter() {
        signed("m");
        AcceptanceDesk busy = new AcceptanceDesk(
                fixture.books(),
                service,
                service.history(),
                documents,
                (request, alongside) -> {
                    patch(DocumentKind.DEVICE, "old", "{'silenceAfter': '3h'}");
                    return service.submitAcceptance(request, alongside);
                },
                AcceptanceConfig.defaults(),
                CLOCK);
        assertThat(busy.accept(device("m"), 2, acceptor(WANG, "m", null, null)).refusal())
                .isNull();
    }

    private Instant replaced(int seconds) {
        Instant at = BEGIN.plusSeconds(seconds);
        assertThat(patch(
                                DocumentKind.POINT,
                                "m-kwh",
                                "{'replacements': {'" + at + "': {'oldEnd': '9', 'newStart': '0'}}}")
                        .applied())
                .isTrue();
        return at;
    }

    @Test
    void a_sheet_of_the_meter_before_does_not_accept_the_one_after() {
        signed("m");
        Instant at = replaced(2_000);
        for (Instant from : List.of(at, at.plusSeconds(1))) {
            assertThat(accept("m", 2, null, from).compared().failed()).isEmpty();
            assertThat(accept("m", 2, "a reason", from).refusal()).isEqualTo(Refusal.OTHER_METER);
        }
        // It accepts its own, and the other one waits on.
        assertThat(accept("m", 2, null, null).refusal()).isNull();
        assertThat(device("m").acceptance().counts(at.minusMillis(1))).isTrue();
        assertThat(device("m").acceptance().waitingSince()).contains(at);
    }

    @Test
    void one_meter_is_read_at_both_times() {
        signed("m");
        replaced(1_000);
        for (int from : List.of(0, 630, 1_000, 1_900)) {
            assertThat(accept("m", 2, "a reason", BEGIN.plusSeconds(from)).refusal())
                    .isEqualTo(Refusal.OTHER_METER);
        }
    }

    @Test
    void a_sheet_of_the_meter_after_does_not_accept_the_one_before() {
        signed("m");
        Instant at = replaced(300);
        assertThat(accept("m", 2, "a reason", BEGIN).refusal()).isEqualTo(Refusal.OTHER_METER);
        assertThat(accept("m", 2, null, at).refusal()).isNull();
        assertThat(device("m").acceptance().counts(at.minusMillis(1))).isFalse();
        assertThat(device("m").acceptance().waitingSince()).isEmpty();
    }

    @Test
    void a_photo_of_the_meter_before_is_none_of_the_one_after() {
        DocumentStore today = documents;
        documents = FolderDocumentStore.open(
                fixture.folder(), DocumentConfig.defaults(), fixture.books(), Clock.fixed(BEGIN, ZoneOffset.UTC));
        signed("m");
        replaced(300);
        assertThat(accept("m", 2, null, null).compared().failed())
                .extracting(Check::kind)
                .containsExactly(Kind.PHOTO);
        documents = today;
        photo("m");
        assertThat(accept("m", 2, null, null).refusal()).isNull();
    }

    @Test
    void registry_and_sheet_change_together_or_not_at_all() {
        signed("m");
        AcceptanceDesk dying = new AcceptanceDesk(
                fixture.books(),
                service,
                service.history(),
                documents,
                (request, alongside) -> service.submitAcceptance(request, (handle, change) -> {
                    alongside.accept(handle, change);
                    throw new IllegalStateException("the power went");
                }),
                AcceptanceConfig.defaults(),
                CLOCK);
        assertThatThrownBy(() -> dying.accept(device("m"), 2, acceptor(WANG, "m", null, null)))
                .hasMessageContaining("the power went");
        assertThat(device("m").acceptance().waitingSince()).isPresent();
        assertThat(desk.look(device("m")).state()).isEqualTo(SheetState.SIGNED);
        assertThat(accept("m", 2, null, null).refusal()).isNull();
    }
}
