package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.access.account.UserAccount;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.outbox.Audience;
import io.greenpark.alerts.outbox.Group;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.dashboards.fixture.SampleMail;
import io.greenpark.dashboards.monday.MondayRounds;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaders are told on Mondays how the week went: once, each of the own part, also where the platform was down. 2026-11-23 is a Monday. */
class MondayTest {
    private static final List<Group> GROUPS =
            List.of(group("leaders", Audience.MIXED), group("district", new Audience(Subject.district("jindong"))));

    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock(at("2026-11-18T09:00"));
    private SampleConsole console;
    private Person chen;
    private Person fu;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), ConsoleSources::within);
        chen = leader("chen", Scope.DISTRICT);
        fu = leader("fu", Scope.parks(Set.of("fucun")));
        Person.with(console, "zhou", Set.of(Grant.everywhere(Role.LEADER)));
        round();
        assertThat(mails())
                .as("of what was before the first start nobody is told")
                .isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    private static Group group(String id, Audience audience) {
        return new Group(id, id, Group.Kind.WECOM, "https://robot.example/" + id, null, audience, Locale.CHINESE, 20);
    }

    private Person leader(String name, Scope scope) {
        Person person = Person.with(console, name, Set.of(new Grant(Role.LEADER, scope)));
        UserAccount account = console.identities().accounts().find(name).orElseThrow();
        console.identities()
                .accounts()
                .change(
                        name,
                        new UserAccount.Person(name, name + "@jindong.example", null),
                        account.grants(),
                        UserAccount.State.OPEN,
                        account.version(),
                        Viewer.ofAll("officer"));
        return person;
    }

    /** A round of a process that has just started. */
    private void round() {
        new MondayRounds(console.sources(), new LetterBox(List.of(new SampleMail()), GROUPS), clock).step();
    }

    private void roundAt(String local) {
        clock.set(at(local));
        round();
    }

    private List<String> mails() {
        return console.sources().books().<List<String>, RuntimeException>read(handle -> handle.createQuery(
                        "SELECT target, about FROM letter_outbox ORDER BY about, target")
                .map((row, context) -> row.getString("target") + " " + row.getString("about"))
                .list());
    }

    private String mail(String to) {
        return console.sources().books().<String, RuntimeException>read(handle -> handle.createQuery(
                        "SELECT body FROM letter_outbox WHERE target = :to ORDER BY about DESC LIMIT 1")
                .bind("to", to)
                .mapTo(String.class)
                .one());
    }

    @Test
    void leaders_are_told_on_monday_at_the_hour_of_the_plan_and_once() {
        roundAt("2026-11-23T08:29");
        assertThat(mails()).isEmpty();
        roundAt("2026-11-23T08:30");
        List<String> told = mails();
        assertThat(told)
                .as("who has no address of mail is not told")
                .containsExactly(
                        "chen@jindong.example monday-2026-11-23-district",
                        "fu@jindong.example monday-2026-11-23-fucun");
        roundAt("2026-11-23T08:31");
        roundAt("2026-11-26T12:00");
        assertThat(mails()).isEqualTo(told);
        roundAt("2026-11-30T08:30");
        assertThat(mails()).hasSize(4);
    }

    @Test
    void a_monday_on_which_the_platform_was_down_is_told_as_long_as_the_week_lasts() {
        roundAt("2026-11-25T15:00");
        assertThat(mails()).hasSize(2);
        roundAt("2026-12-08T09:00");
        assertThat(mails())
                .as("the week of which nobody was told is over")
                .hasSize(4)
                .noneMatch(mail -> mail.contains("2026-11-30"));
    }

    @Test
    void what_ends_before_all_is_written_is_told_by_the_next_start() {
        clock.set(at("2026-11-23T08:30"));
        LetterBox failing = new LetterBox(List.of(new SampleMail() {
            @Override
            public Content compose(String messageId, Letter letter, Recipient recipient) {
                if (String.valueOf(recipient.email()).startsWith("fu")) {
                    throw new IllegalStateException("killed");
                }
                return super.compose(messageId, letter, recipient);
            }
        }));
        assertThatThrownBy(() -> new MondayRounds(console.sources(), failing, clock).step())
                .hasMessage("killed");
        assertThat(mails()).isEmpty();
        round();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void each_is_told_of_the_own_part_alone() {
        roundAt("2026-11-23T08:30");
        assertThat(mail("chen@jindong.example")).contains("金东区", "傅村", "孝顺", "上周预警");
        assertThat(mail("fu@jindong.example")).contains("傅村").doesNotContain("金东区", "孝顺");
        JsonObject page = page(fu, "/monday?week=2026-11-23");
        assertThat(page.getString("told")).isEqualTo("2026-11-23T08:30:00+08:00");
        assertThat(page.getJsonArray("rows").stream()
                        .map(JsonObject.class::cast)
                        .map(row -> row.getString("id")))
                .containsExactly("fucun");
        assertThat(page(chen, "/monday").getJsonArray("rows").getJsonObject(0).getString("scope"))
                .isEqualTo("district");
    }

    @Test
    void who_looks_after_single_enterprises_is_told_of_these() {
        String enterprise = console.sources()
                .registry()
                .current()
                .enterprisesOfPark("fucun")
                .get(0)
                .id();
        Person lu = leader("lu", Scope.enterprises(Set.of(enterprise)));
        roundAt("2026-11-23T08:30");
        assertThat(mails()).anyMatch(mail -> mail.startsWith("lu@jindong.example monday-2026-11-23-"));
        JsonObject page = page(lu, "/monday?week=2026-11-23");
        assertThat(page.getString("told")).isNotNull();
        assertThat(page.getJsonArray("rows")).hasSize(1).first().satisfies(row -> assertThat(
                        ((JsonObject) row).getString("scope") + " " + ((JsonObject) row).getString("id"))
                .isEqualTo("enterprise " + enterprise));
        assertThat(mail("lu@jindong.example")).doesNotContain("金东区", "孝顺");
    }

    @Test
    void objections_are_counted_within_the_own_part() {
        long days = Duration.ofDays(14).toMillis();
        console.sources().books().write(tx -> tx.handle()
                .execute(
                        "UPDATE objection SET filed_ms = filed_ms - ?, due_ms = due_ms - ?, ended_ms = ended_ms - 604800000",
                        days,
                        days));
        JsonObject whole = page(chen, "/monday").getJsonObject("objections");
        JsonObject part = page(fu, "/monday").getJsonObject("objections");
        assertThat(whole.getLong("open") + whole.getLong("decided")).isPositive();
        assertThat(part.getLong("open")).isLessThanOrEqualTo(whole.getLong("open"));
        assertThat(whole.getLong("overdue")).isLessThanOrEqualTo(whole.getLong("open"));
    }

    @Test
    void two_with_one_mailbox_and_different_parts_are_sent_both_pages() {
        UserAccount account = console.identities().accounts().find("fu").orElseThrow();
        console.identities()
                .accounts()
                .change(
                        "fu",
                        new UserAccount.Person("fu", "chen@jindong.example", null),
                        account.grants(),
                        UserAccount.State.OPEN,
                        account.version(),
                        Viewer.ofAll("officer"));
        roundAt("2026-11-23T08:30");
        assertThat(mails())
                .containsExactly(
                        "chen@jindong.example monday-2026-11-23-district",
                        "chen@jindong.example monday-2026-11-23-fucun");
    }

    @Test
    void any_week_can_be_looked_at_and_what_is_no_monday_is_refused() {
        JsonObject past = page(chen, "/monday?week=2026-11-09");
        assertThat(past.getValue("told")).as("made of what is known now").isNull();
        assertThat(past.getString("newest")).isEqualTo("2026-11-23");
        HttpResponse<String> tuesday = chen.get("/monday?week=2026-11-10");
        assertThat(tuesday.statusCode()).isEqualTo(400);
        assertThat(tuesday.body()).contains("2026-11-10", "give a Monday");
        assertThat(chen.get("/monday?week=2026-11-30").statusCode()).isEqualTo(400);
    }

    @Test
    void who_has_another_part_by_now_is_shown_that() {
        roundAt("2026-11-23T08:30");
        UserAccount account = console.identities().accounts().find("chen").orElseThrow();
        console.identities()
                .accounts()
                .change(
                        "chen",
                        account.person(),
                        Set.of(new Grant(Role.LEADER, Scope.parks(Set.of("xiaoshun")))),
                        UserAccount.State.OPEN,
                        account.version(),
                        Viewer.ofAll("officer"));
        JsonObject page = page(chen, "/monday?week=2026-11-23");
        assertThat(page.getValue("told")).isNull();
        assertThat(page.getJsonArray("rows")).hasSize(1);
        assertThat(page.encode()).contains("xiaoshun").doesNotContain("fucun", "\"district\"");
    }

    @Test
    void the_plan_says_who_and_when() {
        JsonObject plan = new JsonObject(new NoticePlanKind().shipped());
        plan.put(
                "monday",
                new JsonObject(
                        "{\"at\": \"10:00\", \"roles\": [\"auditor\"], \"groups\": [\"leaders\", \"district\"]}"));
        new Policies<>(new NoticePlanKind())
                .change(console.sources().books(), Clock.systemUTC(), plan.encode(), 0, "li", "试行")
                .orElseThrow();
        roundAt("2026-11-23T09:00");
        assertThat(mails()).isEmpty();
        roundAt("2026-11-23T10:00");
        assertThat(mails()).as("no leader, and no robot without its channel").isEmpty();
    }

    private static JsonObject page(Person by, String path) {
        HttpResponse<String> answer = by.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }
}
