package io.greenpark.alerts.receipt;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseEvent.Kind;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.Act;
import io.greenpark.alerts.desk.Receipt.Standing;
import io.greenpark.alerts.desk.Receipts;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.books.BooksKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking note of a case by the link of a message. */
class ReceiptTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/#/a\\?t=([0-9A-Za-z]+)");
    private static final Contact LI = new Contact("李工", "li@tool-works.example", null, Locale.CHINESE);
    private static final Contact WU = new Contact("吴工", "wu@tool-works.example", null, Locale.CHINESE);
    private static final Actor OFFICER = Actor.ofOffice("wang", "wang", Set.of(Role.OFFICER));
    private static final Actor LEAD = Actor.ofOffice("zhao", "zhao", Set.of(Role.OFFICER));

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private Case exceeded() {
        line.registry(new TestPark().onlyContacts(LI, WU));
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 1);
        return line.only(LIMIT_EXCEEDED);
    }

    private Optional<String> bodyTo(String recipient) {
        return line.books().read(handle -> handle.createQuery(
                        "SELECT body FROM alert_outbox WHERE recipient = :r" + " ORDER BY created_ms DESC, step DESC")
                .bind("r", recipient)
                .mapTo(String.class)
                .findFirst());
    }

    private String linkTo(String recipient) {
        Matcher found = LINK.matcher(bodyTo(recipient).orElseThrow());
        assertThat(found.find()).as("a link to %s", recipient).isTrue();
        return found.group(1);
    }

    private ShownReceipt shown(String token) {
        return line.receipts.look(token).orElseThrow();
    }

    private ShownReceipt press(String token) {
        return line.receipts
                .acknowledge(token, Objects.requireNonNull(shown(token).press()))
                .orElseThrow();
    }

    private Case now(Case c) {
        return line.cases().find(c.id()).orElseThrow();
    }

    private Case act(Case c, HandlingAction action, Actor by, Map<DetailField, String> details) {
        return line.desk()
                .act(c.id(), new Act(action, by, now(c).events().size(), new StepDetails(details, List.of())));
    }

    private static HandlingStage stage(Case c) {
        return Objects.requireNonNull(c.handling()).stage();
    }

    @Test
    void the_button_takes_note_for_whom_the_message_went_to_once() {
        Case c = exceeded();
        String token = linkTo("李工");
        assertThat(shown(token)).satisfies(it -> {
            assertThat(it.number()).isEqualTo("YJ-2026-0001");
            assertThat(it.said()).isEqualTo("预警触发：金东工具厂：锅炉烟囱 氮氧化物小时均值超标（212.4 mg/m³，限值 200）");
            assertThat(it.ofEnterprise()).isTrue();
            assertThat(it.due()).isEqualTo(time("2026-11-24T11:10"));
            assertThat(it.receipt().standing()).isEqualTo(Standing.OPEN);
        });
        assertThat(line.clock).isNotNull();
        line.clock.set(time("2026-11-23T11:25"));
        assertThat(press(token).receipt()).satisfies(receipt -> {
            assertThat(receipt.standing()).isEqualTo(Standing.DONE);
            assertThat(receipt.by()).isEqualTo("李工");
            assertThat(receipt.at()).isEqualTo(time("2026-11-23T11:25"));
        });
        Case after = now(c);
        CaseEvent step = after.events().get(after.events().size() - 1);
        assertThat(step.kind()).isEqualTo(Kind.ACKNOWLEDGED);
        assertThat(step.by()).isEqualTo("李工");
        assertThat(step.comment()).isEqualTo(Receipts.BY_LINK);
        assertThat(stage(after)).isEqualTo(HandlingStage.ACKNOWLEDGED);
        assertThat(after.acknowledgedBy()).isEqualTo("李工");

        line.clock.set(time("2026-11-23T12:00"));
        for (String again : List.of(token, linkTo("吴工"))) {
            assertThat(shown(again).press()).as("there is no button any more").isNull();
            assertThat(shown(again).receipt()).satisfies(receipt -> {
                assertThat(receipt.standing()).isEqualTo(Standing.ALREADY);
                assertThat(receipt.by()).isEqualTo("李工");
                assertThat(receipt.at()).isEqualTo(time("2026-11-23T11:25"));
            });
        }
        assertThat(now(c).events()).isEqualTo(after.events());
    }

    @Test
    void looking_changes_nothing_however_often() {
        Case c = exceeded();
        String token = linkTo("李工");
        int before = line.books().writes();
        for (int i = 0; i < 1_000; i++) {
            line.receipts.look(token);
        }
        assertThat(line.books().writes()).isEqualTo(before);
        assertThat(now(c)).isEqualTo(line.only(LIMIT_EXCEEDED));
        assertThat(stage(now(c))).isEqualTo(HandlingStage.PUSHED);
    }

    @Test
    void a_press_without_what_its_page_has_is_none() {
        Case c = exceeded();
        String token = linkTo("李工");
        String others = Objects.requireNonNull(shown(linkTo("吴工")).press());
        for (String press : List.of("", "1990000000.0123456789abcdef", others)) {
            assertThat(line.receipts.acknowledge(token, press)).isEmpty();
        }
        assertThat(stage(now(c))).isEqualTo(HandlingStage.PUSHED);
    }

    @Test
    void many_presses_at_once_are_one_step() throws Exception {
        Case c = exceeded();
        List<String> tokens = List.of(linkTo("李工"), linkTo("吴工"));
        List<String> presses = tokens.stream()
                .map(t -> Objects.requireNonNull(shown(t).press()))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Optional<ShownReceipt>>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int which = i % 2;
            all.add(pool.submit(() -> line.receipts.acknowledge(tokens.get(which), presses.get(which))));
        }
        int done = 0;
        for (Future<Optional<ShownReceipt>> each : all) {
            done += each.get().orElseThrow().receipt().standing() == Standing.DONE ? 1 : 0;
        }
        pool.shutdown();
        assertThat(done).isEqualTo(1);
        assertThat(Timeline.events(now(c))).containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED);
    }

    @Test
    void whoever_is_a_contact_no_more_has_no_link_from_that_minute() {
        Case c = exceeded();
        String token = linkTo("李工");
        String press = Objects.requireNonNull(shown(token).press());
        line.registry(new TestPark().onlyContacts(WU));
        assertThat(line.receipts.look(token)).isEmpty();
        assertThat(line.receipts.acknowledge(token, press)).isEmpty();
        line.registry(
                new TestPark().onlyContacts(WU, new Contact("李工的继任", "li@tool-works.example", null, Locale.CHINESE)));
        assertThat(line.receipts.acknowledge(token, press))
                .as("another one at the same address")
                .isEmpty();
        assertThat(stage(now(c))).isEqualTo(HandlingStage.PUSHED);
        assertThat(line.receipts.look(linkTo("吴工"))).isPresent();
    }

    @Test
    void it_expires() {
        Case c = exceeded();
        String token = linkTo("李工");
        String press = Objects.requireNonNull(shown(token).press());
        line.clock.set(time("2026-11-30T12:10"));
        assertThat(line.receipts.look(token)).isEmpty();
        assertThat(line.receipts.acknowledge(token, press)).isEmpty();
        assertThat(stage(now(c))).isEqualTo(HandlingStage.PUSHED);
    }

    @Test
    void a_case_that_is_withdrawn_or_closed_says_so() {
        Case c = exceeded();
        String token = linkTo("李工");
        String press = Objects.requireNonNull(shown(token).press());
        act(c, HandlingAction.MISREPORT, OFFICER, Map.of(DetailField.REASON, "校准"));
        act(c, HandlingAction.CLOSE, LEAD, Map.of(DetailField.REASON, "误报"));
        assertThat(line.receipts
                        .acknowledge(token, press)
                        .orElseThrow()
                        .receipt()
                        .standing())
                .isEqualTo(Standing.CLOSED);
        line.at("2026-11-23T15:00").hour(NOX, "2026-11-23T10:00", "180", 1);
        assertThat(shown(token).receipt().standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(Timeline.events(now(c))).doesNotContain(Kind.ACKNOWLEDGED);
    }

    @Test
    void an_officer_has_seen_it_by_his_link_and_the_enterprise_is_still_to_take_note() {
        line.bureau("值班室", "duty@jindong.example");
        Case c = exceeded();
        String token = linkTo("值班室");
        assertThat(shown(token).ofEnterprise()).isFalse();
        assertThat(press(token).receipt().standing()).isEqualTo(Standing.DONE);
        Case after = now(c);
        assertThat(stage(after)).isEqualTo(HandlingStage.PUSHED);
        assertThat(after.acknowledgedBy()).isNull();
        assertThat(after.events().get(1)).satisfies(step -> {
            assertThat(step.by()).isEqualTo("值班室");
            assertThat(step.account()).isEqualTo(Receipts.OFFICE);
        });
        assertThat(shown(token).receipt().standing()).isEqualTo(Standing.ALREADY);
        assertThat(press(linkTo("李工")).receipt().standing()).isEqualTo(Standing.DONE);
    }

    @Test
    void what_wants_no_answer_has_no_link() {
        line.registry(new TestPark().onlyContacts(LI));
        line.at("2026-11-23T10:25").hour(NOX, "2026-11-23T10:00", "184.2", 0.4);
        assertThat(bodyTo("李工").orElseThrow()).contains("预警").doesNotContain("#/a?t=");
    }
}
