package io.greenpark.alerts.bounce;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.cases.Case.Rule.NO_WORKING_CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.contact.ContactLine;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.loop.ExpectedFailure;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails that come back later, from a real SMTP server into a real IMAP mailbox. */
class BounceTest {
    private static final String LI = "li@tool-works.example";
    private static final Subject TOOL_WORKS = Subject.enterprise(TestPark.ENTERPRISE);
    private static final String SENDER = "greenpark@jindong.example";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private GreenMailUser mailbox;
    private int hour = 1;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void servers() {
        server.start();
        mailbox = server.setUser(SENDER, "bounces", "s3cret");
        line.set("mail.port", String.valueOf(server.getSmtp().getPort()));
        line.set("mail.bounces.port", String.valueOf(server.getImap().getPort()));
        line.set("mail.bounces.tls", "none");
        line.set("mail.bounces.username", "bounces");
        line.set("mail.bounces.password", "s3cret");
        line.set("mail.bounces.host", "127.0.0.1");
        line.registry(new TestPark()
                .withoutNeighbours()
                .onlyContacts(
                        new Contact("李工", LI, null, Locale.CHINESE),
                        new Contact("王工", "wang@tool-works.example", null, Locale.CHINESE)));
        line.readBounces();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** A notice goes out to both; returns the tag of the newest one to somebody. */
    private String notice(String to) throws MessagingException {
        String at = String.format("2026-11-23T%02d", hour);
        Set<String> before = tags(to);
        // Each worse than the one before: people are told of it.
        line.at(at + ":50").hour(NOX, at + ":00", String.valueOf(200 + 100 * hour), 0.98);
        hour++;
        line.deliver();
        Set<String> after = tags(to);
        after.removeAll(before);
        assertThat(after).as("new mails to " + to).hasSize(1);
        return after.iterator().next();
    }

    private Set<String> tags(String to) throws MessagingException {
        Set<String> tags = new HashSet<>();
        for (MimeMessage mail : server.getReceivedMessagesForDomain(to)) {
            String id = mail.getMessageID();
            tags.add(id.substring(1, id.indexOf('@')));
        }
        return tags;
    }

    private void comesBack(String sample, String tag, String to) {
        comesBack(Samples.text(sample, tag, to));
    }

    private void comesBack(String text) {
        mailbox.deliver(Samples.mail(text));
    }

    private ContactLine contact(String address) {
        return line.contacts().lines(line.current()).stream()
                .filter(l -> l.owner().equals(TOOL_WORKS))
                .filter(l -> Objects.requireNonNull(l.contact()).email().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private boolean isBroken(String address) {
        return contact(address).state() == ContactLine.State.BROKEN;
    }

    private Map<String, Long> counts() {
        return line.bounceCounts().mails().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().mails()));
    }

    private MailFolder folder() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(mailbox);
    }

    private long seen() throws FolderException {
        return folder().getMessages().stream()
                .filter(m -> m.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    @Test
    void a_mail_that_comes_back_breaks_its_address_until_somebody_says_that_it_works() throws Exception {
        comesBack("postfix", notice(LI), LI);
        line.readBounces();
        assertThat(isBroken(LI)).isTrue();
        assertThat(isBroken("wang@tool-works.example")).isFalse();
        assertThat(contact(LI).addresses().get(0).fate().answer()).startsWith("550 5.1.1");
        assertThat(counts()).containsExactly(Map.entry("failed", 1L));
        // That the mail server takes the next one proves nothing.
        String next = notice(LI);
        assertThat(isBroken(LI)).isTrue();
        line.contacts().confirm(line, contact(LI).id(), "wang.fang", true, "called him");
        assertThat(isBroken(LI)).isFalse();
        // What was sent before he said so is no news.
        comesBack("exim", next, LI);
        line.readBounces();
        assertThat(isBroken(LI)).isFalse();
        line.clock.set(line.clock.instant().plusSeconds(60));
        comesBack("exim", notice(LI), LI);
        line.readBounces();
        assertThat(isBroken(LI)).isTrue();
    }

    @Test
    void who_can_only_be_told_by_mails_that_come_back_is_a_case() throws Exception {
        line.contactsAt("2026-11-23T00:30");
        comesBack("exchange-online", notice(LI), LI);
        String other = tags("wang@tool-works.example").iterator().next();
        comesBack("coremail", other, "wang@tool-works.example");
        line.readBounces();
        line.contactsAt("2026-11-23T12:00");
        line.contactsAt("2026-11-25T12:00");
        assertThat(line.cases(NO_WORKING_CONTACT)).hasSize(1);
    }

    @Test
    void nothing_is_read_twice_and_other_mails_are_left_as_they_are() throws Exception {
        String tag = notice(LI);
        comesBack("postfix-delayed", tag, LI);
        comesBack("qq", tag, LI);
        comesBack("absence", tag, LI);
        comesBack("person", tag, LI);
        line.readBounces();
        Map<String, Long> once = Map.of("delayed", 1L, "unreadable", 1L, "auto-reply", 1L, "other", 1L);
        assertThat(counts()).isEqualTo(once);
        assertThat(seen()).as("the report alone").isOne();
        line.restart();
        line.readBounces();
        assertThat(counts()).isEqualTo(once);
        assertThat(isBroken(LI)).isFalse();
    }

    @Test
    void reports_that_were_read_are_moved_where_that_is_wanted() throws Exception {
        line.set("mail.bounces.moveTo", "Greenpark");
        String tag = notice(LI);
        comesBack("postfix", tag, LI);
        comesBack("person", tag, LI);
        line.readBounces();
        assertThat(folder().getMessageCount()).isOne();
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(mailbox, "Greenpark")
                        .getMessageCount())
                .isOne();
        line.readBounces();
        assertThat(counts()).containsOnly(Map.entry("failed", 1L), Map.entry("other", 1L));
    }

    @Test
    void mails_that_are_late_count_and_break_an_address_once_there_are_so_many() throws Exception {
        line.set("mail.bounces.delayedLimit", "2");
        String first = notice(LI);
        // However often one is late, it is one.
        comesBack(Samples.text("postfix-delayed", first, LI, "1"));
        comesBack(Samples.text("postfix-delayed", first, LI, "2"));
        line.readBounces();
        assertThat(isBroken(LI)).isFalse();
        line.forgetMailbox().readBounces();
        assertThat(isBroken(LI)).isFalse();
        comesBack(Samples.text("postfix-delayed", notice(LI), LI, "3"));
        line.readBounces();
        assertThat(isBroken(LI)).isTrue();
    }

    @Test
    void a_report_about_somebody_else_or_without_proof_changes_nothing() throws Exception {
        String tag = notice(LI);
        comesBack("postfix", tag, "wang@tool-works.example");
        comesBack("postfix", tag.substring(0, tag.indexOf('.')), LI);
        comesBack("postfix", tag.substring(0, tag.length() - 1) + (tag.endsWith("0") ? "1" : "0"), LI);
        line.readBounces();
        assertThat(counts()).containsExactly(Map.entry("not-ours", 3L));
        assertThat(isBroken(LI)).isFalse();
        assertThat(isBroken("wang@tool-works.example")).isFalse();
        assertThat(seen()).isZero();
    }

    @Test
    void a_mailbox_whose_numbers_begin_anew_is_read_again_and_its_reports_count_once() throws Exception {
        line.set("mail.bounces.delayedLimit", "2");
        String tag = notice(LI);
        comesBack("postfix-delayed", tag, LI);
        line.readBounces();
        line.renumberMailbox();
        comesBack("exim", notice(LI), LI);
        line.readBounces();
        assertThat(counts()).containsOnly(Map.entry("delayed", 2L), Map.entry("failed", 1L));
        assertThat(isBroken(LI)).isTrue();
        line.contacts().confirm(line, contact(LI).id(), "wang.fang", true, "called him");
        line.renumberMailbox().readBounces();
        assertThat(isBroken(LI)).as("what was known before").isFalse();
    }

    @Test
    void what_lay_there_before_the_first_look_is_left_alone() throws Exception {
        line.set("mail.bounces.folder", "INBOX");
        assertThat(counts()).isEmpty();
        GreenMailUser other = server.setUser("old@jindong.example", "old", "s3cret");
        other.deliver(Samples.mail(Samples.text("qq", "x", LI)));
        line.set("mail.bounces.username", "old");
        line.readBounces();
        line.readBounces();
        assertThat(counts()).isEmpty();
        assertThat(Objects.requireNonNull(line.bounceCounts()).of("unreadable")).isZero();
    }

    @Test
    void a_mailbox_that_is_away_or_refuses_is_said_without_its_password() {
        line.set("mail.bounces.password", "wrong-one");
        assertThatThrownBy(line::readBounces)
                .isInstanceOf(ExpectedFailure.class)
                .hasMessageContaining("bounces@127.0.0.1/INBOX")
                .hasMessageContaining("mail.bounces.username")
                .hasMessageNotContaining("wrong-one");
        line.set("mail.bounces.password", "s3cret");
        line.set("mail.bounces.folder", "Nowhere");
        assertThatThrownBy(line::readBounces).hasMessageContaining("bounces@127.0.0.1/Nowhere");
    }

    @Test
    void a_server_for_which_nobody_vouches_is_not_told_the_password() {
        GreenMail impostor = new GreenMail(ServerSetup.IMAPS.dynamicPort());
        impostor.start();
        try {
            impostor.setUser(SENDER, "bounces", "s3cret");
            line.set("mail.bounces.tls", "tls");
            line.set("mail.bounces.port", String.valueOf(impostor.getImaps().getPort()));
            assertThatThrownBy(line::readBounces)
                    .isInstanceOf(ExpectedFailure.class)
                    .rootCause()
                    .hasMessageContaining("certification path");
        } finally {
            impostor.stop();
        }
    }

    @Test
    void what_another_process_has_read_meanwhile_is_not_counted_again() throws Exception {
        comesBack("postfix-delayed", notice(LI), LI);
        comesBack("person", "x", LI);
        // The other process was faster: it has noted these mails after they were fetched here, and before they are
        // noted here.
        line.readBouncesOvertaken();
        assertThat(counts()).isEmpty();
        assertThat(seen()).isZero();
    }

    @Test
    void mails_come_back_to_an_address_of_their_own_where_one_is_set() throws Exception {
        line.set("mail.bounces.returnPath", "bounces+{id}@jindong.example");
        String tag = notice(LI);
        MimeMessage sent = server.getReceivedMessagesForDomain(LI)[0];
        assertThat(returnPath(sent)).isEqualTo("<bounces+" + tag + "@jindong.example>");
        assertThat(sent.getHeader(ReturnTags.HEADER)).containsExactly(tag);
        // By the address alone it is known.
        String text = Samples.text("exim", tag, LI).replace("References: <" + tag + "@jindong.example>\r\n", "");
        comesBack(text);
        line.readBounces();
        assertThat(isBroken(LI)).isTrue();
    }

    private static @Nullable String returnPath(MimeMessage sent) throws MessagingException {
        String[] paths = sent.getHeader("Return-Path");
        return paths == null ? null : paths[0];
    }
}
