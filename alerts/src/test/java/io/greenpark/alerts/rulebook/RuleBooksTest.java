package io.greenpark.alerts.rulebook;

import static io.greenpark.alerts.rulebook.RuleDocuments.exceeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules and legal bases that people send, their versions, and which of them holds. */
class RuleBooksTest {
    private static final Case.Rule KIND = Case.Rule.LIMIT_EXCEEDED;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private RuleBook book() {
        return line.books().read(line.rules.books()::current);
    }

    private AlertRule inForce(String point, LocalDate day) {
        return book().inForce(
                        KIND,
                        RulePlace.of(line.current(), line.current().point(point).orElseThrow()),
                        day);
    }

    private static void assertFault(ThrowingCallable change, String... words) {
        assertThatThrownBy(change).isInstanceOf(PolicyFault.class).satisfies(e -> assertThat(
                        ((PolicyFault) e).words().zh()
                                + ((PolicyFault) e).words().en())
                .contains(words));
    }

    @Test
    void the_settings_hold_until_somebody_changes_a_rule_and_are_kept_as_version_0() {
        line.set("alerts.limit-exceeded.raiseAfter", "3").at("2026-11-23T10:00");
        assertThat(inForce(TestPark.NOX, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(3);
        assertThat(inForce(TestPark.NOX, TODAY).version()).isZero();
        line.rule("limit-exceeded", 0, exceeded("district", "", 2, "2026-11-23"));
        assertThat(line.set("alerts.limit-exceeded.raiseAfter", "7")).isNotNull();
        assertThat(inForce(TestPark.NOX, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(2);
        assertThat(inForce(TestPark.NOX, TODAY.minusDays(1)).whole(RuleForm.RAISE_AFTER))
                .isEqualTo(7);
        List<PolicyVersion<AlertRule>> all =
                line.books().read(handle -> line.rules.books().history(handle, "limit-exceeded"));
        assertThat(all).extracting(PolicyVersion::version).containsExactly(1L, 0L);
        assertThat(all).extracting(PolicyVersion::by).containsExactly("li", "greenpark");
    }

    @Test
    void every_kind_ships_a_rule_for_the_district_with_all_its_parameters() {
        RulePlace district = RulePlace.of(line.current(), Subject.district(TestPark.DISTRICT));
        for (Case.Rule kind : Case.Rule.values()) {
            AlertRule rule = book().inForce(kind, district, TODAY);
            assertThat(rule.values().keySet())
                    .containsExactlyInAnyOrderElementsOf(RuleForm.of(kind).parameters().stream()
                            .map(RuleParameter::name)
                            .toList());
            assertThat(book().bases().keySet()).containsAll(rule.bases());
            assertThat(RuleDocument.read(rule.id(), 0, RuleDocument.write(rule).toString()))
                    .isEqualTo(rule);
        }
    }

    @Test
    void the_most_specific_scope_wins_and_then_the_season() {
        line.at("2026-11-23T10:00");
        line.rule("", 0, exceeded("park", TestPark.PARK, 2, "2026-11-23"));
        assertThat(inForce(TestPark.NOX, TODAY).id()).isEqualTo("limit-exceeded-2");
        line.rule("", 0, exceeded("enterprise", TestPark.ENTERPRISE, 3, "2026-11-23"));
        line.rule("", 0, exceeded("industry", "hardware-tools", 4, "2026-11-23"));
        assertThat(inForce(TestPark.NOX, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(3);
        line.rule("", 0, exceeded("point", TestPark.NOX, 5, "2026-11-23"));
        assertThat(inForce(TestPark.NOX, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(5);
        assertThat(inForce(TestPark.COD, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(3);
        line.rule(
                "",
                0,
                exceeded(
                        "point",
                        TestPark.NOX,
                        6,
                        "2026-11-23",
                        "\"trial\": false, \"season\": {\"from\": \"11-15\", \"to\": \"03-15\"}"));
        assertThat(inForce(TestPark.NOX, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(6);
        assertThat(inForce(TestPark.NOX, LocalDate.parse("2027-02-28")).whole(RuleForm.RAISE_AFTER))
                .isEqualTo(6);
        assertThat(inForce(TestPark.NOX, LocalDate.parse("2027-03-16")).whole(RuleForm.RAISE_AFTER))
                .isEqualTo(5);
    }

    @Test
    void two_that_tie_are_refused_until_one_of_them_ends() {
        line.at("2026-11-23T10:00");
        line.rule("", 0, exceeded("park", TestPark.PARK, 2, "2026-11-23"));
        assertFault(
                () -> line.rule("", 0, exceeded("park", TestPark.PARK, 3, "2027-01-01")),
                "limit-exceeded-2",
                "冲突",
                "end one of them first");
        line.rule(
                "limit-exceeded-2",
                1,
                exceeded("park", TestPark.PARK, 2, "2026-11-23", "\"trial\": false, \"to\": \"2026-12-31\""));
        line.rule("", 0, exceeded("park", TestPark.PARK, 3, "2027-01-01"));
        assertThat(inForce(TestPark.NOX, LocalDate.parse("2026-12-31")).id()).isEqualTo("limit-exceeded-2");
        assertThat(inForce(TestPark.NOX, LocalDate.parse("2027-01-01")).id()).isEqualTo("limit-exceeded-3");
    }

    @Test
    void what_cannot_be_used_is_refused_with_what_is_allowed() {
        line.at("2026-11-23T10:00");
        assertFault(() -> line.rule("", 0, exceeded("park", "nowhere", 2, "2026-11-23")), "nowhere", "台账");
        assertFault(() -> line.rule("", 0, exceeded("park", TestPark.PARK, 0, "2026-11-23")), "raiseAfter", "1..100");
        assertFault(() -> line.rule("", 0, exceeded("park", TestPark.PARK, 2, "2026-11-22")), "2026-11-23", "from");
        assertFault(() -> line.rule("", 0, exceeded("stack", TestPark.PARK, 2, "2026-11-23")), "scope", "outlet");
        assertFault(() -> line.rule("limit-exceeded", 0, exceeded("park", TestPark.PARK, 2, "2026-11-23")), "不可修改");
        assertFault(
                () -> line.rule(
                        "limit-exceeded",
                        0,
                        exceeded("district", "", 2, "2026-11-23", "\"trial\": false, \"to\": \"2027-01-01\"")),
                "长期有效");
        assertFault(
                () -> line.rule(
                        "",
                        0,
                        "{\"kind\": \"device-silent\", \"scope\": \"park\", \"target\": \"east\", \"parameters\":"
                                + " {\"clearAfter\": \"5m\"}, \"trial\": true, \"from\": \"2026-11-23\","
                                + " \"confirmed\": false}"),
                "device-silent",
                "on trial");
        assertFault(
                () -> line.rule(
                        "", 0, exceeded("park", TestPark.PARK, 2, "2026-11-23").replace("zj-air-17", "none-such")),
                "none-such");
        assertThat(book().rules()).hasSize(Case.Rule.values().length);
    }

    @Test
    void whoever_has_not_seen_the_newest_version_changes_nothing() {
        line.at("2026-11-23T10:00");
        line.rule("limit-exceeded", 0, exceeded("district", "", 2, "2026-11-23"));
        String document = exceeded("district", "", 3, "2026-11-23");
        Optional<AlertRule> made = line.books().write(tx -> desk().putRule(
                        tx.handle(),
                        line.clock.instant(),
                        new RuleDesk.Wanted("limit-exceeded", document, 0, "wu", "旧版")));
        assertThat(made).isEmpty();
        assertThat(inForce(TestPark.NOX, TODAY).whole(RuleForm.RAISE_AFTER)).isEqualTo(2);
    }

    @Test
    void a_silence_takes_a_length_with_its_unit() {
        line.at("2026-11-23T10:00");
        AlertRule made = line.rule(
                "device-silent",
                0,
                "{\"kind\": \"device-silent\", \"scope\": \"district\", \"parameters\": {\"clearAfter\": \"5m\"},"
                        + " \"trial\": false, \"from\": \"2026-11-23\", \"confirmed\": false}");
        assertThat(made.length(RuleForm.CLEAR_AFTER)).isEqualTo(Duration.ofMinutes(5));
    }

    private LegalBasis basis(String id, long seen, String document) {
        return line.books().write(tx -> {
            desk().checkBasis(tx.handle(), id, document);
            return desk().putBasis(
                            tx.handle(), line.clock.instant(), new RuleDesk.Wanted(id, document, seen, "li", "更新"))
                    .orElseThrow();
        });
    }

    private RuleDesk desk() {
        return new RuleDesk(line.rules.books(), line);
    }

    /** What waited for a second person holds from the day on which that one approved it, and what an emergency made ends with its day. */
    @Test
    void a_rule_whose_day_went_by_while_it_waited_holds_from_today_and_one_taken_back_ends_with_the_day() {
        line.at("2026-11-23T10:00");
        String wanted = exceeded("enterprise", TestPark.ENTERPRISE, 3, "2026-11-21");
        AlertRule made = line.books()
                .write(tx -> desk().putRule(
                                tx.handle(),
                                line.clock.instant(),
                                new RuleDesk.Wanted("limit-exceeded-2", wanted, 0, "li", "试行")))
                .orElseThrow();
        assertThat(made.from()).isEqualTo(TODAY);
        String over = line.books()
                .read(handle -> desk().before(handle, "limit-exceeded-2", 0, wanted, line.clock.instant()))
                .orElseThrow();
        AlertRule taken = line.books()
                .write(tx -> desk().putRule(
                                tx.handle(),
                                line.clock.instant(),
                                new RuleDesk.Wanted("limit-exceeded-2", over, 1, "wu", "退回")))
                .orElseThrow();
        assertThat(taken.to()).isEqualTo(TODAY);
        assertThat(inForce(TestPark.NOX, TODAY).id()).isEqualTo("limit-exceeded");
        assertThat(inForce(TestPark.NOX, TODAY.plusDays(1)).id()).isEqualTo("limit-exceeded");
    }

    private static String document(String name, String more) {
        return "{\"document\": {\"zh\": \"" + name + "\", \"en\": \"" + name
                + "\"}, \"text\": {\"zh\": \"文\", \"en\": \"text\"}, \"confirmed\": true" + more + "}";
    }

    @Test
    void a_basis_past_its_end_is_followed_by_its_successor_and_warned_of() {
        line.at("2026-11-23T10:00");
        basis("new-law", 0, document("新法", ", \"from\": \"2026-12-01\""));
        basis("zj-air-17", 0, document("旧法", ", \"to\": \"2026-11-30\", \"successor\": \"new-law\""));
        assertThat(book().inForce("zj-air-17", LocalDate.parse("2026-11-30"))
                        .orElseThrow()
                        .id())
                .isEqualTo("zj-air-17");
        assertThat(book().inForce("zj-air-17", LocalDate.parse("2026-12-01"))
                        .orElseThrow()
                        .id())
                .isEqualTo("new-law");
        AlertRule rule = inForce(TestPark.NOX, TODAY);
        assertThat(book().outdated(rule, LocalDate.parse("2026-11-30"))).isEmpty();
        assertThat(book().outdated(rule, LocalDate.parse("2026-12-01")))
                .extracting(LegalBasis::id)
                .containsExactly("zj-air-17");
        assertFault(
                () -> basis("new-law", 1, document("新法", ", \"to\": \"2027-01-01\", \"successor\": \"zj-air-17\"")),
                "成环");
    }

    @Test
    void what_is_cited_speaks_of_what_is_judged() {
        RulePlace stack =
                RulePlace.of(line.current(), line.current().point(TestPark.NOX).orElseThrow());
        RulePlace water =
                RulePlace.of(line.current(), line.current().point(TestPark.COD).orElseThrow());
        AlertRule rule = book().inForce(KIND, stack, TODAY);
        assertThat(book().cited(rule, stack, TODAY))
                .extracting(LegalBasis::id)
                .contains("zj-air-17", "permit-regulation-21")
                .doesNotContain("hj-356-2019");
        assertThat(book().cited(rule, water, TODAY))
                .extracting(LegalBasis::id)
                .contains("hj-356-2019")
                .doesNotContain("zj-air-17");
    }
}
