package io.greenpark.cleanproduction.round;

import static io.greenpark.park.cleanproduction.AuditStep.ACCEPTED;
import static io.greenpark.park.cleanproduction.AuditStep.ASSESSED;
import static io.greenpark.park.cleanproduction.AuditStep.LISTED;
import static io.greenpark.park.cleanproduction.AuditStep.MEASURES;
import static io.greenpark.park.cleanproduction.AuditStep.PUBLISHED;
import static io.greenpark.park.cleanproduction.AuditStep.REPORTED;
import static io.greenpark.park.cleanproduction.AuditStep.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is due of an audit, by what was entered and by the terms. */
class AuditsTest {
    private static final Terms SHIPPED = new Terms(ShippedTerms.read());
    private static final Paper PAPER = new Paper("金环〔2026〕1 号", "生态环境分局", null);
    private static final LocalDate TODAY = LocalDate.parse("2030-01-01");

    private final List<Entry> entries = new ArrayList<>();

    private Audits audits() {
        return Audits.of("e", entries, new Membership(day("2026-01-01"), at("2026-01-01")));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String day) {
        return day(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private AuditsTest listed(String on, Register register, AuditReason... reasons) {
        int round = audits().rounds().size() + 1;
        add(round, LISTED, null, on, new Listing(register, Set.of(reasons)));
        return this;
    }

    private AuditsTest took(AuditStep step, String on) {
        add(audits().newest().orElseThrow().number(), step, null, on, null);
        return this;
    }

    private AuditsTest all(String on) {
        audits().newest().orElseThrow().open().forEach(step -> took(step, on));
        return this;
    }

    private void add(int round, AuditStep step, @Nullable Long undoes, String on, @Nullable Listing listing) {
        entries.add(new Entry(entries.size() + 1, round, step, undoes, day(on), PAPER, listing, null, at(on), "chen"));
    }

    private List<String> due(Terms terms) {
        return audits().deadlines(terms).stream()
                .map(d -> d.step() + " " + d.due())
                .toList();
    }

    @Test
    void who_is_on_the_list_and_on_no_register_is_to_be_listed() {
        assertThat(due(SHIPPED)).containsExactly("LISTED 2026-04-01");
        assertThat(Audits.of("e", List.of(), null).next(SHIPPED)).isEmpty();
    }

    @Test
    void terms_run_from_the_steps_that_they_name() {
        listed("2026-01-31", Register.MANDATORY, AuditReason.OVER_STANDARD);
        assertThat(due(SHIPPED)).containsExactly("PUBLISHED 2026-02-28", "STARTED 2026-03-31", "REPORTED 2027-01-31");
        took(STARTED, "2026-03-01");
        assertThat(due(SHIPPED)).containsExactly("PUBLISHED 2026-02-28", "REPORTED 2027-01-31");
        took(PUBLISHED, "2026-03-02").took(REPORTED, "2026-12-01");
        assertThat(due(SHIPPED)).containsExactly("ASSESSED 2027-03-01");
        took(ASSESSED, "2027-02-01");
        assertThat(due(SHIPPED)).containsExactly("MEASURES 2028-02-01");
        took(MEASURES, "2027-08-15");
        assertThat(due(SHIPPED)).containsExactly("ACCEPTED 2027-11-15");
        took(ACCEPTED, "2027-10-01");
        assertThat(due(SHIPPED)).as("nothing to repeat").isEmpty();
        assertThat(audits().next(SHIPPED)).isEmpty();
    }

    @Test
    void nothing_is_published_of_a_voluntary_audit_and_it_is_assessed_within_a_month() {
        listed("2026-01-31", Register.VOLUNTARY);
        assertThat(due(SHIPPED)).containsExactly("STARTED 2026-03-31", "REPORTED 2027-01-31");
        took(STARTED, "2026-02-01").took(REPORTED, "2026-06-01");
        assertThat(due(SHIPPED)).containsExactly("ASSESSED 2026-07-01");
    }

    @Test
    void only_toxic_materials_bind_to_a_repeat_within_five_years() {
        listed("2026-01-31", Register.MANDATORY, AuditReason.TOXIC, AuditReason.OVER_TOTAL)
                .all("2026-12-01");
        assertThat(due(SHIPPED)).containsExactly("LISTED 2031-12-01");
        assertThat(audits().isCovered(day("2026-11-30"), SHIPPED)).isFalse();
        assertThat(audits().isCovered(day("2026-12-01"), SHIPPED)).isTrue();
        assertThat(audits().isCovered(day("2031-12-01"), SHIPPED)).isTrue();
        assertThat(audits().isCovered(day("2031-12-02"), SHIPPED))
                .as("due again")
                .isFalse();
        listed("2031-11-01", Register.MANDATORY, AuditReason.TOXIC);
        assertThat(audits().isCovered(day("2031-11-30"), SHIPPED))
                .as("the repeat itself takes nothing away")
                .isTrue();
        all("2031-11-15");
        assertThat(audits().isCovered(day("2031-12-02"), SHIPPED)).isTrue();
    }

    @Test
    void a_new_listing_for_what_it_did_since_makes_it_uncovered() {
        listed("2026-01-31", Register.MANDATORY, AuditReason.OVER_TOTAL).all("2026-12-01");
        listed("2027-05-01", Register.MANDATORY, AuditReason.OVER_ENERGY_QUOTA);
        assertThat(audits().isCovered(day("2027-04-30"), SHIPPED)).isTrue();
        assertThat(audits().isCovered(day("2027-05-01"), SHIPPED)).isFalse();
    }

    @Test
    void what_is_taken_back_is_due_again() {
        listed("2026-01-31", Register.MANDATORY, AuditReason.TOXIC).took(STARTED, "2026-03-01");
        add(1, STARTED, 2L, "2026-03-01", null);
        assertThat(due(SHIPPED)).contains("STARTED 2026-03-31");
        add(1, LISTED, 1L, "2026-01-31", null);
        assertThat(due(SHIPPED)).containsExactly("LISTED 2026-04-01");
    }

    @Test
    void a_term_holds_for_what_begins_to_run_from_its_day_on_and_the_narrowest_of_several_does() {
        List<Term> terms = new ArrayList<>(ShippedTerms.read());
        terms.add(term(null, 3, "2026-07-01"));
        terms.add(term(AuditReason.TOXIC, 1, "2026-09-01"));
        Terms set = new Terms(terms);
        Listing over = new Listing(Register.MANDATORY, Set.of(AuditReason.OVER_TOTAL));
        Listing toxic = new Listing(Register.MANDATORY, Set.of(AuditReason.OVER_TOTAL, AuditReason.TOXIC));
        assertThat(months(set, over, "2026-06-30")).isEqualTo(2);
        assertThat(months(set, over, "2026-07-01")).isEqualTo(3);
        assertThat(months(set, toxic, "2026-08-31")).isEqualTo(3);
        assertThat(months(set, toxic, "2026-09-01")).isEqualTo(1);
        assertThat(months(set, over, "2026-09-01")).isEqualTo(3);
        terms.add(term(AuditReason.TOXIC, null, "2027-01-01"));
        assertThat(new Terms(terms).of(STARTED, LISTED, toxic, day("2027-01-01")))
                .as("ended for them")
                .isEmpty();
    }

    private static @Nullable Integer months(Terms terms, Listing listing, String from) {
        return terms.of(STARTED, LISTED, listing, day(from)).orElseThrow().months();
    }

    private static Term term(@Nullable AuditReason reason, @Nullable Integer months, String validFrom) {
        return new Term(
                "9",
                STARTED,
                LISTED,
                null,
                reason,
                months,
                day(validFrom),
                Bilingual.same("省文"),
                true,
                "新文件",
                at(validFrom),
                "chen");
    }

    private @Nullable String against(AuditStep step, String on, @Nullable Paper paper, @Nullable Listing listing) {
        return EntryRules.against(audits(), new Taken(step, day(on), paper, listing, null), TODAY)
                .map(r -> r.kind() + " " + r.step() + " " + r.day())
                .orElse(null);
    }

    @Test
    void steps_are_entered_in_their_order_with_days_that_fit() {
        Listing toxic = new Listing(Register.MANDATORY, Set.of(AuditReason.TOXIC));
        assertThat(against(STARTED, "2026-03-01", null, null)).isEqualTo("NOT_LISTED STARTED null");
        assertThat(against(LISTED, "2026-03-01", null, toxic)).isEqualTo("NO_PAPER LISTED null");
        assertThat(against(LISTED, "2030-01-02", PAPER, toxic)).isEqualTo("IN_THE_FUTURE LISTED 2030-01-01");
        assertThat(against(LISTED, "2026-03-01", PAPER, toxic)).isNull();
        listed("2026-03-01", Register.MANDATORY, AuditReason.TOXIC);
        assertThat(against(LISTED, "2026-03-01", PAPER, toxic)).isEqualTo("ROUND_RUNS PUBLISHED 2026-03-01");
        assertThat(against(REPORTED, "2026-05-01", null, null)).isEqualTo("FIRST STARTED null");
        assertThat(against(STARTED, "2026-02-01", null, null)).isEqualTo("BEFORE LISTED 2026-03-01");
        took(STARTED, "2026-04-01");
        assertThat(against(STARTED, "2026-04-02", null, null)).isEqualTo("TAKEN STARTED 2026-04-01");
        took(REPORTED, "2026-05-01").took(ASSESSED, "2026-06-01").took(MEASURES, "2026-07-01");
        assertThat(against(ACCEPTED, "2026-08-01", PAPER, null))
                .as("published late, but before it is accepted")
                .isEqualTo("FIRST PUBLISHED null");
        took(PUBLISHED, "2026-07-15").took(ACCEPTED, "2026-08-01");
        assertThat(against(LISTED, "2026-07-31", PAPER, toxic)).isEqualTo("BEFORE ACCEPTED 2026-08-01");
        assertThat(against(LISTED, "2029-08-01", PAPER, toxic)).isNull();
    }

    @Test
    void who_audits_by_choice_and_then_has_to_begins_another_round() {
        Listing toxic = new Listing(Register.MANDATORY, Set.of(AuditReason.TOXIC));
        listed("2026-03-01", Register.VOLUNTARY).took(STARTED, "2026-04-01");
        assertThat(against(LISTED, "2026-05-01", PAPER, new Listing(Register.VOLUNTARY, Set.of())))
                .isEqualTo("ROUND_RUNS REPORTED 2026-03-01");
        assertThat(against(LISTED, "2026-02-01", PAPER, toxic)).isEqualTo("BEFORE LISTED 2026-03-01");
        assertThat(against(LISTED, "2026-05-01", PAPER, toxic)).isNull();
        listed("2026-05-01", Register.MANDATORY, AuditReason.TOXIC);
        assertThat(due(SHIPPED)).containsExactly("PUBLISHED 2026-06-01", "STARTED 2026-07-01", "REPORTED 2027-05-01");
        assertThat(undo(1)).as("the voluntary round stays as it was").isEqualTo("LATER_FIRST");
    }

    @Test
    void an_entry_is_taken_back_once_and_the_last_first() {
        listed("2026-01-31", Register.MANDATORY, AuditReason.TOXIC).took(STARTED, "2026-03-01");
        assertThat(undo(9)).isEqualTo("NO_ENTRY");
        assertThat(undo(1)).isEqualTo("LATER_FIRST");
        assertThat(undo(2)).isNull();
        add(1, STARTED, 2L, "2026-03-01", null);
        assertThat(undo(2)).isEqualTo("UNDONE");
        assertThat(undo(3)).as("an undoing itself is not undone").isEqualTo("NO_ENTRY");
        assertThat(undo(1)).isNull();
    }

    private @Nullable String undo(long number) {
        return EntryRules.againstUndoing(audits(), number)
                .map(r -> r.kind().name())
                .orElse(null);
    }

    @Test
    void the_authority_in_charge_follows_the_reasons() {
        assertThat(new Listing(Register.MANDATORY, Set.of(AuditReason.OVER_ENERGY_QUOTA)).inCharge())
                .isEqualTo(Authority.ENERGY);
        assertThat(new Listing(Register.MANDATORY, Set.of(AuditReason.OVER_ENERGY_QUOTA, AuditReason.TOXIC)).inCharge())
                .isEqualTo(Authority.ENVIRONMENT);
        assertThat(new Listing(Register.VOLUNTARY, Set.of()).inCharge()).isEqualTo(Authority.COORDINATING);
    }
}
