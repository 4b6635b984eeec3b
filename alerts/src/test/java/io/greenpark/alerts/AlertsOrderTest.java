package io.greenpark.alerts;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.CANARY_MISSING;
import static io.greenpark.alerts.cases.Case.Rule.DATA_STANDS_STILL;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.ENERGY_DECLINE_BEHIND;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.cases.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The order in which the platform takes its looks. After an upgrade, what earlier versions left open is closed quietly before
 * anything that changed meanwhile is judged; and what tells that the platform itself fails comes before all else.
 */
class AlertsOrderTest {
    @RegisterExtension
    final Timeline line = new Timeline();

    private void firstRoundAfterUpgrade() throws InterruptedException {
        line.upgrade();
        try (Alerts alerts = line.wholeProcess()) {
            while (alerts.evaluate()) {
                // Until nothing is left.
            }
            assertThat(line.evaluatorLag()).isZero();
        }
    }

    private static TestPark analyserEnded(String at) {
        return new TestPark().ended(ANALYSER, time(at));
    }

    @Test
    void after_an_upgrade_late_data_of_a_point_that_had_ended_tell_nothing_of_its_exceedance() throws Exception {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.leavingMarks(() -> line.at("2026-11-23T13:00").hour(NOX, "2026-11-23T11:00", "205", 1));
        line.registry(analyserEnded("2026-11-23T11:30"));
        firstRoundAfterUpgrade();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED");
    }

    @Test
    void after_an_upgrade_late_data_tell_nothing_of_the_target_of_an_enterprise_that_had_left() throws Exception {
        line.at("2026-10-20T09:00").month(EnergyRows.behind("2026-08", "1.25"));
        line.month(EnergyRows.behind("2026-09", "-1.9"));
        List<String> told = line.notifications();
        line.leavingMarks(() -> line.month(EnergyRows.onTarget("2026-07", "-6.1")));
        TestPark left = new TestPark();
        for (String device : List.of(ANALYSER, "kiln-sensor", "cod-analyser")) {
            left.ended(device, time("2026-10-19T00:00"));
        }
        line.registry(left);
        firstRoundAfterUpgrade();
        assertThat(line.notifications()).isEqualTo(told);
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.CLEARED);
    }

    @Test
    void after_an_upgrade_nothing_is_told_of_data_of_a_point_that_had_ended() throws Exception {
        line.at("2026-11-23T10:00").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.at("2026-11-23T11:01").sent(ANALYSER, NOX, time("2026-11-23T10:00"));
        line.standstillAt("2026-11-23T11:02");
        List<String> told = line.notifications();
        line.leavingMarks(() -> line.hour(NOX, "2026-11-23T10:00", "120", 1));
        line.registry(analyserEnded("2026-11-23T11:10")).at("2026-11-23T11:11");
        firstRoundAfterUpgrade();
        assertThat(line.only(DATA_STANDS_STILL).state()).isEqualTo(Case.State.WITHDRAWN);
        assertThat(line.notifications()).isEqualTo(told);
    }

    @Test
    void after_an_upgrade_nothing_is_told_of_what_goes_on() throws Exception {
        line.at("2026-11-23T10:00").allHeardBut().evaluateSilence();
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1).evaluateSilence();
        List<String> told = line.notifications();
        assertThat(told).contains("limit-exceeded RAISED", "device-silent RAISED");
        firstRoundAfterUpgrade();
        assertThat(line.notifications()).isEqualTo(told);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.cases(DEVICE_SILENT)).extracting(Case::state).containsOnly(Case.State.OPEN);
    }

    @Test
    void a_case_that_cannot_be_read_does_not_hold_up_the_canary() throws Exception {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.books().write(tx -> tx.handle().execute("UPDATE alert_case SET scope = 'NOWHERE'"));
        try (Alerts alerts = line.wholeProcess()) {
            assertThatThrownBy(alerts::evaluate).hasMessageContaining("NOWHERE");
            line.clock.set(time("2026-11-23T11:20"));
            assertThatThrownBy(alerts::evaluate).hasMessageContaining("NOWHERE");
        }
        line.books().write(tx -> tx.handle()
                .execute("UPDATE alert_case SET scope = 'ENTERPRISE'" + " WHERE scope = 'NOWHERE'"));
        assertThat(line.only(CANARY_MISSING).state()).isEqualTo(Case.State.OPEN);
    }
}
