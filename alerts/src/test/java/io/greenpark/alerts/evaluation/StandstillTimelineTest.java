package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.DATA_STANDS_STILL;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.store.books.BooksKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A device whose messages arrive and whose data do not move on; it may be silent for half an hour. */
class StandstillTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void sent(String arrival, String dataTime) {
        line.at("2026-11-23T" + arrival).sent(ANALYSER, NOX, time("2026-11-23T" + dataTime));
    }

    private void standsStill() {
        sent("10:00", "10:00");
        sent("10:40", "10:00");
        sent("11:01", "10:00");
        line.standstillAt("2026-11-23T11:02");
    }

    @Test
    void old_data_sent_again_and_again_are_told_once_and_not_before_the_time_allowed() {
        sent("10:00", "10:00");
        sent("10:59", "10:00");
        line.standstillAt("2026-11-23T11:00");
        assertThat(line.cases(DATA_STANDS_STILL)).isEmpty();
        sent("11:01", "10:00");
        line.standstillAt("2026-11-23T11:02").standstillAt("2026-11-23T11:03");
        Case found = line.only(DATA_STANDS_STILL);
        assertThat(found.deviceId()).isEqualTo(ANALYSER);
        assertThat(found.since()).isEqualTo(time("2026-11-23T10:00"));
        assertThat(found.text().en()).contains("sends, but its newest data", "62 min");
        assertThat(found.text().zh()).contains("仍在上报");
        assertThat(line.notifications()).containsExactly("data-stands-still RAISED");
    }

    @Test
    void a_device_with_many_such_points_has_one_case() {
        sent("10:00", "10:00");
        line.sent(ANALYSER, TestPark.CLUE_NOX, time("2026-11-23T10:00"));
        sent("11:10", "10:00");
        line.sent(ANALYSER, TestPark.CLUE_NOX, time("2026-11-23T10:00")).standstillAt("2026-11-23T11:11");
        assertThat(line.cases(DATA_STANDS_STILL)).hasSize(1);
        assertThat(line.notifications()).hasSize(1);
    }

    @Test
    void it_ends_when_newer_data_come_and_may_begin_again() {
        standsStill();
        sent("11:30", "11:29");
        line.standstillAt("2026-11-23T11:31");
        assertThat(events(line.only(DATA_STANDS_STILL))).containsExactly(RAISED, CLEARED);
        sent("12:40", "11:29");
        line.standstillAt("2026-11-23T12:41");
        assertThat(line.cases(DATA_STANDS_STILL))
                .extracting(Case::state)
                .containsExactly(Case.State.CLEARED, Case.State.OPEN);
    }

    @Test
    void falling_silent_does_not_end_it_and_is_another_matter() {
        standsStill();
        line.standstillAt("2026-11-23T18:00");
        assertThat(line.only(DATA_STANDS_STILL).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void a_device_that_back_fills_or_is_merely_silent_does_not_stand_still() {
        sent("10:00", "10:00");
        line.standstillAt("2026-11-23T15:00");
        sent("15:00", "10:10");
        sent("15:50", "11:10");
        sent("16:30", "12:10");
        line.standstillAt("2026-11-23T16:31");
        assertThat(line.cases(DATA_STANDS_STILL)).isEmpty();
    }

    @Test
    void nobody_is_told_twice_after_a_restart() throws Exception {
        standsStill();
        line.restart().standstillAt("2026-11-23T11:40");
        assertThat(events(line.only(DATA_STANDS_STILL))).containsExactly(RAISED);
    }

    @Test
    void removing_the_device_withdraws_it() {
        standsStill();
        line.registry(new TestPark().withoutDevice(ANALYSER)).standstillAt("2026-11-23T11:45");
        assertThat(events(line.only(DATA_STANDS_STILL))).containsExactly(RAISED, WITHDRAWN);
    }

    @Test
    void it_is_not_judged_while_the_signs_of_life_lag_behind_the_log() {
        line.signsLag = 60_000;
        standsStill();
        assertThat(line.cases(DATA_STANDS_STILL)).isEmpty();
    }
}
