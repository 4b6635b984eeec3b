package io.greenpark.alerts.outbox;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.CLUE_NOX;
import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.rulebook.RuleDocuments.exceeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.desk.Act;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.mute.Mute;
import io.greenpark.alerts.mute.MuteDesk;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.books.BooksKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told when, as shipped: 2026-11-23 is a Monday. 李工 is the enterprise's, Desk the bureau's. */
class TellingTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void people() {
        line.bureau("Desk", "desk@jindong.example")
                .registry(new TestPark().withoutAreaContacts())
                .tellAsShipped();
    }

    private static final Map<DetailField, String> ANSWER = Map.of(
            DetailField.CAUSE, "treatment",
            DetailField.FROM, "2026-11-22T17:00:00Z",
            DetailField.MEASURES, "已更换加药泵",
            DetailField.RESPONSIBLE, "张工");
    private static final Actor LI = Actor.ofOffice("li", "li", Set.of(Role.OFFICER));
    private static final Actor CONTACT = Actor.ofEnterprise("zhang", "zhang");

    /** Who is told of what when: {@code 李工 RAISED 2026-11-23T11:10}. */
    private List<String> told() {
        return line.books().read(handle -> handle.createQuery("SELECT o.recipient, s.kind, o.next_attempt_ms"
                        + " FROM alert_outbox o JOIN alert_step s ON s.case_id = o.case_id AND s.number = o.step"
                        + " ORDER BY o.created_ms, o.step, o.recipient DESC")
                .map((row, context) -> row.getString("recipient") + " " + row.getString("kind") + " "
                        + local(row.getLong("next_attempt_ms")))
                .list());
    }

    private static LocalDateTime local(long ms) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(ms), ParkTime.SHANGHAI);
    }

    private void exceed(String mean) {
        line.at("2026-11-23T02:10").hour(NOX, "2026-11-23T01:00", mean, 0.98);
    }

    @Test
    void an_hourly_mean_of_air_is_told_to_the_enterprise_at_once_and_to_the_authority_in_the_morning() {
        exceed("212");
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T02:10", "Desk RAISED 2026-11-23T08:30");
    }

    @Test
    void what_waits_for_the_morning_says_so_until_it_is_brought_forward() {
        exceed("212");
        assertThat(planned()).containsExactly("Desk digest", "李工 null");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "215", 0.98);
        line.escalationsAt("2026-11-23T04:10");
        assertThat(planned()).containsExactly("Desk null", "李工 null", "Desk null");
    }

    private List<String> planned() {
        return line.cases().notifications(line.only(Case.Rule.LIMIT_EXCEEDED).id()).stream()
                .map(n -> n.recipient() + " " + n.planned())
                .toList();
    }

    @Test
    void twice_the_limit_is_told_to_the_authority_at_once() {
        exceed("400");
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T02:10", "Desk RAISED 2026-11-23T02:10");
    }

    @Test
    void what_runs_for_two_hours_is_told_to_the_authority_at_once_with_what_waited() {
        exceed("212");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "215", 0.98);
        line.escalationsAt("2026-11-23T04:10");
        assertThat(told())
                .containsExactly(
                        "李工 RAISED 2026-11-23T02:10",
                        "Desk RAISED 2026-11-23T04:10",
                        "Desk ESCALATED_TO_OFFICE 2026-11-23T04:10");
        assertThat(Timeline.events(line.only(Case.Rule.LIMIT_EXCEEDED))).contains(CaseEvent.Kind.ESCALATED_TO_OFFICE);
        line.escalationsAt("2026-11-23T05:10");
        assertThat(told()).hasSize(3);
    }

    @Test
    void what_nobody_answers_for_two_hours_is_told_to_the_authority_and_once_only() {
        exceed("212");
        line.escalationsAt("2026-11-23T04:09");
        assertThat(told()).hasSize(2);
        line.escalationsAt("2026-11-23T04:10").escalationsAt("2026-11-23T04:11");
        line.restart().escalationsAt("2026-11-23T06:00");
        assertThat(told()).hasSize(3).contains("Desk ESCALATED_TO_OFFICE 2026-11-23T04:10");
    }

    @Test
    void what_the_enterprise_answered_waits_for_the_morning() {
        exceed("212");
        Case c = line.only(Case.Rule.LIMIT_EXCEEDED);
        Map<DetailField, String> answer = Map.of(
                DetailField.CAUSE, "treatment",
                DetailField.FROM, "2026-11-22T17:00:00Z",
                DetailField.MEASURES, "已更换加药泵",
                DetailField.RESPONSIBLE, "张工");
        line.desk()
                .act(
                        c.id(),
                        new Act(HandlingAction.ANSWER, CONTACT, c.events().size(), new StepDetails(answer, List.of())));
        line.escalationsAt("2026-11-23T07:00");
        assertThat(told())
                .containsExactly(
                        "李工 RAISED 2026-11-23T02:10", "Desk RAISED 2026-11-23T08:30", "Desk ANSWERED 2026-11-23T08:30");
    }

    @Test
    void what_one_side_does_is_told_to_the_other_and_what_is_internal_to_nobody() {
        exceed("212");
        line.at("2026-11-23T10:00");
        act(HandlingAction.ANSWER, CONTACT, ANSWER);
        act(HandlingAction.COMMENT, LI, Map.of(DetailField.WORD, "等现场照片"));
        act(HandlingAction.RETURN, LI, Map.of(DetailField.REASON, "请补充更换记录", DetailField.TERM, "2026-11-24T09:00:00Z"));
        assertThat(told())
                .containsExactly(
                        "李工 RAISED 2026-11-23T02:10",
                        "Desk RAISED 2026-11-23T08:30",
                        "Desk ANSWERED 2026-11-23T10:00",
                        "李工 RETURNED 2026-11-23T10:00");
        String body = line.books().read(handle -> handle.createQuery("SELECT body FROM alert_outbox WHERE step = 4")
                .mapTo(String.class)
                .one());
        assertThat(body).contains("说明：请补充更换记录");
    }

    @Test
    void a_term_that_passed_is_told_once() {
        exceed("212");
        line.handlingAt("2026-11-25T03:00").handlingAt("2026-11-25T04:00");
        assertThat(told()).filteredOn(t -> t.contains("OVERDUE")).hasSize(2);
    }

    private void act(HandlingAction action, Actor by, Map<DetailField, String> details) {
        Case c = line.only(Case.Rule.LIMIT_EXCEEDED);
        line.desk().act(c.id(), new Act(action, by, c.events().size(), new StepDetails(details, List.of())));
    }

    @Test
    void what_is_over_before_the_morning_is_in_the_digest_and_escalates_no_more() {
        exceed("212");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "150", 1);
        line.at("2026-11-23T04:05").hour(NOX, "2026-11-23T03:00", "150", 1);
        line.escalationsAt("2026-11-23T08:00");
        assertThat(told())
                .containsExactly(
                        "李工 RAISED 2026-11-23T02:10",
                        "Desk RAISED 2026-11-23T08:30",
                        "李工 CLEARED 2026-11-23T04:05",
                        "Desk CLEARED 2026-11-23T08:30");
    }

    @Test
    void a_daily_mean_of_water_is_told_to_both_in_the_morning() {
        line.at("2026-11-23T00:10").day(COD, "2026-11-22", "130", 1);
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T08:30", "Desk RAISED 2026-11-23T08:30");
    }

    @Test
    void a_clue_is_told_to_the_enterprise_in_working_hours() {
        line.at("2026-11-23T02:10").hour(CLUE_NOX, "2026-11-23T01:00", "400", 0.98);
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T08:30", "Desk RAISED 2026-11-23T08:30");
    }

    @Test
    void silence_is_told_to_the_contractor_then_to_the_enterprise_then_to_the_authority() {
        line.maintainers(devices -> devices.contains(ANALYSER)
                ? List.of(new Contact("运维", "om@service.example", null, Locale.CHINESE))
                : List.of());
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).silenceAt("2026-11-23T10:30");
        assertThat(told()).containsExactly("运维 RAISED 2026-11-23T10:30");
        line.escalationsAt("2026-11-23T14:29");
        assertThat(told()).hasSize(1);
        line.escalationsAt("2026-11-23T14:30");
        line.escalationsAt("2026-11-24T10:30");
        assertThat(told())
                .containsExactly(
                        "运维 RAISED 2026-11-23T10:30",
                        "李工 ESCALATED_TO_ENTERPRISE 2026-11-23T14:30",
                        "Desk ESCALATED_TO_OFFICE 2026-11-25T08:30");
    }

    /** 王工 is of the park. */
    @Test
    void the_park_is_told_of_its_enterprises_by_the_plan_and_of_no_others() {
        line.registry(new TestPark());
        exceed("212");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "李工 RAISED 2026-11-23T02:10", "Desk RAISED 2026-11-23T08:30", "王工 RAISED 2026-11-23T08:30");
        line.at("2026-11-23T02:20").hour(NOX, "2026-11-23T01:00", "150", 0.98);
        assertThat(told()).as("told of its end, too").contains("王工 WITHDRAWN 2026-11-23T08:30");
    }

    @Test
    void silence_climbs_to_the_park() {
        line.registry(new TestPark());
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).silenceAt("2026-11-23T10:30");
        line.escalationsAt("2026-11-24T10:30");
        assertThat(told()).contains("王工 ESCALATED_TO_PARK 2026-11-25T08:30");
    }

    @Test
    void nobody_is_said_to_be_told_who_is_not_there() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).silenceAt("2026-11-23T10:30");
        line.escalationsAt("2026-11-24T10:30");
        assertThat(Timeline.events(line.only(Case.Rule.DEVICE_SILENT)))
                .contains(CaseEvent.Kind.ESCALATED_TO_OFFICE)
                .doesNotContain(CaseEvent.Kind.ESCALATED_TO_PARK);
    }

    @Test
    void silence_of_what_nobody_looks_after_is_told_to_the_enterprise_at_once() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).silenceAt("2026-11-23T10:30");
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T10:30");
    }

    @Test
    void energy_is_told_once_the_month_is_closed() {
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        assertThat(line.cases(Case.Rule.ENERGY_DECLINE_BEHIND)).hasSize(1);
        line.escalationsAt("2026-10-22T09:00");
        assertThat(told()).isEmpty();
        line.registry(new TestPark().withoutAreaContacts().closed("2026-09"));
        line.escalationsAt("2026-10-22T09:20");
        assertThat(told())
                .containsExactly(
                        "李工 ESCALATED_TO_ENTERPRISE 2026-10-23T08:30", "Desk ESCALATED_TO_OFFICE 2026-10-23T08:30");
    }

    @Test
    void where_months_are_never_closed_energy_is_told_after_forty_days() {
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        line.escalationsAt("2026-11-29T08:59");
        assertThat(told()).isEmpty();
        line.escalationsAt("2026-11-29T09:10");
        assertThat(told()).hasSize(2);
    }

    @Test
    void more_than_an_officer_can_look_at_in_a_day_comes_in_the_morning() {
        line.plan(new NoticePlanKind().shipped().replace("\"office\": 10", "\"office\": 1"));
        exceed("400");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "500", 0.98);
        assertThat(told())
                .containsExactly(
                        "李工 RAISED 2026-11-23T02:10",
                        "Desk RAISED 2026-11-23T02:10",
                        "李工 WORSENED 2026-11-23T03:10",
                        "Desk WORSENED 2026-11-23T08:30");
        line.at("2026-11-24T03:10").hour(NOX, "2026-11-24T02:00", "700", 0.98);
        assertThat(told()).contains("Desk WORSENED 2026-11-24T03:10");
    }

    @Test
    void what_is_brought_forward_with_a_message_counts_as_one_that_an_officer_was_told_at_once() {
        line.plan(new NoticePlanKind().shipped().replace("\"office\": 10", "\"office\": 1"));
        exceed("212");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "212", 0.98);
        line.escalationsAt("2026-11-23T04:10");
        assertThat(told()).contains("Desk ESCALATED_TO_OFFICE 2026-11-23T04:10");
        line.at("2026-11-23T04:20").hour(NOX, "2026-11-23T03:00", "500", 0.98);
        assertThat(told()).contains("Desk WORSENED 2026-11-23T08:30");
    }

    @Test
    void a_case_of_before_there_were_plans_goes_on_being_told_to_everybody_at_once() {
        exceed("212");
        line.books().write(tx -> tx.handle().execute("DELETE FROM alert_tier"));
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "150", 1);
        line.at("2026-11-23T04:10").hour(NOX, "2026-11-23T03:00", "150", 1);
        assertThat(told()).contains("李工 CLEARED 2026-11-23T04:10", "Desk CLEARED 2026-11-23T04:10");
        line.escalationsAt("2026-11-23T09:00");
        assertThat(told()).hasSize(4);
    }

    @Test
    void a_plan_changed_later_leaves_cases_as_they_are_told() {
        exceed("212");
        line.plan(new NoticePlanKind().shipped().replace("\"unansweredFor\": \"2h\"", "\"unansweredFor\": \"1h\""));
        line.escalationsAt("2026-11-23T03:30");
        assertThat(told()).hasSize(2);
        line.escalationsAt("2026-11-23T04:10");
        assertThat(told()).hasSize(3);
    }

    private Mute mute(String from, String to) {
        return new MuteDesk(line.books(), line.clock)
                .add(
                        Mute.Kind.MAINTENANCE,
                        new Mute.Target(Mute.Scope.OUTLET, "boiler"),
                        Set.of(),
                        Timeline.time(from),
                        Timeline.time(to),
                        "li",
                        "更换分析仪");
    }

    @Test
    void in_a_maintenance_window_nobody_is_told_and_afterwards_of_what_still_stands() {
        mute("2026-11-23T01:00", "2026-11-23T06:00");
        exceed("400");
        line.escalationsAt("2026-11-23T05:59");
        assertThat(told()).isEmpty();
        assertThat(line.cases(Case.Rule.LIMIT_EXCEEDED)).hasSize(1);
        line.escalationsAt("2026-11-23T06:01");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "李工 ESCALATED_TO_ENTERPRISE 2026-11-23T06:01", "Desk ESCALATED_TO_OFFICE 2026-11-23T06:01");
    }

    @Test
    void what_is_over_within_a_maintenance_window_is_never_told() {
        mute("2026-11-23T01:00", "2026-11-23T06:00");
        exceed("212");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "150", 1);
        line.at("2026-11-23T04:05").hour(NOX, "2026-11-23T03:00", "150", 1);
        line.escalationsAt("2026-11-23T07:00").escalationsAt("2026-11-24T09:00");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_window_ended_before_its_time_tells_from_then_on_and_another_outlet_s_is_not_muted_by_it() {
        Mute mute = mute("2026-11-23T01:00", "2026-11-23T06:00");
        exceed("212");
        line.at("2026-11-23T02:20").hour(CLUE_NOX, "2026-11-23T01:00", "400", 0.98);
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T08:30", "Desk RAISED 2026-11-23T08:30");
        new MuteDesk(line.books(), line.clock).end(mute.id(), "li");
        line.escalationsAt("2026-11-23T03:11");
        assertThat(told()).contains("李工 ESCALATED_TO_ENTERPRISE 2026-11-23T03:11");
    }

    @Test
    void who_was_told_before_a_window_began_is_told_that_it_is_over() {
        exceed("212");
        mute("2026-11-23T02:30", "2026-11-23T06:00");
        line.at("2026-11-23T03:10").hour(NOX, "2026-11-23T02:00", "500", 1);
        assertThat(told()).hasSize(2);
        line.at("2026-11-23T04:10").hour(NOX, "2026-11-23T03:00", "150", 1);
        line.at("2026-11-23T05:10").hour(NOX, "2026-11-23T04:00", "150", 1);
        assertThat(told()).contains("李工 CLEARED 2026-11-23T05:10");
    }

    /** Over in the ninth hour and answered, over again in the eleventh. */
    private void comesAgainAfterAnAnswer() {
        line.at("2026-11-23T00:10")
                .rule(
                        "limit-exceeded",
                        0,
                        exceeded("district", "", 1, "2026-11-23")
                                .replace(
                                        "\"clearAfter\": 2",
                                        "\"clearAfter\": 1, \"flapTimes\": 2, \"flapWindow\": \"12h\""));
        hour(9, "212");
        line.at("2026-11-23T10:20");
        act(HandlingAction.ANSWER, CONTACT, ANSWER);
        hour(10, "150");
        hour(11, "212");
    }

    private void hour(int hour, String mean) {
        line.at(String.format("2026-11-23T%02d:10", hour + 1))
                .hour(NOX, String.format("2026-11-23T%02d:00", hour), mean, 0.98);
    }

    @Test
    void what_comes_again_runs_since_it_did_and_the_time_between_counts_for_nothing() {
        comesAgainAfterAnAnswer();
        assertThat(told()).contains("李工 AMENDED 2026-11-23T12:10").doesNotContain("Desk AMENDED 2026-11-23T12:10");
        hour(12, "212");
        line.escalationsAt("2026-11-23T13:20");
        assertThat(told()).contains("Desk ESCALATED_TO_OFFICE 2026-11-23T13:20");
    }

    @Test
    void what_comes_again_quietly_is_looked_at_again_and_unanswered_since_it_was_reopened() {
        comesAgainAfterAnAnswer();
        hour(12, "150");
        line.escalationsAt("2026-11-23T14:20");
        assertThat(told()).noneMatch(each -> each.contains("ESCALATED"));
        hour(15, "212");
        line.escalationsAt("2026-11-23T16:20");
        assertThat(told()).contains("Desk ESCALATED_TO_OFFICE 2026-11-23T16:20");
    }

    /** Has 王芳 stand in for the desk for a while. */
    private void absent(String from, String until, boolean seesAll) {
        Contact deputy = new Contact("王芳", "wang.fang@jindong.example", null, Locale.CHINESE);
        line.maintainers(new Maintainers() {
            @Override
            public List<Contact> of(Set<String> devices) {
                return List.of();
            }

            @Override
            public Optional<Contact> standIn(Contact contact, Registry registry, Subject about, Instant at) {
                boolean away = !at.isBefore(Timeline.time(from)) && at.isBefore(Timeline.time(until));
                return away && seesAll && contact.name().equals("Desk") ? Optional.of(deputy) : Optional.empty();
            }

            @Override
            public List<Contact> seeing(Registry registry, Subject about) {
                return seesAll ? List.of(deputy) : List.of();
            }
        });
    }

    private List<String> bodies(String recipient) {
        return line.books().read(handle -> handle.createQuery(
                        "SELECT subject || ' ' || body || ' ' || line FROM alert_outbox WHERE recipient = :r ORDER BY step")
                .bind("r", recipient)
                .mapTo(String.class)
                .list());
    }

    @Test
    void who_is_absent_when_it_is_told_has_his_deputy_told_who_learns_for_whom() {
        absent("2026-11-23T08:00", "2026-11-23T12:00", true);
        exceed("212");
        assertThat(told()).containsExactly("王芳 RAISED 2026-11-23T08:30", "李工 RAISED 2026-11-23T02:10");
        assertThat(bodies("王芳")).singleElement().satisfies(text -> assertThat(text)
                .contains("（代 Desk）金东工具厂", "代办：代 Desk，其外出期间的通知发给您"));
        assertThat(bodies("李工")).singleElement().satisfies(text -> assertThat(text)
                .doesNotContain("Desk"));
        // Who is back hears that what his deputy was told of is over, and the deputy is told no more of it.
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T11:00", "150", 0.98);
        line.at("2026-11-23T14:10").hour(NOX, "2026-11-23T12:00", "150", 0.98);
        assertThat(told()).anyMatch(each -> each.startsWith("Desk CLEARED"));
        assertThat(bodies("王芳")).hasSize(1);
    }

    @Test
    void whoever_may_not_see_it_stands_in_for_nobody() {
        absent("2026-11-23T08:00", "2026-11-23T12:00", false);
        exceed("212");
        assertThat(told()).containsExactly("李工 RAISED 2026-11-23T02:10", "Desk RAISED 2026-11-23T08:30");
    }

    @Test
    void a_deputy_who_is_told_himself_is_told_once() {
        line.bureau(1, "王芳", "wang.fang@jindong.example");
        absent("2026-11-23T00:00", "2026-11-24T00:00", true);
        exceed("212");
        assertThat(told()).containsExactlyInAnyOrder("王芳 RAISED 2026-11-23T08:30", "李工 RAISED 2026-11-23T02:10");
        assertThat(bodies("王芳")).singleElement().satisfies(text -> assertThat(text)
                .doesNotContain("代 Desk"));
    }
}
