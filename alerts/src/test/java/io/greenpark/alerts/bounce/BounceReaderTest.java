package io.greenpark.alerts.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.bounce.ReadMail.Kind;
import io.greenpark.alerts.bounce.ReadMail.Other;
import io.greenpark.alerts.bounce.ReadMail.Outcome;
import io.greenpark.alerts.bounce.ReadMail.Recipient;
import io.greenpark.alerts.bounce.ReadMail.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mails say that come back, as mail servers write them. */
class BounceReaderTest {
    private static final String TO = "li@tool-works.example";
    private static final String ID = "0a1b2c3d4e5f-1-a1b2c3d4e5f6";
    private static final ReturnTags TAGS = new ReturnTags(new byte[32], "bounces+{id}@jindong.example");
    private final BounceReader reader = new BounceReader(TAGS);

    private ReadMail read(String text) {
        return reader.read(Samples.mail(text));
    }

    private ReadMail sample(String name) {
        return read(Samples.text(name, TAGS.of(ID), TO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postfix|FAILED|550 5.1.1 <li@tool-works.example>: Recipient address rejected: User unknown",
                "postfix-delayed|DELAYED|connect to mx.tool-works.example[192.0.2.25]:25: Connection timed out",
                "exim|FAILED|552 5.2.2 mailbox full",
                "exchange-online|FAILED|550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient li@tool-works.example not"
                        + " found by SMTP address lookup",
                "coremail|FAILED|550 User not found: li@tool-works.example"
            })
    void a_report_names_mail_recipient_outcome_and_words(String name, Outcome outcome, String answer) {
        Report report = (Report) sample(name);
        assertThat(report.messages()).containsExactly(ID);
        Recipient recipient = report.recipients().get(0);
        assertThat(report.recipients()).hasSize(1);
        assertThat(recipient.addresses()).contains(TO);
        assertThat(recipient.outcome()).isEqualTo(outcome);
        assertThat(recipient.answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"qq, UNREADABLE", "absence, AUTO_REPLY", "person, OTHER"})
    void what_is_no_report_is_told_apart(String name, Kind kind) {
        assertThat(sample(name)).isEqualTo(new Other(kind));
    }

    @Test
    void a_mail_that_nobody_signed_here_is_named_by_nothing() {
        String forged = Samples.text("postfix", ID + ".0123456789abcdef", TO);
        assertThat(((Report) read(forged)).messages()).isEmpty();
        ReturnTags others = new ReturnTags(new byte[] {1}, null);
        assertThat(((Report) read(Samples.text("postfix", others.of(ID), TO))).messages())
                .isEmpty();
    }

    @Test
    void a_tag_is_found_behind_other_words_of_the_address() {
        ReturnTags dashes = new ReturnTags(new byte[32], "jd-bounces-{id}@jindong.example");
        assertThat(dashes.idsIn(dashes.addressOf(ID) + ", " + dashes.of("letter-1")))
                .containsExactly(ID, "letter-1");
    }

    /** Whoever knows the address of the mailbox may write there. Where it is read otherwise, this does not end, or the stack overflows. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "a1-b2.", "0123456789abcdef-0.0123456789abcdef"})
    void a_header_as_long_as_somebody_likes_is_read_as_any_other(String of) {
        String head = of.repeat(900_000 / of.length());
        String text =
                Samples.text("postfix", TAGS.of(ID), TO).replaceFirst("\nTo: ", "\nDelivered-To: " + head + "\nTo: ");
        assertThat(((Report) read(text)).messages()).containsExactly(ID);
    }

    @Test
    void a_tag_in_the_text_that_came_back_is_no_proof_of_its_head() {
        String quoted = Samples.text("exim", "none", TO).replace("The text.", "see " + TAGS.of(ID));
        assertThat(((Report) read(quoted)).messages()).isEmpty();
    }

    @Test
    void a_failure_for_a_reason_that_passes_is_late_and_a_delivery_is_nothing() {
        String later = Samples.text("postfix", TAGS.of(ID), TO).replace("Status: 5.1.1", "Status: 4.4.7");
        assertThat(((Report) read(later)).recipients().get(0).outcome()).isEqualTo(Outcome.DELAYED);
        String relayed = Samples.text("postfix", TAGS.of(ID), TO).replace("Action: failed", "Action: relayed");
        assertThat(((Report) read(relayed)).recipients().get(0).outcome()).isEqualTo(Outcome.PASSED_ON);
    }

    @Test
    void an_original_recipient_in_xtext_is_the_address_it_was() {
        String plus = Samples.text("postfix", TAGS.of(ID), "li+duty@tool-works.example")
                .replace("Original-Recipient: rfc822;li+duty@", "Original-Recipient: rfc822;li+2Bduty@")
                .replace("Final-Recipient: rfc822; li+duty@", "Final-Recipient: rfc822; other@");
        assertThat(((Report) read(plus)).recipients().get(0).addresses()).contains("li+duty@tool-works.example");
    }

    @Test
    void what_is_broken_is_unreadable_and_holds_nobody_up() {
        String cut = Samples.text("postfix", TAGS.of(ID), TO);
        int status = cut.indexOf("Final-Recipient");
        assertThat(read(cut.substring(0, status))).isEqualTo(new Other(Kind.UNREADABLE));
        assertThat(read("")).isEqualTo(new Other(Kind.OTHER));
        assertThat(read("\u0000\u0001 no mail")).isEqualTo(new Other(Kind.OTHER));
    }

    @Test
    void a_tag_and_its_address_fit_where_mail_addresses_have_to() {
        String address = TAGS.addressOf("letter-0a1b2c3d4e5f0a1b2c3d4e5f");
        assertThat(address.substring(0, address.indexOf('@')).length()).isLessThanOrEqualTo(64);
        assertThat(TAGS.idsIn(address.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly("letter-0a1b2c3d4e5f0a1b2c3d4e5f");
    }
}
