package io.greenpark.cleanproduction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.list.ListRefusal;
import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.order.Order.Kind;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.EntryRefusal;
import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists with two signatures, entries, terms, owners and orders, on every database alike. */
class CleanProductionDeskTest {
    private static final Paper PAPER = new Paper("金政办〔2026〕12 号", "区政府办公室", "doc-1");
    private static final Listing TOXIC = new Listing(Register.MANDATORY, Set.of(AuditReason.TOXIC));

    @RegisterExtension
    final DeskFixture fixture = new DeskFixture(kind(), """
          parks: [{id: east, name: {zh: 东园, en: East}}, {id: west}]
          enterprises:
            - {id: a, park: east, industry: food, aboveScale: true, polluting: true}
            - {id: b, park: east, industry: food, aboveScale: true, polluting: true}
            - {id: c, park: west, industry: food, aboveScale: true, polluting: true}
        """, "2026-11-30");

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private ListDesk.Done propose(
            @Nullable Long basedOn, Set<String> enterprises, Map<String, String> left, String validFrom) {
        return fixture.lists.propose(
                new ListDraft(PAPER, day("2026-10-20"), day(validFrom), "年度更新", basedOn, enterprises, left),
                fixture.desk.today(),
                "chen",
                "chen");
    }

    private void approved(@Nullable Long basedOn, Set<String> enterprises, Map<String, String> left, String validFrom) {
        ListDesk.Done done = propose(basedOn, enterprises, left, validFrom);
        assertThat(done.refusal()).isNull();
        assertThat(fixture.lists
                        .decide(done.edition().number(), Verdict.APPROVED, null, "wu", "wu")
                        .refusal())
                .isNull();
    }

    @Test
    void a_list_is_one_only_once_somebody_else_has_signed_it() {
        ListDesk.Done proposed = propose(null, Set.of("a", "b"), Map.of(), "2026-11-01");
        assertThat(proposed.refusal()).isNull();
        assertThat(fixture.lists.lists().at(day("2026-11-30"))).isEmpty();
        assertThat(fixture.lists
                        .decide(1, Verdict.APPROVED, null, "chen", "chen")
                        .refusal()
                        .kind())
                .isEqualTo(ListRefusal.Kind.SAME_PERSON);
        assertThat(propose(null, Set.of("a"), Map.of(), "2026-11-01").refusal().kind())
                .isEqualTo(ListRefusal.Kind.OPEN);
        assertThat(fixture.lists.decide(1, Verdict.APPROVED, "核对无误", "wu", "wu").refusal())
                .isNull();
        assertThat(fixture.lists
                        .decide(1, Verdict.REJECTED, null, "lin", "lin")
                        .refusal()
                        .kind())
                .isEqualTo(ListRefusal.Kind.STALE);
        assertThat(fixture.lists
                        .decide(7, Verdict.REJECTED, null, "lin", "lin")
                        .refusal()
                        .kind())
                .isEqualTo(ListRefusal.Kind.NO_LIST);
        assertThat(fixture.lists.lists().at(day("2026-10-31"))).isEmpty();
        assertThat(fixture.lists.lists().at(day("2026-11-01")).orElseThrow()).satisfies(list -> {
            assertThat(list.paper()).isEqualTo(PAPER);
            assertThat(list.members())
                    .extracting(m -> m.enterprise() + "@" + m.park())
                    .containsExactly("a@east", "b@east");
            assertThat(list.decision().who()).isEqualTo("wu");
            assertThat(list.decision().word()).isEqualTo("核对无误");
        });
    }

    @Test
    void who_leaves_the_list_leaves_with_a_reason_that_stays_readable() {
        approved(null, Set.of("a", "b"), Map.of(), "2026-11-01");
        assertThat(propose(1L, Set.of("a", "c"), Map.of(), "2026-12-01").refusal())
                .isEqualTo(new ListRefusal(ListRefusal.Kind.NO_REASON, List.of("b")));
        assertThat(propose(1L, Set.of("a", "b"), Map.of("a", "关停"), "2026-12-01")
                        .refusal()
                        .kind())
                .isEqualTo(ListRefusal.Kind.NOT_LEAVING);
        assertThat(propose(1L, Set.of("a", "b", "nobody"), Map.of(), "2026-12-01")
                        .refusal())
                .isEqualTo(new ListRefusal(ListRefusal.Kind.UNKNOWN, List.of("nobody")));
        assertThat(propose(null, Set.of("a"), Map.of(), "2026-12-01").refusal().kind())
                .isEqualTo(ListRefusal.Kind.STALE);
        assertThat(propose(1L, Set.of("a", "b"), Map.of(), "2026-10-01")
                        .refusal()
                        .kind())
                .isEqualTo(ListRefusal.Kind.TOO_EARLY);
        approved(1L, Set.of("a", "c"), Map.of("b", "已关停，见金经信〔2026〕5 号"), "2026-12-01");
        assertThat(fixture.lists.lists().editions().get(1).left()).hasSize(1).allSatisfy((member, why) -> {
            assertThat(member.enterprise()).isEqualTo("b");
            assertThat(why).contains("关停");
        });
        assertThat(fixture.lists.lists().at(day("2026-11-30")).orElseThrow().has("b"))
                .isTrue();
        assertThat(fixture.lists.lists().at(day("2026-12-01")).orElseThrow().has("b"))
                .isFalse();
        assertThat(fixture.lists.lists().member("a", day("2026-12-05")).since()).isEqualTo(day("2026-11-01"));
        assertThat(fixture.lists.lists().member("c", day("2026-12-05")).since()).isEqualTo(day("2026-12-01"));
    }

    @Test
    void a_rejected_edition_changes_nothing_and_makes_room() {
        propose(null, Set.of("a"), Map.of(), "2026-11-01");
        fixture.lists.decide(1, Verdict.REJECTED, "文号有误", "wu", "wu");
        assertThat(fixture.lists.lists().at(day("2026-11-30"))).isEmpty();
        approved(null, Set.of("a", "b"), Map.of(), "2026-11-01");
        assertThat(fixture.lists.lists().newest().orElseThrow().number()).isEqualTo(2);
    }

    private CleanProductionDesk.Done enter(String enterprise, long version, AuditStep step, String on) {
        return fixture.desk.enter(
                enterprise,
                version,
                new Taken(step, day(on), PAPER, step == AuditStep.LISTED ? TOXIC : null, "见附件"),
                "chen");
    }

    @Test
    void an_entry_is_made_on_what_was_seen_and_taken_back_by_another() {
        assertThat(enter("a", 0, AuditStep.LISTED, "2026-10-01").refusal()).isNull();
        assertThat(enter("a", 0, AuditStep.STARTED, "2026-11-01").refusal().kind())
                .isEqualTo(EntryRefusal.Kind.STALE);
        assertThat(enter("a", 1, AuditStep.STARTED, "2026-12-01").refusal().kind())
                .isEqualTo(EntryRefusal.Kind.IN_THE_FUTURE);
        Audits now = enter("a", 1, AuditStep.STARTED, "2026-11-01").now();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.newest().orElseThrow().listing()).isEqualTo(TOXIC);
        assertThat(now.newest().orElseThrow().taken(AuditStep.STARTED).orElseThrow())
                .satisfies(entry -> {
                    assertThat(entry.paper()).isEqualTo(PAPER);
                    assertThat(entry.who()).isEqualTo("chen");
                    assertThat(entry.word()).isEqualTo("见附件");
                    assertThat(entry.at()).isEqualTo(fixture.clock.instant());
                });
        Audits undone = fixture.desk.undo("a", 2, 2, "日期有误", "wu").now();
        assertThat(undone.entries()).hasSize(3);
        assertThat(undone.newest().orElseThrow().on(AuditStep.STARTED)).isNull();
        assertThat(fixture.desk.look("a")).isEqualTo(undone);
        assertThat(enter("a", 3, AuditStep.STARTED, "2026-10-20").refusal()).isNull();
        Audits again = fixture.desk.look("a");
        assertThat(again.newest().orElseThrow().on(AuditStep.STARTED)).isEqualTo(day("2026-10-20"));
    }

    @Test
    void a_listing_that_was_taken_back_leaves_room_for_the_right_one() {
        enter("a", 0, AuditStep.LISTED, "2026-10-01");
        fixture.desk.undo("a", 1, 1, "企业有误", "chen");
        assertThat(fixture.desk.look("a").newest()).isEmpty();
        Audits now = enter("a", 2, AuditStep.LISTED, "2026-10-02").now();
        assertThat(now.rounds()).hasSize(1);
        assertThat(now.newest().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void a_term_of_the_bureau_stands_beside_the_shipped_ones() {
        fixture.desk.set(
                new CleanProductionDesk.NewTerm(
                        AuditStep.STARTED,
                        AuditStep.LISTED,
                        Register.MANDATORY,
                        AuditReason.TOXIC,
                        1,
                        day("2026-01-01"),
                        new Bilingual("浙环函〔2026〕3 号", "Zhejiang notice 2026/3"),
                        true,
                        "新通知"),
                "chen");
        enter("a", 0, AuditStep.LISTED, "2026-10-01");
        Snapshot snapshot = fixture.desk.snapshot();
        assertThat(snapshot.of("a").deadlines(snapshot.terms()))
                .filteredOn(d -> d.step() == AuditStep.STARTED)
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.due()).isEqualTo(day("2026-11-01"));
                    assertThat(d.term().who()).isEqualTo("chen");
                    assertThat(d.term().source().zh()).isEqualTo("浙环函〔2026〕3 号");
                });
    }

    @Test
    void every_uncovered_enterprise_has_a_next_step_with_a_day_and_an_owner() {
        approved(null, Set.of("a", "b", "c"), Map.of(), "2026-11-01");
        enter("a", 0, AuditStep.LISTED, "2026-10-01");
        fixture.desk.own("b", "lin", null, "chen");
        fixture.desk.own("c", null, "园区环保科", "chen");
        Snapshot snapshot = fixture.desk.snapshot();
        assertThat(snapshot.audits().keySet()).containsExactlyInAnyOrder("a", "b", "c");
        snapshot.audits().values().forEach(audits -> {
            assertThat(audits.isCovered(fixture.desk.today(), snapshot.terms())).isFalse();
            assertThat(audits.next(snapshot.terms()).orElseThrow().deadline()).isNotNull();
            assertThat(fixture.desk.office(audits).zh()).isNotBlank();
        });
        assertThat(snapshot.owner("b").account()).isEqualTo("lin");
        assertThat(snapshot.owner("c").office()).isEqualTo("园区环保科");
        assertThat(snapshot.owner("a")).isNull();
        fixture.desk.own("b", null, null, "chen");
        assertThat(fixture.desk.snapshot().owner("b")).isNull();
        List<String> left = fixture.books().read(handle -> OwnerTable.of(handle, "lin"));
        assertThat(left).isEmpty();
    }

    @Test
    void coverage_counts_those_on_the_list_of_the_day() {
        approved(null, Set.of("a", "b"), Map.of(), "2026-01-01");
        long version = 0;
        for (AuditStep step : AuditStep.values()) {
            assertThat(enter("a", version++, step, "2026-10-0" + version).refusal())
                    .isNull();
        }
        enter("c", 0, AuditStep.LISTED, "2026-10-01");
        Snapshot snapshot = fixture.desk.snapshot();
        assertThat(fixture.desk.coverage(snapshot, day("2026-09-30")))
                .isEqualTo(Map.of("east", new Coverage(2, 0, 0, 0)));
        assertThat(fixture.desk.coverage(snapshot, day("2026-10-04")))
                .isEqualTo(Map.of("east", new Coverage(2, 1, 1, 0)));
        assertThat(fixture.desk.coverage(snapshot, day("2026-10-31")))
                .isEqualTo(Map.of("east", new Coverage(2, 1, 1, 1)));
        assertThat(fixture.desk.coverage(snapshot, day("2025-12-31"))).isEmpty();
    }

    private OrderDesk.Done order(long version, Kind kind, String on, @Nullable Long lifts) {
        return fixture.orders.enter(
                "a",
                version,
                new OrderDesk.Given(kind, day(on), null, PAPER, lifts, null, null),
                fixture.desk.today(),
                "chen");
    }

    @Test
    void a_fine_has_its_amount_and_basis_and_what_was_to_be_done_by_a_day_is_overdue_until_it_is_lifted() {
        Order.Fine fine = new Order.Fine(new BigDecimal("80000"), "《清洁生产促进法》第三十六条");
        assertThat(order(0, Kind.FINE, "2026-11-01", null).refusal()).isEqualTo(OrderDesk.Refusal.FINE);
        OrderDesk.Given stop = new OrderDesk.Given(Kind.STOP, day("2026-11-01"), null, PAPER, null, fine, null);
        assertThat(fixture.orders
                        .enter("a", 0, stop, fixture.desk.today(), "chen")
                        .refusal())
                .isEqualTo(OrderDesk.Refusal.FINE);
        OrderDesk.Given given =
                new OrderDesk.Given(Kind.FINE, day("2026-11-01"), day("2026-11-16"), PAPER, null, fine, null);
        assertThat(fixture.orders
                        .enter("a", 0, given, fixture.desk.today(), "chen")
                        .refusal())
                .isNull();
        Order kept = fixture.orders.of("a").get(0);
        assertThat(kept.fine()).isEqualTo(fine);
        assertThat(kept.isOverdue(Order.State.IN_FORCE, day("2026-11-16"))).isFalse();
        assertThat(kept.isOverdue(Order.State.IN_FORCE, day("2026-11-17"))).isTrue();
        assertThat(kept.isOverdue(Order.State.LIFTED, day("2026-11-17"))).isFalse();
    }

    @Test
    void an_order_stands_with_its_document_until_it_is_lifted_or_taken_back() {
        assertThat(order(0, Kind.STOP, "2026-12-01", null).refusal()).isEqualTo(OrderDesk.Refusal.IN_THE_FUTURE);
        assertThat(order(0, Kind.STOP, "2026-11-01", null).refusal()).isNull();
        assertThat(order(0, Kind.RECTIFY, "2026-11-01", null).refusal()).isEqualTo(OrderDesk.Refusal.STALE);
        order(1, Kind.RECTIFY, "2026-11-02", null);
        assertThat(order(2, Kind.LIFT, "2026-10-31", 1L).refusal()).isEqualTo(OrderDesk.Refusal.BEFORE);
        assertThat(order(2, Kind.LIFT, "2026-11-20", 9L).refusal()).isEqualTo(OrderDesk.Refusal.NOT_IN_FORCE);
        assertThat(order(2, Kind.LIFT, "2026-11-20", 1L).refusal()).isNull();
        assertThat(fixture.orders.undo("a", 3, 2, "录错企业", "chen").refusal()).isNull();
        assertThat(fixture.orders.undo("a", 4, 2, "录错企业", "chen").refusal()).isEqualTo(OrderDesk.Refusal.NOT_IN_FORCE);
        assertThat(Order.states(fixture.orders.of("a")))
                .isEqualTo(Map.of(1L, Order.State.LIFTED, 2L, Order.State.UNDONE, 3L, Order.State.IN_FORCE));
        assertThat(fixture.orders.of("b")).isEmpty();
    }

    @Test
    void an_order_to_stop_has_the_enterprise_stand_still_until_it_is_lifted_and_not_once_it_is_taken_back() {
        order(0, Kind.STOP, "2026-11-01", null);
        order(1, Kind.LIMIT, "2026-11-02", null);
        fixture.orders.enter(
                "a",
                2,
                new OrderDesk.Given(Kind.STOP, day("2026-11-03"), day("2026-11-10"), PAPER, null, null, null),
                day("2026-11-20"),
                "chen");
        order(3, Kind.LIFT, "2026-11-15", 1L);
        assertThat(stops()).containsExactly("1 2026-11-01..2026-11-15", "3 2026-11-11..null");
        fixture.orders.undo("a", 4, 4, "录错", "chen");
        fixture.orders.undo("a", 5, 3, "录错", "chen");
        assertThat(stops()).containsExactly("1 2026-11-01..null");
    }

    private List<String> stops() {
        return fixture.books().read(OrderDesk::stops).get("a").stream()
                .map(s -> s.order().number() + " " + s.from() + ".." + s.lifted())
                .toList();
    }
}
