package io.greenpark.registry.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.unit.Carrier;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.registry.Reloads;
import io.greenpark.registry.document.ClosingFields;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No door leads around a closed month, and no account alone opens one; the same on every database. */
class ClosedMonthGateTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}, {id: q}]
              enterprises: [{id: e, park: p, industry: food}, {id: f, park: p, industry: food}, {id: g, park: q, industry: food}]
              statistics:
                - {enterprise: e, month: 2026-09, ivaCny: 300000, status: provisional, source: s, allowedUse: judge}
                - {enterprise: e, month: 2026-10, ivaCny: %s, status: provisional, source: s, allowedUse: judge}
                - {enterprise: f, month: 2026-10, ivaCny: 5, status: provisional, source: s, allowedUse: aggregate-only}
            """;
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final DocumentKey CLOSING = DocumentKey.closing("p", OCTOBER);
    private static final DocumentKey STATISTIC = DocumentKey.statistic("e", OCTOBER);
    private static final DocumentKey WITHHELD = DocumentKey.statistic("f", OCTOBER);
    private static final ClosedMonth CLOSED =
            new ClosedMonth("p", OCTOBER, 1, Instant.parse("2026-11-09T02:00:00Z"), "wang", Set.of("e", "f"));

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Path file;
    private RegistryService service;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE.formatted("400000"));
        service = service(RegistryConfig.defaults());
        assertThat(close(service.current())).isTrue();
    }

    private RegistryService service(RegistryConfig settings) {
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        return RegistryService.open(
                config, fixture.books(), settings, Start.STRICT, Clock.systemUTC(), Reloads.AT_ONCE);
    }

    private boolean close(Registry seen) {
        EditRequest by = new EditRequest("wang", Source.CONSOLE, "October is complete", List.of(), null, false);
        return service.submitClosing(CLOSED, by, seen, (handle, change) -> {})
                .filter(EditResult::applied)
                .isPresent();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private EditResult submit(String who, boolean emergency, Edit... edits) {
        return service.submit(
                new EditRequest(who, who, Source.API, "a reason", List.of(edits), null, false, emergency, Reach.ALL));
    }

    private static Edit patch(DocumentKey key, String json) {
        return new Edit(key, Verb.PATCH, json.replace('\'', '"'));
    }

    private static Edit put(DocumentKey key, String json) {
        return new Edit(key, Verb.PUT, json.replace('\'', '"'));
    }

    private static final Edit REOPEN = new Edit(CLOSING, Verb.REMOVE, null);
    private static final Edit CORRECT = patch(STATISTIC, "{'ivaCny': '500000'}");

    private void refused(EditResult result) {
        assertThat(result.applied()).isFalse();
        assertThat(result.accepted()).isFalse();
        assertThat(result.fates().stream().flatMap(f -> f.faults().stream()))
                .extracting(DocumentFault::words)
                .anySatisfy(words -> assertThat(words.en())
                        .contains("\"2026-10\" is closed for p, by wang on 2026-11-09", "ask for reopening"))
                .anySatisfy(words -> assertThat(words.zh()).contains("已关账", "wang", "申请反关账"));
        assertThat(service.current().closing("p", OCTOBER)).contains(CLOSED);
        assertThat(iva()).isEqualTo("400000");
    }

    private String iva() {
        return service.current().statistic("e", OCTOBER).orElseThrow().ivaCny().toPlainString();
    }

    @Test
    void no_verb_changes_a_statistic_of_a_closed_month() {
        refused(submit("wang", false, CORRECT));
        refused(submit("wang", true, CORRECT));
        refused(submit("wang", false, new Edit(STATISTIC, Verb.REMOVE, null)));
        refused(submit("wang", false, patch(STATISTIC, "{'status': 'final'}")));
        refused(submit("wang", false, patch(STATISTIC, "{'outputCny': '1'}")));
        refused(submit(
                "wang",
                false,
                new Edit(STATISTIC, Verb.REMOVE, null),
                new Edit(DocumentKey.statistic("e", YearMonth.of(2026, 9)), Verb.REMOVE, null),
                new Edit(new DocumentKey(DocumentKind.ENTERPRISE, "e"), Verb.REMOVE, null)));
        EditResult dry = service.submit(new EditRequest("wang", Source.SPREADSHEET, "r", List.of(CORRECT), null, true));
        refused(dry);
        // As an accepted return does it.
        EditResult accepted = service.submitStatistics(
                new EditRequest("wang", Source.CONSOLE, "r", List.of(CORRECT), null, false), (handle, change) -> {
                    throw new AssertionError("accepted");
                });
        refused(accepted);
    }

    @Test
    void a_statistic_cannot_be_added_to_a_closed_month_nor_carried_out_of_its_park() {
        String of = "{'enterprise': '%s', 'month': '2026-10', 'ivaCny': '5', 'status': 'final', 'source': 'p',"
                + " 'allowedUse': 'judge'}";
        String firm = "{'name': {'zh': 'n', 'en': 'n'}, 'park': '%s', 'industry': 'food'}";
        refused(submit(
                "wang",
                false,
                put(new DocumentKey(DocumentKind.ENTERPRISE, "n"), firm.formatted("p")),
                put(DocumentKey.statistic("n", OCTOBER), of.formatted("n"))));
        assertThat(submit("wang", false, put(DocumentKey.statistic("g", OCTOBER), of.formatted("g")))
                        .applied())
                .isTrue();
        long moving = submit("wang", false, patch(new DocumentKey(DocumentKind.ENTERPRISE, "e"), "{'park': 'q'}"))
                .review()
                .request();
        assertThat(decide(moving, Verdict.APPROVED, "li")).isEqualTo(Reviews.Outcome.DONE);
        refused(submit("wang", false, CORRECT));
    }

    private static final DocumentKey BILL = DocumentKey.bill("e", OCTOBER, Carrier.ELECTRICITY);

    private static String bill(String month, String amount, String use) {
        return "{'enterprise': 'e', 'month': '" + month + "', 'carrier': 'electricity', 'amount': '" + amount
                + "', 'unit': 'kWh', 'status': 'provisional', 'source': 'grid', 'allowedUse': '" + use + "'}";
    }

    private void reopen() {
        assertThat(decide(submit("li", false, REOPEN).review().request(), Verdict.APPROVED, "wang"))
                .isEqualTo(Reviews.Outcome.DONE);
    }

    @Test
    void a_bill_is_neither_attached_to_a_closed_month_nor_changed_or_taken_away_until_it_is_open_again() {
        refused(submit("wang", false, put(BILL, bill("2026-10", "5", "judge"))));
        refused(submit("wang", true, put(BILL, bill("2026-10", "5", "judge"))));
        assertThat(submit(
                                "wang",
                                false,
                                put(
                                        DocumentKey.bill("e", OCTOBER.minusMonths(1), Carrier.ELECTRICITY),
                                        bill("2026-09", "5", "judge")))
                        .applied())
                .isTrue();
        reopen();
        assertThat(submit("wang", false, put(BILL, bill("2026-10", "5", "judge")))
                        .applied())
                .isTrue();
        assertThat(close(service.current())).isTrue();
        refused(submit("wang", false, patch(BILL, "{'amount': '6'}")));
        refused(submit("wang", false, patch(BILL, "{'accounts': '7'}")));
        refused(submit("wang", false, new Edit(BILL, Verb.REMOVE, null)));
        // The same figure in other digits is no change.
        assertThat(submit("wang", false, patch(BILL, "{'amount': '5.0'}")).applied())
                .isTrue();
        assertThat(service.current().bill(BILL.id()).orElseThrow().amount()).isEqualByComparingTo("5");
    }

    @Test
    void the_amount_of_a_bill_that_is_not_told_cannot_be_guessed_by_what_is_refused() {
        reopen();
        submit("wang", false, put(BILL, bill("2026-10", "5", "aggregate-only")));
        assertThat(close(service.current())).isTrue();
        EditResult right = submit("wang", false, patch(BILL, "{'amount': '5'}"));
        EditResult wrong = submit("wang", false, patch(BILL, "{'amount': '6'}"));
        refused(right);
        refused(wrong);
        assertThat(right.fates().get(0).faults()).isEqualTo(wrong.fates().get(0).faults());
    }

    @Test
    void other_months_and_what_stays_the_same_go_on() {
        assertThat(submit(
                                "wang",
                                false,
                                patch(DocumentKey.statistic("e", YearMonth.of(2026, 9)), "{'ivaCny': '1'}"),
                                patch(STATISTIC, "{'ivaCny': '400000.0'}"))
                        .applied())
                .isTrue();
    }

    @Test
    void a_value_that_is_not_told_cannot_be_guessed_by_what_is_refused() {
        EditResult right = submit("wang", false, patch(WITHHELD, "{'ivaCny': '5'}"));
        EditResult wrong = submit("wang", false, patch(WITHHELD, "{'ivaCny': '6'}"));
        refused(right);
        refused(wrong);
        assertThat(right.fates().get(0).faults()).isEqualTo(wrong.fates().get(0).faults());
    }

    @Test
    void nobody_closes_a_month_by_an_edit() {
        String json = ClosingFields.json(
                new ClosedMonth("q", OCTOBER, 1, Instant.parse("2026-11-09T02:00:00Z"), "li", Set.of("g")));
        EditResult result = submit("li", false, new Edit(DocumentKey.closing("q", OCTOBER), Verb.PUT, json));
        assertThat(result.fates().get(0).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(submit("li", true, patch(CLOSING, "{'edition': 7}")).accepted())
                .isFalse();
        assertThat(service.current().facts().closings()).containsExactly(CLOSED);
    }

    @Test
    void the_figures_of_another_registry_are_not_closed() {
        Registry seen = service.current();
        submit("wang", false, patch(DocumentKey.statistic("e", YearMonth.of(2026, 9)), "{'ivaCny': '1'}"));
        assertThat(close(seen)).isFalse();
    }

    @Test
    void files_that_would_change_a_closed_month_are_faulty_and_say_where() throws IOException {
        Files.writeString(file, SITE.formatted("450000"));
        var status = Reloads.reload(service);
        assertThat(status.state()).isEqualTo(RegistryFiles.State.FAULTY);
        assertThat(status.faults())
                .singleElement()
                .satisfies(f -> assertThat(f.place()).contains("greenpark.yaml:6"))
                .satisfies(f -> assertThat(f.message()).contains("is closed for p, by wang"));
        assertThat(iva()).isEqualTo("400000");
        Files.writeString(file, SITE.formatted("400000"));
        assertThat(Reloads.reload(service).state()).isEqualTo(RegistryFiles.State.IN_FORCE);
        assertThat(service.current().closing("p", OCTOBER)).contains(CLOSED);
    }

    private Reviews.Outcome decide(long request, Verdict verdict, String who) {
        return service.reviews().decide(request, verdict, who, who, "looked at").outcome();
    }

    @Test
    void two_people_reopen_a_month() {
        EditResult asked = submit("li", false, REOPEN);
        assertThat(asked.applied()).isFalse();
        assertThat(asked.review().matters()).containsExactly(ReviewedMatter.REOPENING);
        long request = asked.review().request();
        assertThat(decide(request, Verdict.APPROVED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        service.reviews().handOver("li", "zhao");
        assertThat(decide(request, Verdict.APPROVED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(decide(request, Verdict.APPROVED, "zhao")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(service.current().closing("p", OCTOBER)).isPresent();
        assertThat(decide(request, Verdict.APPROVED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(service.current().closing("p", OCTOBER)).isEmpty();
        assertThat(submit("li", false, CORRECT).applied()).isTrue();
        assertThat(iva()).isEqualTo("500000");
    }

    @Test
    void taking_the_change_back_that_closed_a_month_is_asking_for_reopening() {
        long closing = service.history().newest();
        Edit[] undo = Undo.of(service.history(), closing, Instant.EPOCH).toArray(Edit[]::new);
        EditResult asked = submit("wang", false, undo);
        assertThat(asked.applied()).isFalse();
        assertThat(asked.review().matters()).containsExactly(ReviewedMatter.REOPENING);
        assertThat(service.current().closing("p", OCTOBER)).isPresent();
    }

    @Test
    void a_reopening_is_undone_by_closing_and_not_by_taking_it_back() {
        long request = submit("li", false, REOPEN).review().request();
        decide(request, Verdict.APPROVED, "wang");
        Edit[] undo = Undo.of(service.history(), service.history().newest(), Instant.EPOCH)
                .toArray(Edit[]::new);
        EditResult result = submit("li", false, undo);
        assertThat(result.accepted()).isFalse();
        assertThat(result.fates().get(0).faults().get(0).message()).contains("closing goes with a checklist");
        assertThat(close(service.current())).isTrue();
    }

    @Test
    void an_emergency_opens_at_once_is_flagged_and_is_closed_as_it_was_where_it_is_turned_down() {
        EditResult opened = submit("li", true, REOPEN);
        assertThat(opened.applied()).isTrue();
        assertThat(service.current().closing("p", OCTOBER)).isEmpty();
        long request = opened.review().request();
        assertThat(service.reviews().request(request).orElseThrow().state()).isEqualTo(State.UNREVIEWED);
        assertThat(decide(request, Verdict.APPROVED, "li")).isEqualTo(Reviews.Outcome.SAME_PERSON);
        assertThat(decide(request, Verdict.REJECTED, "wang")).isEqualTo(Reviews.Outcome.DONE);
        assertThat(service.current().closing("p", OCTOBER)).contains(CLOSED);
    }

    @Test
    void where_an_office_lists_what_is_reviewed_nothing_else_is() {
        service.close();
        service = service(RegistryConfig.defaults().reviewing(EnumSet.of(ReviewedMatter.LIMIT)));
        assertThat(submit("li", false, REOPEN).applied()).isTrue();
    }

    @Test
    void a_closed_month_outlives_a_restart_and_its_park_does_not_go() {
        service.close();
        service = service(RegistryConfig.defaults());
        assertThat(service.current().closing("p", OCTOBER)).contains(CLOSED);
        refused(submit("wang", false, CORRECT));
        assertThat(submit("wang", false, new Edit(new DocumentKey(DocumentKind.PARK, "p"), Verb.REMOVE, null))
                        .accepted())
                .isFalse();
    }
}
