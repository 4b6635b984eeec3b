package io.greenpark.cleanproduction.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.cleanproduction.desk.CleanProductionDesk.NewTerm;
import io.greenpark.cleanproduction.desk.DeskFixture;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of one audit and when it is a case, as a timeline; on every database alike. */
class DeadlinesTest {
    private static final Paper PAPER = new Paper("金环〔2026〕9 号", "生态环境分局", null);
    private static final Listing TOXIC = new Listing(Register.MANDATORY, Set.of(AuditReason.TOXIC));

    @RegisterExtension
    final DeskFixture fixture = new DeskFixture(kind(), """
          parks: [{id: p, contacts: [{name: 园区, email: park@p.example}]}]
          enterprises:
            - {id: e, park: p, industry: food, contacts: [{name: 李, email: li@e.example}]}
            - {id: nobody, park: p, industry: food}
        """, "2026-03-31");

    private Deadlines deadlines;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void start() {
        deadlines = DeadlineLine.of(fixture);
    }

    private void enter(String enterprise, AuditStep step, String day) {
        assertThat(fixture.desk
                        .enter(
                                enterprise,
                                fixture.desk.look(enterprise).version(),
                                new Taken(
                                        step,
                                        LocalDate.parse(day),
                                        PAPER,
                                        step == AuditStep.LISTED ? TOXIC : null,
                                        null),
                                "chen")
                        .refusal())
                .isNull();
    }

    /** Every day at half past nine. */
    private void until(String day) {
        LocalDate last = LocalDate.parse(day);
        LocalDate at = fixture.clock
                .instant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .plusDays(1);
        for (; !at.isAfter(last); at = at.plusDays(1)) {
            fixture.at(at, "09:30");
            deadlines.step();
        }
    }

    private List<String> query(String sql) {
        return fixture.books()
                .read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private List<String> cases() {
        return query("SELECT subject || ' ' || state FROM alert_case ORDER BY first_since_ms, generation, subject");
    }

    private List<String> mailedTo(String address) {
        return query("SELECT subject FROM letter_outbox WHERE target = '" + address + "' ORDER BY created_ms");
    }

    private List<String> noticedTo(String address) {
        return query("SELECT subject FROM alert_outbox WHERE target = '" + address + "' ORDER BY created_ms, id");
    }

    @Test
    void a_letter_names_step_day_term_and_source_and_an_office_letter_all_at_once() {
        enter("e", AuditStep.LISTED, "2026-03-31");
        enter("nobody", AuditStep.LISTED, "2026-03-31");
        until("2026-04-30");
        assertThat(mailedTo("li@e.example"))
                .containsExactly("清洁生产“企业信息公示”30 天内到期：e", "清洁生产“企业信息公示”7 天内到期：e", "清洁生产“企业信息公示”今日到期：e");
        assertThat(mailedTo("park@p.example")).hasSize(3).allMatch(title -> title.endsWith("2 项"));
        assertThat(query("SELECT body FROM letter_outbox WHERE target = 'li@e.example'")
                        .get(0))
                .contains("2026 年 4 月 30 日前（含当日）", "自 2026 年 3 月 31 日起 1 个月", "（未核实）", "生态环境主管部门");
        assertThat(cases()).as("it may still be done today").isEmpty();
    }

    @Test
    void it_is_a_case_once_its_day_is_over_and_none_any_more_once_it_is_entered() {
        enter("e", AuditStep.LISTED, "2026-03-31");
        fixture.desk.own("e", null, "园区环保科", "chen");
        until("2026-05-01");
        assertThat(cases()).containsExactly("e/published OPEN");
        assertThat(noticedTo("li@e.example")).containsExactly("RAISED");
        assertThat(query("SELECT office FROM case_owner")).containsExactly("园区环保科");
        enter("e", AuditStep.PUBLISHED, "2026-05-01");
        deadlines.step();
        assertThat(cases()).containsExactly("e/published CLEARED");
        assertThat(noticedTo("li@e.example")).containsExactly("RAISED", "CLEARED");
        until("2026-05-02");
        fixture.desk.undo("e", 2, 2, "录错企业", "chen");
        deadlines.step();
        deadlines.step();
        assertThat(cases()).containsExactly("e/published CLEARED", "e/published OPEN");
        assertThat(noticedTo("li@e.example"))
                .as("what turns out to be overdue by a correction is told to nobody")
                .hasSize(2);
    }

    @Test
    void what_was_due_before_it_was_entered_is_a_case_that_nobody_is_told_of() {
        enter("e", AuditStep.LISTED, "2025-01-15");
        until("2026-04-03");
        assertThat(cases()).containsExactlyInAnyOrder("e/published OPEN", "e/started OPEN", "e/reported OPEN");
        assertThat(mailedTo("li@e.example")).isEmpty();
        assertThat(noticedTo("li@e.example")).isEmpty();
        enter("e", AuditStep.STARTED, "2025-03-01");
        deadlines.step();
        assertThat(cases()).contains("e/started CLEARED");
        assertThat(noticedTo("li@e.example")).isEmpty();
    }

    @Test
    void the_authoritys_own_step_is_the_parks_case_and_no_letter_to_the_enterprise() {
        enter("e", AuditStep.LISTED, "2026-03-01");
        enter("e", AuditStep.PUBLISHED, "2026-03-05");
        enter("e", AuditStep.STARTED, "2026-03-10");
        enter("e", AuditStep.REPORTED, "2026-03-31");
        until("2026-07-01");
        assertThat(mailedTo("li@e.example")).isEmpty();
        assertThat(mailedTo("park@p.example")).hasSize(3);
        assertThat(cases()).containsExactly("e/assessed OPEN");
        assertThat(noticedTo("li@e.example")).isEmpty();
        assertThat(noticedTo("park@p.example")).containsExactly("RAISED");
        assertThat(query("SELECT text_zh FROM alert_case").get(0)).contains("由主管部门办理");
    }

    @Test
    void another_term_moves_the_day_ends_the_case_and_is_told_anew() {
        enter("e", AuditStep.LISTED, "2026-03-31");
        until("2026-05-01");
        fixture.desk.set(
                new NewTerm(
                        AuditStep.PUBLISHED,
                        AuditStep.LISTED,
                        Register.MANDATORY,
                        null,
                        3,
                        LocalDate.parse("2026-01-01"),
                        Bilingual.same("浙环函〔2026〕3 号"),
                        true,
                        "新通知"),
                "chen");
        until("2026-05-02");
        assertThat(cases()).containsExactly("e/published CLEARED");
        until("2026-06-30");
        assertThat(mailedTo("li@e.example"))
                .filteredOn(title -> title.contains("公示"))
                .hasSize(6);
    }

    @Test
    void a_process_that_was_away_tells_the_last_of_the_days_that_went_by() {
        enter("e", AuditStep.LISTED, "2026-03-31");
        fixture.at(LocalDate.parse("2026-04-25"), "10:00");
        deadlines.step();
        assertThat(mailedTo("li@e.example")).containsExactly("清洁生产“企业信息公示”7 天内到期：e");
    }
}
