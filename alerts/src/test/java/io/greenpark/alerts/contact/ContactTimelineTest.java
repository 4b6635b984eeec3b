package io.greenpark.alerts.contact;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.Case.Rule.NO_WORKING_CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.contact.ContactDesk.Answered;
import io.greenpark.alerts.contact.ContactLine.State;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Contacts are asked whether they are right, addresses that do not work are known, and of whom nobody can be told is a case. */
class ContactTimelineTest {
    private static final Contact LI = new Contact("李工", "li@tool-works.example", null, Locale.CHINESE);
    private static final Subject TOOL_WORKS = Subject.enterprise(TestPark.ENTERPRISE);

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    private PickySmtpServer mail;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void server() throws IOException {
        mail = new PickySmtpServer();
        line.set("mail.port", String.valueOf(mail.port()));
        line.set("alerts.contacts.spread", "0s");
        line.registry(park(LI));
    }

    @AfterEach
    void stop() throws IOException {
        mail.close();
    }

    private static TestPark park(Contact... contacts) {
        return new TestPark().withoutNeighbours().onlyContacts(contacts);
    }

    private ContactLine of(Subject owner) {
        return line.contacts().lines(line.current()).stream()
                .filter(l -> l.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    private State state() {
        return of(TOOL_WORKS).state();
    }

    private List<String> lettersTo(String address) {
        return mail.taken.stream()
                .filter(m -> m.startsWith(address + "\n"))
                .filter(m -> m.contains("contact-") || decoded(m).contains("/#/contact?token="))
                .toList();
    }

    private static String decoded(String mail) {
        String body = mail.substring(mail.indexOf("\n\n") + 2).replace("\n", "");
        return mail.contains("base64")
                ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                : quotedPrintable(body);
    }

    private static String quotedPrintable(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) == '=' && body.substring(i).matches("(?s)=[0-9A-F]{2}.*")) {
                out.write(Integer.parseInt(body.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (body.charAt(i) != '=') {
                out.write(body.charAt(i));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String token() {
        String last = lettersTo("li@tool-works.example")
                .get(lettersTo("li@tool-works.example").size() - 1);
        Matcher found = Pattern.compile("token=([\\w.-]+)").matcher(decoded(last));
        assertThat(found.find()).as(decoded(last)).isTrue();
        return found.group(1);
    }

    /** To everybody else nothing is sent that would be in the way. */
    private void until(String local) {
        line.contactsAt(local).deliver();
    }

    @Test
    void the_first_look_asks_nobody_and_opens_no_case_of_those_who_had_nobody() {
        line.registry(park());
        until("2026-11-30T10:00");
        until("2026-12-30T10:00");
        assertThat(mail.taken).isEmpty();
        assertThat(line.cases(NO_WORKING_CONTACT)).isEmpty();
        assertThat(of(TOOL_WORKS).state()).isEqualTo(State.NONE);
    }

    @Test
    void who_was_there_before_is_asked_after_ninety_days_at_the_earliest_and_not_all_at_once() {
        line.set("alerts.contacts.spread", "14d");
        Contact[] many = new Contact[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Contact("p" + i, "p" + i + "@tool-works.example", null, Locale.CHINESE);
        }
        line.registry(park(many));
        until("2026-11-30T10:00");
        List<Long> days = line.contacts().lines(line.current()).stream()
                .map(l -> Duration.between(line.clock.instant(), l.due()).toDays())
                .toList();
        assertThat(days).allMatch(d -> d >= 90 && d < 104);
        assertThat(days.stream().distinct().count()).isGreaterThan(7);
        line.set("alerts.contacts.spread", "14d");
        line.contactsAt("2027-04-01T10:00");
        assertThat(line.contacts().lines(line.current()))
                .as("some a minute")
                .filteredOn(l -> l.asked() > 0)
                .hasSize(5);
    }

    @Test
    void a_contact_is_asked_reminded_and_then_an_officer_s_matter() {
        until("2026-11-30T10:00");
        until("2027-02-27T10:00");
        assertThat(lettersTo("li@tool-works.example")).isEmpty();
        assertThat(state()).isEqualTo(State.CURRENT);
        until("2027-02-28T08:00");
        assertThat(lettersTo("li@tool-works.example")).as("nobody is at work").isEmpty();
        until("2027-02-28T10:01");
        until("2027-02-28T11:00");
        assertThat(lettersTo("li@tool-works.example")).hasSize(1);
        assertThat(state()).isEqualTo(State.DUE);
        until("2027-03-07T11:00");
        until("2027-03-15T11:00");
        until("2027-03-16T11:00");
        assertThat(lettersTo("li@tool-works.example")).hasSize(3);
        until("2027-03-22T11:00");
        assertThat(state()).isEqualTo(State.OVERDUE);
        assertThat(line.cases(NO_WORKING_CONTACT)).isEmpty();
        until("2027-03-23T12:00");
        Case alone = line.cases(NO_WORKING_CONTACT).stream()
                .filter(c -> c.about().equals(TOOL_WORKS))
                .findFirst()
                .orElseThrow();
        assertThat(line.cases().notifications(alone.id()))
                .as("told to its park and never to itself")
                .extracting(n -> n.recipient())
                .containsExactly("王工");
        line.contacts().confirm(line, of(TOOL_WORKS).id(), "wang.fang", true, "电话核实");
        assertThat(state()).isEqualTo(State.CURRENT);
        until("2027-03-23T12:01");
        assertThat(line.cases().find(alone.id()).orElseThrow().state()).isEqualTo(Case.State.CLEARED);
        assertThat(of(TOOL_WORKS).confirmed().word()).isEqualTo("电话核实");
    }

    @Test
    void a_link_answers_once_for_its_purpose_until_it_expires() {
        until("2026-11-30T10:00");
        until("2027-02-28T10:01");
        String token = token();
        assertThat(line.contacts().answer(line, token.replaceFirst("^.", "x"), true))
                .isEqualTo(Answered.VOID);
        assertThat(line.contacts().answer(line, token + "x", true)).isEqualTo(Answered.VOID);
        assertThat(line.contacts().answer(line, "", true)).isEqualTo(Answered.VOID);
        assertThat(state()).as("nothing was changed").isEqualTo(State.DUE);
        assertThat(line.contacts().answer(line, token, true)).isEqualTo(Answered.DONE);
        assertThat(of(TOOL_WORKS).confirmed().how()).isEqualTo("LINK");
        assertThat(line.contacts().answer(line, token, false)).isEqualTo(Answered.ALREADY);
        assertThat(state()).isEqualTo(State.CURRENT);
        until("2027-05-29T10:02");
        String later = token();
        assertThat(later).isNotEqualTo(token);
        line.clock.advance(Duration.ofDays(31));
        assertThat(line.contacts().answer(line, later, true)).as("expired").isEqualTo(Answered.VOID);
    }

    @Test
    void who_says_no_is_no_contact_that_works() {
        until("2026-11-30T10:00");
        until("2027-02-28T10:01");
        assertThat(line.contacts().answer(line, token(), false)).isEqualTo(Answered.DONE);
        assertThat(state()).isEqualTo(State.DECLINED);
        until("2027-02-28T10:02");
        until("2027-03-02T10:02");
        assertThat(line.cases(NO_WORKING_CONTACT)).anyMatch(c -> c.about().equals(TOOL_WORKS));
        assertThat(lettersTo("li@tool-works.example")).hasSize(1);
    }

    @Test
    void another_address_starts_anew_and_a_former_one_s_link_is_void() {
        until("2026-11-30T10:00");
        until("2027-02-28T10:01");
        String token = token();
        line.registry(park(new Contact("李工", "li@new.example", null, Locale.CHINESE)));
        until("2027-02-28T10:02");
        assertThat(state()).isEqualTo(State.CURRENT);
        assertThat(line.contacts().answer(line, token, true)).isEqualTo(Answered.VOID);
        line.registry(park(new Contact("李工程师", "li@new.example", null, Locale.ENGLISH)));
        until("2027-04-01T10:00");
        assertThat(Duration.between(line.clock.instant(), of(TOOL_WORKS).due()).toDays())
                .as("another name does not")
                .isLessThan(60);
    }

    private void exceed() {
        line.at("2026-11-30T11:10").hour(NOX, "2026-11-30T10:00", "212.4", 0.98);
    }

    @Test
    void an_address_that_the_mail_server_refuses_does_not_work_and_says_why() {
        mail.answers.put("RCPT li@tool-works.example", "550 5.1.1 user unknown");
        until("2026-11-30T10:00");
        exceed();
        line.deliver();
        assertThat(state()).isEqualTo(State.BROKEN);
        assertThat(of(TOOL_WORKS).broken().fate().answer()).isEqualTo("550 5.1.1 user unknown");
        until("2026-11-30T11:12");
        assertThat(line.cases(NO_WORKING_CONTACT)).isEmpty();
        until("2026-12-01T11:13");
        assertThat(line.only(NO_WORKING_CONTACT).about()).isEqualTo(TOOL_WORKS);
        mail.answers.clear();
        line.at("2026-12-01T12:10").hour(NOX, "2026-11-30T11:00", "312.4", 0.98);
        line.deliver();
        assertThat(state()).as("something was delivered").isEqualTo(State.CURRENT);
        until("2026-12-01T12:11");
        assertThat(line.only(NO_WORKING_CONTACT).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void a_mail_refused_after_its_data_is_the_address_s_fault_and_a_refused_sender_is_not() {
        mail.answers.put("MAIL", "550 5.7.1 sender not allowed");
        until("2026-11-30T10:00");
        exceed();
        line.deliver();
        assertThat(state()).isEqualTo(State.CURRENT);
        mail.answers.clear();
        mail.answers.put("DATA", "552 5.2.2 mailbox full");
        line.at("2026-11-30T12:10").hour(NOX, "2026-11-30T11:00", "312.4", 0.98);
        line.deliver();
        assertThat(state()).isEqualTo(State.BROKEN);
        assertThat(of(TOOL_WORKS).broken().fate().answer()).contains("552").contains("mailbox full");
    }

    @Test
    void what_fails_for_long_does_not_work_either() {
        mail.answers.put("RCPT li@tool-works.example", "451 4.3.0 try later");
        until("2026-11-30T10:00");
        exceed();
        line.deliver();
        assertThat(state()).isEqualTo(State.CURRENT);
        for (int hour = 0; hour < 50; hour++) {
            line.clock.advance(Duration.ofHours(1));
            line.deliver();
        }
        assertThat(state()).isEqualTo(State.BROKEN);
        assertThat(of(TOOL_WORKS).broken().fate().answer()).isEqualTo("451 4.3.0 try later");
    }

    @Test
    void what_a_person_knows_of_an_address_stands_until_a_person_says_otherwise() {
        until("2026-11-30T10:00");
        line.contacts().mark(line, of(TOOL_WORKS).id(), true, "wang.fang", "退信：查无此人");
        exceed();
        line.deliver();
        assertThat(state()).as("the server took it, and it came back later").isEqualTo(State.BROKEN);
        line.contacts().mark(line, of(TOOL_WORKS).id(), false, "wang.fang", "已更正");
        assertThat(state()).isEqualTo(State.CURRENT);
    }

    @Test
    void neither_a_link_nor_the_contact_itself_nor_a_new_entry_takes_back_what_an_officer_knows() {
        until("2026-11-30T10:00");
        until("2027-02-28T10:01");
        String token = token();
        line.contacts().mark(line, of(TOOL_WORKS).id(), true, "wang.fang", "退信：查无此人");
        assertThat(line.contacts().answer(line, token, true)).isEqualTo(Answered.DONE);
        assertThat(state()).as("a link that was written before").isEqualTo(State.BROKEN);
        assertThat(of(TOOL_WORKS).confirmed().how()).as("what was said is kept").isEqualTo("LINK");
        line.contacts().confirm(line, of(TOOL_WORKS).id(), "li", false, null);
        assertThat(state()).as("the contact itself").isEqualTo(State.BROKEN);
        line.registry(park());
        until("2027-02-28T10:02");
        line.registry(park(LI));
        until("2027-02-28T10:03");
        assertThat(state()).as("taken out and put back").isEqualTo(State.BROKEN);
        assertThat(of(TOOL_WORKS).mark().by()).isEqualTo("wang.fang");
        line.restart();
        line.contacts().confirm(line, of(TOOL_WORKS).id(), "wang.fang", true, "电话核实");
        assertThat(state()).isEqualTo(State.CURRENT);
        assertThat(of(TOOL_WORKS).mark()).isNull();
    }

    @Test
    void an_enterprise_that_loses_its_contact_is_a_case_once_the_grace_is_over() {
        until("2026-11-30T10:00");
        line.registry(park());
        until("2026-11-30T10:01");
        until("2026-12-01T10:00");
        assertThat(line.cases(NO_WORKING_CONTACT)).isEmpty();
        until("2026-12-01T10:02");
        assertThat(line.only(NO_WORKING_CONTACT).since()).isEqualTo(Timeline.time("2026-11-30T10:01"));
        line.restart();
        until("2026-12-01T10:03");
        assertThat(line.cases(NO_WORKING_CONTACT)).as("judged once").hasSize(1);
    }
}
