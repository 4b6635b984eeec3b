package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.DATA_STANDS_STILL;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.store.books.BooksKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Data of a device that is not accepted are shown and held against nobody; once it is, they are from when it counts, and not before. */
class AcceptanceTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static TestPark pending() {
        return new TestPark().accepted(ANALYSER, Acceptance.pending());
    }

    private static TestPark acceptedFrom(String local) {
        return new TestPark()
                .accepted(
                        ANALYSER,
                        new Acceptance(List.of(
                                new Stage(Acceptance.EVER, State.PENDING, null),
                                new Stage(time(local), State.ACCEPTED, 1L))));
    }

    @Test
    void limits_are_judged_from_the_acceptance_on_and_never_before() {
        line.registry(pending()).at("2026-11-20T10:00").detectLimitChanges();
        line.at("2026-11-20T14:10")
                .hour(NOX, "2026-11-20T11:00", "249", 1)
                .hour(NOX, "2026-11-20T12:00", "250", 1)
                .hour(NOX, "2026-11-20T13:00", "251", 1)
                .evaluate();
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
        assertThat(line.notifications()).isEmpty();

        line.edit(acceptedFrom("2026-11-20T12:00")).scheduleChanged().evaluate();
        assertThat(line.only(LIMIT_EXCEEDED).since()).isEqualTo(time("2026-11-20T12:00"));
        line.edit(acceptedFrom("2026-11-20T12:00")).scheduleChanged().evaluate();
        assertThat(events(line.only(LIMIT_EXCEEDED)).get(0)).isEqualTo(RAISED);
    }

    @Test
    void an_hour_that_was_accepted_in_part_is_not_judged() {
        line.registry(acceptedFrom("2026-11-20T12:30")).at("2026-11-20T10:00").detectLimitChanges();
        line.at("2026-11-20T13:10").hour(NOX, "2026-11-20T12:00", "250", 1).evaluate();
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
    }

    @Test
    void nobody_is_warned_of_an_hour_that_runs() {
        line.registry(pending()).at("2026-11-20T10:00").detectLimitChanges();
        line.at("2026-11-20T11:50").hour(NOX, "2026-11-20T11:00", "195", 0.8).evaluate();
        assertThat(line.notifications()).isEmpty();
    }

    @Test
    void silence_shows_and_is_told_nobody_until_it_is_accepted() {
        line.registry(pending()).at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).evaluateSilence();
        assertThat(line.cases().standings()).isEmpty();
        line.silenceAt("2026-11-23T10:31");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        assertThat(line.notifications()).isEmpty();
        assertThat(line.cases().standings()).containsOnly(Map.entry(ANALYSER, DeviceStanding.SILENT));

        line.registry(acceptedFrom("2026-11-23T10:00")).silenceAt("2026-11-23T10:32");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo(ANALYSER);
    }

    @Test
    void another_meter_ends_the_case_of_the_one_before() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).silenceAt("2026-11-23T10:31");
        Instant replaced = time("2026-11-23T10:40");
        Acceptance again = new Acceptance(List.of(new Stage(replaced, State.PENDING, null)));
        line.registry(new TestPark().accepted(ANALYSER, again)).silenceAt("2026-11-23T10:41");
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED, WITHDRAWN);
        assertThat(line.only(DEVICE_SILENT).text().zh()).contains("未验收");
    }

    @Test
    void data_that_stand_still_are_told_nobody() {
        line.registry(pending());
        line.at("2026-11-23T10:00").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.at("2026-11-23T11:01").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.standstillAt("2026-11-23T11:02");
        assertThat(line.cases(DATA_STANDS_STILL)).isEmpty();
        line.registry(acceptedFrom("2026-11-23T10:00")).standstillAt("2026-11-23T11:04");
        assertThat(line.only(DATA_STANDS_STILL).deviceId()).isEqualTo(ANALYSER);
    }
}
