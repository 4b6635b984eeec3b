package io.greenpark.registry.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewedMatter;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is added or replaced waits for its sheet; what files say and what there was does not. */
class AcceptanceAskedTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food}]
              outlets: [{id: stack, enterprise: e, medium: stack}]
              devices:
                - {id: old, enterprise: e, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register,
                     carrier: electricity, boundary: true, validFrom: 1970-01-01T00:00:00Z}]}
                - {id: unjudged, enterprise: e, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register,
                     carrier: electricity, boundary: false, validFrom: 1970-01-01T00:00:00Z},
                     {key: nox, quantity: nox, unit: mg/m3, kind: gauge, outlet: stack, validFrom: 1970-01-01T00:00:00Z}]}
                - {id: limited, enterprise: e, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register,
                     carrier: electricity, boundary: false, validFrom: 1970-01-01T00:00:00Z},
                     {key: nox, quantity: nox, unit: mg/m3, kind: gauge, outlet: stack, validFrom: 1970-01-01T00:00:00Z}]}
                - {id: waiting, enterprise: e, acceptance: pending, points: [{key: kwh, quantity: electricity, unit: kWh,
                     kind: register, carrier: electricity, boundary: true, validFrom: 1970-01-01T00:00:00Z}]}
              limits:
                - {id: nox, point: limited-nox, averaging: hour, upper: 50, unit: mg/m3, source: permit, validFrom: 2026-01-01}
            """;
    private static final String AT = "2026-06-01T00:00:00Z";
    private static final String DEVICE = "{'name': {'zh': 'x', 'en': 'x'}, 'enterprise': 'e', 'silenceAfter': '1h'%s}";

    private static final String POINT =
            "{'device': 'new', 'key': 'kwh', 'quantity': 'electricity', 'name': {'zh': 'x', 'en': 'x'},"
                    + " 'facts': {'1970-01-01T00:00:00Z': {'unit': 'kWh', 'kind': 'register', 'expectedInterval': '1m', 'ratio': '1'}},"
                    + " 'replacements': {'1970-01-01T00:00:00Z': {'oldEnd': '9', 'newStart': '0'}}}";

    /** Within two days of the replacement. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-02T09:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(BooksKind.SQLITE);

    private RegistryService service;

    @BeforeEach
    void open() throws IOException {
        service = open(RegistryConfig.defaults());
    }

    private RegistryService open(RegistryConfig settings) throws IOException {
        return open(settings, CLOCK);
    }

    private RegistryService open(RegistryConfig settings, Clock clock) throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        return RegistryService.open(config, fixture.books(), settings, Start.STRICT, clock, Reloads.AT_ONCE);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private EditResult submit(DocumentKind kind, String id, Verb verb, String json) {
        Edit edit = new Edit(new DocumentKey(kind, id), verb, json.replace('\'', '"'));
        return service.submit(new EditRequest("li", Source.CONSOLE, "a reason", List.of(edit), null, false));
    }

    private EditResult put(String id, String more) {
        return submit(DocumentKind.DEVICE, id, Verb.PUT, DEVICE.formatted(more));
    }

    private EditResult replace() {
        return submit(
                DocumentKind.POINT,
                "old-kwh",
                Verb.PATCH,
                "{'replacements': {'" + AT + "': {'oldEnd': '9', 'newStart': '0'}}}");
    }

    private Acceptance of(String id) {
        return service.current().device(id).orElseThrow().acceptance();
    }

    @Test
    void of_files_what_they_say_counts_and_what_says_nothing_is_accepted() {
        assertThat(of("old")).isEqualTo(Acceptance.NONE);
        assertThat(of("waiting")).isEqualTo(Acceptance.pending());
    }

    @Test
    void a_device_that_is_added_waits() {
        assertThat(put("new", "").applied()).isTrue();
        assertThat(of("new")).isEqualTo(Acceptance.pending());
        // Whoever puts it again without a word of it takes nothing away.
        assertThat(put("new", ", 'gateway': null").applied()).isTrue();
        assertThat(of("new")).isEqualTo(Acceptance.pending());
    }

    @Test
    void that_one_needs_no_sheet_is_for_a_second_person() {
        EditResult asked = put("new", ", 'acceptance': {'1970-01-01T00:00:00Z': {'state': 'accepted'}}");
        assertThat(asked.accepted()).isTrue();
        assertThat(asked.applied()).isFalse();
        assertThat(asked.review().matters()).containsExactly(ReviewedMatter.ACCEPTANCE);
    }

    @Test
    void nor_is_it_said_in_two_steps_at_once() {
        EditResult asked = put(
                "new",
                ", 'acceptance': {'1970-01-01T00:00:00Z': {'state': 'pending'}, '1970-01-02T00:00:00Z': {'state': 'accepted'}}");
        assertThat(asked.review().matters()).containsExactly(ReviewedMatter.ACCEPTANCE);
    }

    @Test
    void an_empty_word_is_none() {
        for (String empty : List.of("{}", "null", "{'1970-01-01T00:00:00Z': null}")) {
            String id = "new-" + empty.length();
            assertThat(put(id, ", 'acceptance': " + empty).applied()).isTrue();
            assertThat(of(id)).isEqualTo(Acceptance.pending());
            // Put again or patched, it takes nothing away.
            assertThat(put(id, ", 'gateway': null, 'acceptance': {}").applied()).isTrue();
            assertThat(submit(DocumentKind.DEVICE, id, Verb.PATCH, "{'acceptance': {}}")
                            .applied())
                    .isTrue();
            assertThat(of(id)).isEqualTo(Acceptance.pending());
        }
    }

    @Test
    void what_waits_only_from_later_on_counts_till_then() {
        assertReviewed(put("new", ", 'acceptance': {'2099-01-01T00:00:00Z': {'state': 'pending'}}"));
        assertReviewed(put("new", ", 'acceptance': {'1970-01-01T00:00:01Z': {'state': 'pending'}}"));
        assertThat(put(
                                "new",
                                ", 'acceptance': {'1970-01-01T00:00:00Z': {'state': 'pending'}, '2099-01-01T00:00:00Z':"
                                        + " {'state': 'pending'}}")
                        .applied())
                .isTrue();
    }

    @Test
    void stages_are_neither_emptied_nor_moved_by_one_person() {
        String ever = "'1970-01-01T00:00:00Z'";
        for (String change : List.of(
                "null",
                "{" + ever + ": null}",
                "{" + ever + ": null, '2099-01-01T00:00:00Z': {'state': 'pending'}}",
                "{" + ever + ": {'state': 'accepted'}}")) {
            assertReviewed(submit(DocumentKind.DEVICE, "waiting", Verb.PATCH, "{'acceptance': " + change + "}"));
            assertReviewed(put("waiting", ", 'acceptance': " + change));
        }
        assertThat(of("waiting")).isEqualTo(Acceptance.pending());
    }

    private static void assertApplied(EditResult done) {
        assertThat(done.applied()).as("%s", done).isTrue();
    }

    private static void assertReviewed(EditResult asked) {
        assertThat(asked.accepted()).as("%s", asked).isTrue();
        assertThat(asked.applied()).isFalse();
        assertThat(asked.review().matters()).containsExactly(ReviewedMatter.ACCEPTANCE);
    }

    private EditResult together(String replacements, String acceptance) {
        return service.submit(new EditRequest(
                "li",
                Source.CONSOLE,
                "a reason",
                List.of(
                        edit(DocumentKind.POINT, "old-kwh", "{'replacements': {" + replacements + "}}"),
                        edit(DocumentKind.DEVICE, "old", "{'acceptance': {" + acceptance + "}}")),
                null,
                false));
    }

    private static Edit edit(DocumentKind kind, String id, String json) {
        return new Edit(new DocumentKey(kind, id), Verb.PATCH, json.replace('\'', '"'));
    }

    @Test
    void a_replacement_does_not_carry_an_acceptance_with_it() {
        String other = "{'oldEnd': '9', 'newStart': '0'}";
        // Recorded and accepted in one.
        assertReviewed(together("'" + AT + "': " + other, "'" + AT + "': {'state': 'accepted'}"));
        assertApplied(replace());
        // Taken back, and what waited is accepted, then or at another time.
        assertReviewed(together("'" + AT + "': null", "'" + AT + "': {'state': 'accepted'}"));
        assertReviewed(
                together("'" + AT + "': null", "'" + AT + "': null, '2026-06-02T00:00:00Z': {'state': 'accepted'}"));
        // What waits stays with its replacement, and another replacement's time is not its own.
        assertReviewed(together("'" + AT + "': {'oldEnd': '8'}", "'" + AT + "': null"));
        assertReviewed(together("'2026-06-01T12:00:00Z': " + other, "'" + AT + "': null"));
        assertThat(of("old").waitingSince()).contains(Instant.parse(AT));
        // Taken back with its waiting.
        assertThat(together("'" + AT + "': null", "'" + AT + "': null").applied())
                .isTrue();
        assertThat(of("old")).isEqualTo(Acceptance.NONE);
    }

    @Test
    void a_replacement_at_the_time_of_another_stage_is_for_a_second_person() {
        accept(AT, "old");
        // It would not wait.
        assertReviewed(replace());
        // Nor does one that is added with its first stage take that along.
        assertThat(service.submit(new EditRequest(
                                "li",
                                Source.CONSOLE,
                                "a reason",
                                List.of(
                                        new Edit(
                                                new DocumentKey(DocumentKind.DEVICE, "new"),
                                                Verb.PUT,
                                                DEVICE.formatted("").replace('\'', '"')),
                                        new Edit(
                                                new DocumentKey(DocumentKind.POINT, "new-kwh"),
                                                Verb.PUT,
                                                POINT.replace('\'', '"'))),
                                null,
                                false))
                        .applied())
                .isTrue();
        assertThat(of("new")).isEqualTo(Acceptance.pending());
        assertReviewed(service.submit(new EditRequest(
                "li",
                Source.CONSOLE,
                "a reason",
                List.of(
                        edit(DocumentKind.POINT, "new-kwh", "{'replacements': {'1970-01-01T00:00:00Z': null}}"),
                        edit(DocumentKind.DEVICE, "new", "{'acceptance': {'1970-01-01T00:00:00Z': null}}")),
                null,
                false)));
    }

    private void accept(String at, String device) {
        Edit edit =
                edit(DocumentKind.DEVICE, device, "{'acceptance': {'" + at + "': {'state': 'accepted', 'sheet': 3}}}");
        service.submitAcceptance(
                new EditRequest("wang", Source.CONSOLE, "sheet 3", List.of(edit), null, false), (handle, change) -> {});
    }

    @Test
    void what_is_no_mapping_is_refused_also_where_a_meter_is_replaced() {
        EditResult result = service.submit(new EditRequest(
                "li",
                Source.CONSOLE,
                "a reason",
                List.of(
                        edit(
                                DocumentKind.POINT,
                                "old-kwh",
                                "{'replacements': {'" + AT + "': {'oldEnd': '9', 'newStart': '0'}}}"),
                        edit(DocumentKind.DEVICE, "old", "{'acceptance': 'accepted'}")),
                null,
                false));
        assertThat(result.accepted()).isFalse();
    }

    private EditResult replace(String point, String at) {
        return submit(
                DocumentKind.POINT,
                point,
                Verb.PATCH,
                "{'replacements': {'" + at + "': {'oldEnd': '9', 'newStart': '0'}}}");
    }

    @Test
    void a_replacement_of_long_ago_is_for_a_second_person_where_somebody_was_judged() {
        String monthsAgo = "2026-02-01T00:00:00Z";
        String justTooLate = "2026-05-31T08:59:59Z";
        assertReviewed(replace("old-kwh", monthsAgo));
        assertReviewed(replace("old-kwh", justTooLate));
        // All points of a device wait with it: the one that has the limit, too.
        assertReviewed(replace("limited-kwh", monthsAgo));
        assertThat(of("old")).isEqualTo(Acceptance.NONE);
        // By these nobody is judged, or was not anyway.
        assertApplied(replace("unjudged-kwh", monthsAgo));
        assertApplied(replace("waiting-kwh", monthsAgo));
        // The next day, the day after, and ahead.
        assertApplied(replace("limited-kwh", "2026-06-03T00:00:00Z"));
        assertApplied(replace("old-kwh", "2026-05-31T09:00:00Z"));
    }

    @Test
    void nor_is_one_of_long_ago_taken_back_by_one_person() throws IOException {
        assertApplied(replace());
        service.close();
        service = open(RegistryConfig.defaults(), Clock.offset(CLOCK, Duration.ofDays(30)));
        assertReviewed(together("'" + AT + "': null", "'" + AT + "': null"));
        // Nor moved to where it holds nothing back.
        assertReviewed(together(
                "'" + AT + "': null, '2026-07-02T00:00:00Z': {'oldEnd': '9', 'newStart': '0'}", "'" + AT + "': null"));
        // What it showed in the end is still one person's to correct.
        assertThat(submit(
                                DocumentKind.POINT,
                                "old-kwh",
                                Verb.PATCH,
                                "{'replacements': {'" + AT + "': {'oldEnd': '8'}}}")
                        .applied())
                .isTrue();
    }

    @Test
    void how_long_is_a_setting() throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(fixture.folder().resolve("other.yaml"), "acceptance: {replacementWithin: 7d}");
        Settings settings = ConfigFile.read(file, List.of(), problems).settings();
        assertThat(RegistryConfig.from(settings, problems).replacementWithin()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void nobody_alone_accepts_what_waits_or_makes_wait_what_was_accepted() {
        EditResult accepted = submit(
                DocumentKind.DEVICE,
                "waiting",
                Verb.PATCH,
                "{'acceptance': {'" + AT + "': {'state': 'accepted', 'sheet': 1}}}");
        assertThat(accepted.review().matters()).containsExactly(ReviewedMatter.ACCEPTANCE);
        EditResult suspended =
                submit(DocumentKind.DEVICE, "old", Verb.PATCH, "{'acceptance': {'" + AT + "': {'state': 'pending'}}}");
        assertThat(suspended.review().matters()).containsExactly(ReviewedMatter.ACCEPTANCE);
        assertThat(submit(DocumentKind.DEVICE, "waiting", Verb.PATCH, "{'acceptance': null}")
                        .applied())
                .isFalse();
    }

    @Test
    void another_meter_waits_from_its_replacement_on_and_taking_that_back_takes_the_waiting_back() {
        EditResult replaced = replace();
        assertThat(replaced.applied()).isTrue();
        assertThat(replaced.fates()).hasSize(1);
        assertThat(of("old").stages()).containsExactly(new Stage(Instant.parse(AT), State.PENDING, null));
        List<Edit> undo = Undo.of(service.history(), replaced.number(), Instant.now());
        EditResult undone = service.submit(new EditRequest("li", Source.CONSOLE, "wrong", undo, null, false));
        assertThat(undone.applied()).as("%s", undone).isTrue();
        assertThat(of("old")).isEqualTo(Acceptance.NONE);
    }

    @Test
    void what_is_signed_is_in_force_with_what_goes_alongside() {
        Edit edit = new Edit(
                new DocumentKey(DocumentKind.DEVICE, "waiting"),
                Verb.PATCH,
                "{\"acceptance\": {\"" + AT + "\": {\"state\": \"accepted\", \"sheet\": 7}}}");
        EditResult result = service.submitAcceptance(
                new EditRequest("wang", Source.CONSOLE, "sheet 7", List.of(edit), null, false), (handle, change) -> {});
        assertThat(result.applied()).isTrue();
        assertThat(of("waiting").counts(Instant.parse(AT))).isTrue();
        assertThat(of("waiting").counts(Instant.parse("2026-05-31T23:59:59Z"))).isFalse();
    }

    @Test
    void a_file_that_is_read_again_leaves_what_people_signed() throws IOException {
        what_is_signed_is_in_force_with_what_goes_alongside();
        long before = service.history().newest();
        service.close();
        service = open(RegistryConfig.defaults());
        assertThat(service.history().newest()).isEqualTo(before);
        assertThat(of("waiting").counts(Instant.parse(AT))).isTrue();
    }

    @Test
    void an_installation_that_asks_for_none_adds_devices_as_ever() throws IOException {
        service.close();
        service = open(RegistryConfig.defaults().askingForAcceptance(false));
        assertThat(put("new", "").applied()).isTrue();
        assertApplied(replace());
        assertThat(of("new")).isEqualTo(Acceptance.NONE);
        assertThat(of("old")).isEqualTo(Acceptance.NONE);
    }

    @Test
    void what_is_no_state_or_time_is_refused_with_words() {
        EditResult result =
                submit(DocumentKind.DEVICE, "waiting", Verb.PATCH, "{'acceptance': {'soon': {'state': 'maybe'}}}");
        assertThat(result.accepted()).isFalse();
        assertThat(result.fates().get(0).faults().toString()).contains("soon", "a time with its offset");
    }

    @Test
    void what_was_compared_and_signed_changes_by_two_people() {
        Edit accepted = new Edit(
                new DocumentKey(DocumentKind.DEVICE, "waiting"),
                Verb.PATCH,
                "{\"acceptance\": {\"" + AT + "\": {\"state\": \"accepted\", \"sheet\": 8}}}");
        assertThat(service.submitAcceptance(
                                new EditRequest("wang", Source.CONSOLE, "sheet 8", List.of(accepted), null, false),
                                (handle, change) -> {})
                        .applied())
                .isTrue();
        EditResult ratio = submit(
                DocumentKind.POINT, "waiting-kwh", Verb.PATCH, "{'facts': {'1970-01-01T00:00:00Z': {'ratio': '80'}}}");
        assertThat(ratio.applied()).isFalse();
        assertThat(ratio.review().matters()).containsExactly(ReviewedMatter.ACCEPTANCE);
        assertThat(submit(DocumentKind.POINT, "waiting-kwh", Verb.PATCH, "{'name': {'en': 'Main'}}")
                        .applied())
                .isTrue();
        EditResult replaced = submit(
                DocumentKind.POINT,
                "waiting-kwh",
                Verb.PATCH,
                "{'replacements': {'2026-06-02T08:00:00Z': {'oldEnd': '9', 'newStart': '0'}}, 'facts':"
                        + " {'2026-06-02T08:00:00Z': {'unit': 'kWh', 'kind': 'register', 'expectedInterval': '1m', 'ratio': '60',"
                        + " 'carrier': 'electricity', 'factor': 1}}}");
        assertThat(replaced.applied()).as("it waits anew").isTrue();
    }
}
