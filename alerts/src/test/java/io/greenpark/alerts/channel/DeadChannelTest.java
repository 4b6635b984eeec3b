package io.greenpark.alerts.channel;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.cases.Case.Rule.CHANNEL_DEAD;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.cases.NotificationStatus.State;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ways of telling people on which nothing gets through. */
class DeadChannelTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final Sink robot = new Sink("{\"errcode\":0}", "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
    private final Sink desk = new Sink("", "");

    @BeforeEach
    void a_group_and_a_recipient_of_the_bureau() {
        line.set(
                "alerts.groups.0.kind",
                "dingtalk",
                "alerts.groups.0.id",
                "duty",
                "alerts.groups.0.url",
                robot.url() + "/robot/send?access_token=t0ken",
                "alerts.groups.0.audience",
                "district/jindong",
                "alerts.recipients.0.name",
                "值班室",
                "alerts.recipients.0.webhook",
                desk.url() + "/hook?token=s3cret",
                "alerts.webhook.timeout",
                "1s");
        line.registry(new TestPark().onlyContacts());
        robot.mood = n -> Sink.Mood.REFUSES;
    }

    @AfterEach
    void stop() {
        robot.close();
        desk.close();
    }

    private void exceed() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
    }

    /** Delivers what is due for a time, every minute. */
    private void goOn(Duration time) {
        for (long minute = 0; minute <= time.toMinutes(); minute++) {
            line.deliver().lookAtChannels();
            line.clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void a_robot_that_takes_nothing_for_an_hour_is_a_case_told_on_the_ways_that_work() {
        exceed();
        goOn(Duration.ofMinutes(59));
        assertThat(line.cases(CHANNEL_DEAD)).isEmpty();
        goOn(Duration.ofMinutes(2));
        Case dead = line.only(CHANNEL_DEAD);
        assertThat(dead.subject()).isEqualTo("dingtalk/duty");
        assertThat(dead.title().zh()).isEqualTo("通知渠道不通：钉钉群机器人（duty）");
        assertThat(dead.text().zh() + dead.text().en()).doesNotContain("t0ken");
        assertThat(line.cases().notifications(dead.id()))
                .filteredOn(n -> n.channel().equals("webhook"))
                .extracting(NotificationStatus::state)
                .containsExactly(State.DELIVERED);
    }

    @Test
    void what_gets_through_again_clears_it() {
        exceed();
        goOn(Duration.ofMinutes(61));
        robot.mood = n -> Sink.Mood.TAKES;
        goOn(Duration.ofMinutes(61));
        assertThat(events(line.only(CHANNEL_DEAD))).containsExactly(RAISED, CLEARED);
        goOn(Duration.ofMinutes(5));
        assertThat(line.cases(CHANNEL_DEAD)).hasSize(1);
    }

    @Test
    void one_failure_before_a_delivery_is_none() {
        robot.mood = n -> n == 0 ? Sink.Mood.REFUSES : Sink.Mood.TAKES;
        exceed();
        goOn(Duration.ofMinutes(90));
        assertThat(line.cases(CHANNEL_DEAD)).isEmpty();
    }

    @Test
    void a_recipient_of_the_bureau_that_is_not_reached_is_told_to_the_others() {
        robot.mood = n -> Sink.Mood.TAKES;
        desk.mood = n -> Sink.Mood.FAILS;
        exceed();
        goOn(Duration.ofMinutes(61));
        Case dead = line.only(CHANNEL_DEAD);
        assertThat(dead.subject()).isEqualTo("webhook/值班室");
        assertThat(line.cases().notifications(dead.id()))
                .filteredOn(n -> n.channel().equals("dingtalk"))
                .extracting(NotificationStatus::state)
                .containsExactly(State.DELIVERED);
    }

    @Test
    void what_failed_before_the_upgrade_is_no_case() {
        exceed();
        goOn(Duration.ofMinutes(30));
        line.books().write(tx -> tx.handle().execute("DELETE FROM channel_state"));
        line.upgrade();
        goOn(Duration.ofMinutes(45));
        assertThat(line.cases(CHANNEL_DEAD)).isEmpty();
    }

    @Test
    void a_group_that_is_taken_out_of_the_settings_ends_its_case() {
        exceed();
        goOn(Duration.ofMinutes(61));
        line.set("alerts.groups.0.id", "other");
        line.lookAtChannels();
        assertThat(line.cases(CHANNEL_DEAD).get(0).state()).isNotEqualTo(Case.State.OPEN);
    }
}
