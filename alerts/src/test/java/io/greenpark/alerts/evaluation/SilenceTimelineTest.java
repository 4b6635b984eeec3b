package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices may be silent for 30 minutes; the platform has been listening since 10:00. */
class SilenceTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void the_platform_listens_and_all_are_heard() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
    }

    @Test
    void a_device_is_silent_after_the_time_allowed_and_not_before() {
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER).evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T10:30");
        Case silent = line.only(DEVICE_SILENT);
        assertThat(silent.deviceId()).isEqualTo(ANALYSER);
        assertThat(silent.since()).isEqualTo(time("2026-11-23T10:00"));
        assertThat(silent.figure()).isNull();
        assertThat(line.notifications()).containsExactly("device-silent RAISED");
    }

    @Test
    void evaluating_silence_again_changes_nothing() {
        line.at("2026-11-23T10:29").allHeardBut(ANALYSER);
        line.silenceAt("2026-11-23T10:31").silenceAt("2026-11-23T10:32").silenceAt("2026-11-23T10:50");
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED);
    }

    @Test
    void a_device_that_back_fills_old_data_is_alive() {
        // heard() sends readings that are more than a year old.
        line.at("2026-11-23T10:29").allHeardBut().silenceAt("2026-11-23T10:40");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
    }

    @Test
    void a_case_clears_only_when_the_device_stays_heard_for_a_while() {
        line.at("2026-11-23T10:40").allHeardBut(ANALYSER).evaluateSilence();
        line.at("2026-11-23T10:50").heard(ANALYSER).evaluateSilence();
        assertThat(line.only(DEVICE_SILENT).state()).isEqualTo(Case.State.OPEN);
        line.silenceAt("2026-11-23T10:51");
        assertThat(line.only(DEVICE_SILENT).state()).isEqualTo(Case.State.OPEN);
        line.silenceAt("2026-11-23T10:52");
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED, CLEARED);
        assertThat(line.notifications()).containsExactly("device-silent RAISED", "device-silent CLEARED");
    }

    @Test
    void a_device_silent_again_is_another_case() {
        line.at("2026-11-23T10:40").allHeardBut(ANALYSER).evaluateSilence();
        line.at("2026-11-23T10:50").heard(ANALYSER).evaluateSilence().silenceAt("2026-11-23T10:55");
        line.at("2026-11-23T11:25").allHeardBut(ANALYSER).evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT))
                .extracting(Case::state)
                .containsExactly(Case.State.CLEARED, Case.State.OPEN);
    }

    @Test
    void a_device_that_returns_to_the_registry_has_its_whole_limit_again() {
        line.registry(new TestPark().withoutDevice("kiln-sensor"))
                .at("2026-11-23T12:00")
                .allHeardBut()
                .evaluateSilence();
        line.registry(new TestPark())
                .at("2026-11-23T12:10")
                .allHeardBut("kiln-sensor")
                .evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.at("2026-11-23T12:39").allHeardBut("kiln-sensor").evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T12:40");
        // It was heard last at 10:00, which the case says.
        assertThat(line.only(DEVICE_SILENT).since()).isEqualTo(time("2026-11-23T10:00"));
    }

    @Test
    void a_device_whose_points_had_ended_has_its_whole_limit_again() {
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-23T10:05"))).silenceAt("2026-11-23T10:10");
        line.at("2026-11-23T12:00").allHeardBut(ANALYSER).evaluateSilence();
        line.registry(new TestPark()).evaluateSilence();
        line.at("2026-11-23T12:29").allHeardBut(ANALYSER).evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T12:30");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo(ANALYSER);
    }

    @Test
    void a_device_that_was_never_heard_and_returns_has_its_whole_limit_again() {
        line.registry(new TestPark().device(TestPark.ENTERPRISE, "new", null, Duration.ofMinutes(30)));
        line.evaluateSilence().registry(new TestPark()).silenceAt("2026-11-23T10:10");
        line.registry(new TestPark().device(TestPark.ENTERPRISE, "new", null, Duration.ofMinutes(30)));
        line.at("2026-11-23T10:20").evaluateSilence().at("2026-11-23T10:49").allHeardBut("new");
        assertThat(line.evaluateSilence().cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T10:50");
        assertThat(line.only(DEVICE_SILENT).since()).isEqualTo(time("2026-11-23T10:20"));
    }

    @Test
    void a_device_first_seen_is_known_from_then_on_though_the_signs_lag_behind_the_log() {
        line.signsLag = 60_000;
        line.registry(new TestPark().device(TestPark.ENTERPRISE, "new", null, Duration.ofMinutes(30)));
        line.evaluateSilence().at("2026-11-23T10:30").allHeardBut("new");
        line.signsLag = 0;
        line.evaluateSilence();
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("new");
    }

    @Test
    void a_device_known_before_an_upgrade_is_judged_from_when_the_platform_listens_and_no_later() {
        line.at("2026-11-23T12:00").upgrade();
        // The first look may be late, since the signs lag.
        line.silenceAt("2026-11-23T12:20").silenceAt("2026-11-23T12:29");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T12:30");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(3).allSatisfy(c -> assertThat(c.since())
                .isEqualTo(time("2026-11-23T10:00")));
    }

    @Test
    void a_case_that_was_open_before_an_upgrade_goes_on_and_nobody_is_told_anything_anew() {
        line.at("2026-11-23T10:40").allHeardBut(ANALYSER).evaluateSilence();
        line.upgrade().evaluateSilence().silenceAt("2026-11-23T10:41");
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED);
        assertThat(line.notifications()).containsExactly("device-silent RAISED");
    }

    @Test
    void time_in_which_the_platform_did_not_listen_is_not_silence() {
        line.at("2026-11-23T14:00").restart().evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T14:30");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(3);
    }

    @Test
    void silence_is_not_evaluated_while_the_signs_of_life_lag_behind_the_log() {
        line.signsLag = 60_000;
        line.silenceAt("2026-11-23T12:00");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.signsLag = 100;
        line.evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).hasSize(3);
    }

    @Test
    void after_an_outage_of_the_books_only_devices_without_a_sign_in_the_log_are_silent() {
        line.at("2026-11-23T10:20").allHeardBut().evaluateSilence().holdSigns();
        line.signsLag = 12_000;
        line.silenceAt("2026-11-23T12:20");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.signsLag = 0;
        line.allHeardBut(ANALYSER).releaseSigns().evaluateSilence();
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo(ANALYSER);
        assertThat(line.only(DEVICE_SILENT).since()).isEqualTo(time("2026-11-23T10:20"));
    }

    @Test
    void silence_before_the_signs_stopped_is_found_while_they_are_stopped() {
        line.at("2026-11-23T10:30").allHeardBut(ANALYSER).holdSigns();
        line.silenceAt("2026-11-23T12:20");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo(ANALYSER);
    }

    @Test
    void time_in_which_the_process_was_suspended_is_not_silence() {
        line.at("2026-11-23T14:00").resumed().evaluateSilence().silenceAt("2026-11-23T14:29");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T14:30");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(3);
    }

    @Test
    void removing_a_device_from_the_registry_withdraws_its_case() {
        line.at("2026-11-23T10:40").allHeardBut("kiln-sensor").evaluateSilence();
        line.registry(new TestPark().withoutDevice("kiln-sensor")).silenceAt("2026-11-23T10:45");
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED, WITHDRAWN);
        line.silenceAt("2026-11-23T10:46");
        assertThat(events(line.only(DEVICE_SILENT))).hasSize(2);
    }
}
