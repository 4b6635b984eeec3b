package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.DATA_STANDS_STILL;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.ENERGY_DECLINE_BEHIND;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_WARNING;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Open cases of what is no longer expected end, and do not read as a recovery. */
class EndedCasesTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void silentSinceTen() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:40").allHeardBut(ANALYSER).evaluateSilence();
    }

    private static TestPark analyserEnded() {
        return new TestPark().ended(ANALYSER, time("2026-11-23T10:45"));
    }

    @Test
    void a_silent_device_whose_points_end_is_no_longer_expected() {
        silentSinceTen();
        line.registry(analyserEnded()).silenceAt("2026-11-23T10:46").silenceAt("2026-11-23T10:47");
        Case ended = line.only(DEVICE_SILENT);
        assertThat(events(ended)).containsExactly(RAISED, WITHDRAWN);
        assertThat(ended.text().en())
                .startsWith(
                        "No longer expected: all points of the device have ended. The alert ends without a recovery.");
        assertThat(ended.text().zh()).startsWith("该设备的测点均已停用，不再要求上报，本预警结束，并非已恢复。");
        assertThat(line.notifications()).containsExactly("device-silent RAISED", "device-silent WITHDRAWN");
    }

    @Test
    void a_device_that_left_while_the_platform_was_down_is_no_longer_expected() {
        silentSinceTen();
        line.registry(analyserEnded()).at("2026-11-23T12:00").restart().evaluateSilence();
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED, WITHDRAWN);
    }

    @Test
    void points_that_end_in_the_future_are_expected_until_then() {
        silentSinceTen();
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:00"))).silenceAt("2026-11-23T10:59");
        assertThat(line.only(DEVICE_SILENT).state()).isEqualTo(Case.State.OPEN);
        line.silenceAt("2026-11-23T11:00");
        assertThat(line.only(DEVICE_SILENT).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    @Test
    void a_device_that_flickered_before_it_left_leaves_no_case() {
        silentSinceTen();
        line.at("2026-11-23T10:50").heard(ANALYSER).evaluateSilence().heard(ANALYSER);
        line.at("2026-11-23T10:51")
                .heard(ANALYSER)
                .at("2026-11-23T11:30")
                .allHeardBut(ANALYSER)
                .evaluateSilence();
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:31"))).silenceAt("2026-11-23T11:32");
        assertThat(line.cases(DEVICE_SILENT)).extracting(Case::state).doesNotContain(Case.State.OPEN);
    }

    @Test
    void a_device_that_comes_back_and_is_still_silent_is_another_case() {
        silentSinceTen();
        line.registry(analyserEnded()).silenceAt("2026-11-23T10:46");
        line.registry(new TestPark())
                .at("2026-11-23T10:50")
                .allHeardBut(ANALYSER)
                .evaluateSilence();
        line.at("2026-11-23T11:19").allHeardBut(ANALYSER).evaluateSilence();
        assertThat(line.only(DEVICE_SILENT).state()).isEqualTo(Case.State.WITHDRAWN);
        line.silenceAt("2026-11-23T11:20");
        assertThat(line.cases(DEVICE_SILENT))
                .extracting(Case::state)
                .containsExactlyInAnyOrder(Case.State.WITHDRAWN, Case.State.OPEN);
    }

    @Test
    void what_an_earlier_version_left_open_is_closed_by_the_first_evaluation_after_the_upgrade_and_nobody_is_told() {
        silentSinceTen();
        line.upgrade();
        line.registry(analyserEnded()).silenceAt("2026-11-23T10:46");
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED, WITHDRAWN);
        assertThat(line.notifications()).containsExactly("device-silent RAISED");
    }

    @Test
    void what_ends_later_is_told() {
        silentSinceTen();
        line.upgrade();
        line.silenceAt("2026-11-23T10:42").registry(analyserEnded()).silenceAt("2026-11-23T10:46");
        assertThat(line.notifications()).containsExactly("device-silent RAISED", "device-silent WITHDRAWN");
    }

    @Test
    void data_that_stand_still_are_no_longer_expected_once_the_point_ends() {
        line.at("2026-11-23T10:00").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.at("2026-11-23T10:40").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.at("2026-11-23T11:01")
                .sent(ANALYSER, NOX, time("2026-11-23T10:00"))
                .standstillAt("2026-11-23T11:02");
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:10"))).standstillAt("2026-11-23T11:11");
        assertThat(events(line.only(DATA_STANDS_STILL))).containsExactly(RAISED, WITHDRAWN);
        assertThat(line.only(DATA_STANDS_STILL).text().en()).startsWith("No longer expected");
    }

    @Test
    void an_exceedance_of_a_point_that_ended_is_closed_and_stays_on_record() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1).endCases();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        line.at("2026-11-23T12:00").registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:30")));
        line.endCases().endCases();
        Case exceeded = line.only(LIMIT_EXCEEDED);
        assertThat(events(exceeded)).containsExactly(RAISED, CLEARED);
        assertThat(exceeded.text().en())
                .endsWith("no longer expected: the point has ended; the alert ends without a recovery\n"
                        + "Alert from monitoring data, for verification; no basis for a penalty.");
        assertThat(line.cases().evidence(exceeded.id())).hasSize(1);
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED", "limit-exceeded CLEARED");
    }

    @Test
    void late_data_of_an_ended_point_do_not_open_its_case_again() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:00").registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:30")));
        line.endCases().hour(NOX, "2026-11-23T11:00", "230", 1);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.cases(LIMIT_WARNING)).isEmpty();
    }

    @Test
    void limits_that_leave_with_their_point_withdraw_nothing() {
        line.detectLimitChanges();
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:00")
                .registry(
                        new TestPark().ended(ANALYSER, time("2026-11-23T11:30")).withoutLimit("nox-hour"))
                .detectLimitChanges()
                .endCases();
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void a_target_that_is_taken_back_ends_its_case() {
        line.at("2026-10-20T09:00");
        line.month(EnergyRows.behind("2026-08", "1.25"))
                .month(EnergyRows.behind("2026-09", "-1.9"))
                .endCases();
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.OPEN);
        line.registry(new TestPark().withoutTargetOf(Subject.Scope.ENTERPRISE)).endCases();
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void an_enterprise_whose_points_have_all_ended_has_left() {
        line.at("2026-10-20T09:00");
        line.month(EnergyRows.behind("2026-08", "1.25")).month(EnergyRows.behind("2026-09", "-1.9"));
        TestPark left = new TestPark();
        for (String device : new String[] {ANALYSER, "kiln-sensor", "cod-analyser"}) {
            left.ended(device, time("2026-10-19T00:00"));
        }
        line.registry(left).endCases();
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.CLEARED);
    }

    @Test
    void after_an_upgrade_an_exceedance_of_a_point_that_had_ended_is_closed_and_nobody_is_told() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:00");
        line.upgrade();
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:30"))).endCases();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED");
    }

    @Test
    void after_an_upgrade_the_case_of_a_target_that_was_taken_back_is_closed_and_nobody_is_told() {
        line.at("2026-10-20T09:00");
        line.month(EnergyRows.behind("2026-08", "1.25")).month(EnergyRows.behind("2026-09", "-1.9"));
        List<String> told = line.notifications();
        line.upgrade();
        line.registry(new TestPark().withoutTargetOf(Subject.Scope.ENTERPRISE)).endCases();
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.notifications()).isEqualTo(told);
    }

    @Test
    void after_an_upgrade_data_of_a_point_that_had_ended_stand_still_no_more_and_nobody_is_told() {
        line.at("2026-11-23T10:00").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.at("2026-11-23T11:01")
                .sent(ANALYSER, NOX, time("2026-11-23T10:00"))
                .standstillAt("2026-11-23T11:02");
        List<String> told = line.notifications();
        line.upgrade();
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-23T11:10"))).standstillAt("2026-11-23T11:11");
        assertThat(line.only(DATA_STANDS_STILL).state()).isEqualTo(Case.State.WITHDRAWN);
        assertThat(line.notifications()).isEqualTo(told);
    }
}
