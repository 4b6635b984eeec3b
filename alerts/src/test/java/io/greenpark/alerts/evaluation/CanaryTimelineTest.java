package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.CANARY_MISSING;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.NotificationStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CanaryTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline();

    @BeforeEach
    void the_platform_listens_and_the_bureau_is_a_recipient() {
        line.at("2026-11-23T10:00").bureau("Duty desk", "duty@bureau.example");
        line.canary(true).canaryAt("2026-11-23T10:01");
    }

    @Test
    void a_missing_canary_is_a_case_of_the_platform_that_notifies_only_the_bureau() {
        line.canaryAt("2026-11-23T10:04");
        assertThat(line.cases(CANARY_MISSING)).isEmpty();
        line.canaryAt("2026-11-23T10:05");
        Case missing = line.only(CANARY_MISSING);
        assertThat(missing.enterpriseId()).isNull();
        assertThat(missing.about().id()).isEqualTo(TestPark.DISTRICT);
        assertThat(missing.subject()).isEqualTo("platform");
        assertThat(missing.since()).isEqualTo(time("2026-11-23T10:00"));
        assertThat(missing.title().zh()).isEqualTo("平台自检：探测读数未到达");
        assertThat(missing.text().en()).contains("Operations", "2026-11-23 10:00");
        assertThat(line.cases().notifications(missing.id()))
                .extracting(NotificationStatus::recipient)
                .containsExactly("Duty desk");
    }

    @Test
    void an_arrival_clears_it() {
        line.canaryAt("2026-11-23T10:10").canary(true).canaryAt("2026-11-23T10:11");
        assertThat(events(line.only(CANARY_MISSING))).containsExactly(RAISED, CLEARED);
        line.canaryAt("2026-11-23T10:12");
        assertThat(line.notifications()).containsExactly("canary-missing RAISED", "canary-missing CLEARED");
    }

    @Test
    void a_canary_heard_but_not_stored_is_missing_whatever_the_lag() {
        line.signsLag = 1_000_000;
        line.canaryAt("2026-11-23T10:04").canary(false).canaryAt("2026-11-23T10:06");
        assertThat(line.only(CANARY_MISSING).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void a_canary_is_not_missing_while_the_platform_does_not_run() {
        line.canaryAt("2026-11-23T10:02");
        line.clock.set(time("2026-11-23T15:00"));
        line.restart().canaryAt("2026-11-23T15:04");
        assertThat(line.cases(CANARY_MISSING)).isEmpty();
    }

    @Test
    void switching_the_canary_off_withdraws_an_open_case() {
        line.canaryAt("2026-11-23T10:10");
        line.withoutCanary().canaryAt("2026-11-23T10:11");
        assertThat(line.only(CANARY_MISSING).state()).isEqualTo(Case.State.WITHDRAWN);
        line.canaryAt("2026-11-23T12:00");
        assertThat(line.cases(CANARY_MISSING)).hasSize(1);
    }
}
