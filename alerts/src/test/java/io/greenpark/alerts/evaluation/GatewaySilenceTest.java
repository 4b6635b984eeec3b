package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.GATEWAY_SILENT;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices behind a gateway may be silent for 30 minutes; the platform has been listening since 10:00. */
class GatewaySilenceTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void the_platform_listens() {
        line.at("2026-11-23T10:00").restart().opened(Door.MQTT);
    }

    private static TestPark park() {
        return new TestPark().onlyDevices();
    }

    private void allHeard(TestPark park, String... but) {
        line.registry(park).at("2026-11-23T10:00").allHeardBut(but).evaluateSilence();
    }

    private List<String> open() {
        return line.cases().list(CaseFilter.all().in(Case.State.OPEN), 1_000).stream()
                .map(Case::subject)
                .sorted()
                .toList();
    }

    @Test
    void five_hundred_devices_behind_a_silent_gateway_are_one_case_one_notice_and_one_clearing() {
        line.registry(park().behind("gw-1", 500)).evaluateSilence();
        for (int i = 0; i < 500; i++) {
            line.clock.set(time("2026-11-23T10:00").plusSeconds(i % 60));
            line.heard("gw-1." + i);
        }
        for (int second = 0; second <= 90; second += 5) {
            line.clock.set(time("2026-11-23T10:29:50").plusSeconds(second));
            line.evaluateSilence();
        }
        Case silent = line.only(GATEWAY_SILENT);
        assertThat(silent.enterpriseId()).isEqualTo(TestPark.ENTERPRISE);
        assertThat(silent.text().en()).contains("500 of 500 are silent", "gw-1.17,");
        line.at("2026-11-23T11:00").allHeardBut().evaluateSilence().silenceAt("2026-11-23T11:03");
        assertThat(events(line.only(GATEWAY_SILENT))).containsExactly(RAISED, CLEARED);
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        assertThat(line.notifications()).containsExactly("gateway-silent RAISED", "gateway-silent CLEARED");
    }

    @Test
    void no_device_is_raised_before_it_is_known_whether_its_gateway_is_silent() {
        line.registry(park().behind("gw-1", 3)).evaluateSilence();
        line.heard("gw-1.0")
                .at("2026-11-23T10:05")
                .heard("gw-1.1")
                .at("2026-11-23T10:10")
                .heard("gw-1.2");
        line.silenceAt("2026-11-23T10:30").silenceAt("2026-11-23T10:36");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T10:40");
        assertThat(open()).containsExactly("gw-1");
        assertThat(line.only(GATEWAY_SILENT).since()).isEqualTo(time("2026-11-23T10:10"));
    }

    @Test
    void a_device_whose_siblings_go_on_has_a_case_of_its_own_once_one_speaks() {
        allHeard(park().behind("gw-1", 3));
        line.at("2026-11-23T10:28").allHeardBut("gw-1.1").silenceAt("2026-11-23T10:30");
        assertThat(open()).isEmpty();
        line.at("2026-11-23T10:31").heard("gw-1.0").evaluateSilence();
        assertThat(open()).containsExactly("gw-1.1");
        assertThat(line.cases(GATEWAY_SILENT)).isEmpty();
    }

    @Test
    void a_device_held_back_is_raised_once_a_sibling_speaks() {
        line.registry(park().behind("gw-1", 2)).evaluateSilence();
        line.heard("gw-1.0").at("2026-11-23T10:10").heard("gw-1.1").silenceAt("2026-11-23T10:31");
        assertThat(open()).isEmpty();
        line.heard("gw-1.1").evaluateSilence();
        assertThat(open()).containsExactly("gw-1.0");
    }

    @Test
    void a_device_is_not_held_back_for_longer_than_half_its_limit() {
        line.registry(park().device(TestPark.ENTERPRISE, "quick", "gw-1", Duration.ofMinutes(10))
                        .device(TestPark.ENTERPRISE, "slow", "gw-1", Duration.ofHours(1)))
                .allHeardBut("quick")
                .evaluateSilence();
        line.at("2026-11-23T10:30").heard("quick").silenceAt("2026-11-23T10:41");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T10:45");
        assertThat(open()).containsExactly("quick");
    }

    @Test
    void a_device_that_fell_silent_before_keeps_its_case() {
        allHeard(park().behind("gw-1", 4));
        line.at("2026-11-23T10:29").allHeardBut("gw-1.0");
        line.at("2026-11-23T10:31").heard("gw-1.1").evaluateSilence();
        line.silenceAt("2026-11-23T11:10");
        assertThat(open()).containsExactly("gw-1", "gw-1.0");
        assertThat(line.only(GATEWAY_SILENT).text().en())
                .contains("3 of 4 are silent (1 more with earlier alerts of their own): gw-1.1, gw-1.2, gw-1.3");
        line.at("2026-11-23T11:20").allHeardBut().evaluateSilence().silenceAt("2026-11-23T11:23");
        assertThat(open()).isEmpty();
        assertThat(line.notifications()).hasSize(4);
    }

    @Test
    void a_device_that_stays_silent_after_its_gateway_is_back_is_raised_then() {
        allHeard(park().behind("gw-1", 4));
        line.silenceAt("2026-11-23T10:40");
        line.at("2026-11-23T11:00").allHeardBut("gw-1.2").evaluateSilence().silenceAt("2026-11-23T11:03");
        assertThat(open()).isEmpty();
        line.at("2026-11-23T11:28").allHeardBut("gw-1.2").evaluateSilence();
        assertThat(open()).isEmpty();
        line.at("2026-11-23T11:31").heard("gw-1.1").evaluateSilence();
        Case own = line.only(DEVICE_SILENT);
        assertThat(own.deviceId()).isEqualTo("gw-1.2");
        assertThat(own.since()).isEqualTo(time("2026-11-23T10:00"));
    }

    @Test
    void nearly_all_are_enough_and_one_that_comes_back_is_not() {
        allHeard(park().behind("gw-1", 20));
        line.at("2026-11-23T10:29").heard("gw-1.0").silenceAt("2026-11-23T10:31");
        assertThat(open()).containsExactly("gw-1");
        line.at("2026-11-23T10:35").heard("gw-1.0").heard("gw-1.1").silenceAt("2026-11-23T10:45");
        assertThat(open()).containsExactly("gw-1");
        assertThat(line.only(GATEWAY_SILENT).text().en()).contains("18 of 20 are silent");
        assertThat(line.notifications()).hasSize(1);
    }

    @Test
    void a_gateway_heard_for_a_moment_is_still_the_same_case() {
        allHeard(park().behind("gw-1", 2));
        line.silenceAt("2026-11-23T10:40");
        line.at("2026-11-23T10:50").heard("gw-1.0").evaluateSilence().silenceAt("2026-11-23T10:51");
        assertThat(open()).containsExactly("gw-1");
        line.silenceAt("2026-11-23T10:52");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T11:30");
        assertThat(open()).containsExactly("gw-1");
        assertThat(line.cases(GATEWAY_SILENT)).hasSize(2);
    }

    @Test
    void a_restart_and_a_shut_door_end_nothing_and_tell_nobody_again() {
        allHeard(park().behind("gw-1", 3));
        line.silenceAt("2026-11-23T10:40").restart().opened(Door.MQTT).evaluateSilence();
        line.silenceAt("2026-11-23T10:45").shut("mqtt").silenceAt("2026-11-23T10:46");
        line.at("2026-11-23T10:47").back("mqtt").evaluateSilence();
        line.silenceAt("2026-11-23T12:00");
        assertThat(events(line.only(GATEWAY_SILENT))).containsExactly(RAISED);
        assertThat(open()).containsExactly("gw-1");
    }

    @Test
    void devices_never_heard_behind_one_gateway_are_one_case() {
        line.registry(park().behind("gw-1", 12)).silenceAt("2026-11-23T10:00").silenceAt("2026-11-23T10:31");
        assertThat(open()).containsExactly("gw-1");
    }

    @Test
    void a_gateway_of_two_enterprises_is_the_case_of_their_park() {
        allHeard(park().device(TestPark.ENTERPRISE, "a", "gw-1", Duration.ofMinutes(30))
                .device("press-works", "b", "gw-1", Duration.ofMinutes(30)));
        line.silenceAt("2026-11-23T10:31");
        assertThat(line.only(GATEWAY_SILENT).about()).isEqualTo(Subject.park(TestPark.PARK));
        assertThat(line.notifications()).containsExactly("gateway-silent RAISED");
    }

    @Test
    void devices_of_a_gateway_that_leave_end_its_case() {
        allHeard(park().behind("gw-1", 2));
        line.silenceAt("2026-11-23T10:40");
        line.registry(park().behind("gw-1", 2)
                        .ended("gw-1.0", time("2026-11-23T10:45"))
                        .ended("gw-1.1", time("2026-11-23T10:45")))
                .silenceAt("2026-11-23T10:46")
                .silenceAt("2026-11-23T10:47");
        assertThat(events(line.only(GATEWAY_SILENT))).containsExactly(RAISED, WITHDRAWN);
        assertThat(line.only(GATEWAY_SILENT).text().en()).startsWith("No longer expected: no device is expected");
    }

    @Test
    void a_rule_on_trial_speaks_for_nobody() {
        line.set("alerts.gateway-silent.trial", "true").opened(Door.MQTT);
        allHeard(park().behind("gw-1", 2));
        line.silenceAt("2026-11-23T10:40");
        assertThat(open()).containsExactly("gw-1", "gw-1.0", "gw-1.1");
        assertThat(line.notifications()).containsOnly("device-silent RAISED").hasSize(2);
        line.at("2026-11-23T10:50").allHeardBut().silenceAt("2026-11-23T10:53");
        line.silenceAt("2026-11-23T10:56").silenceAt("2026-11-23T10:59");
        assertThat(open()).isEmpty();
    }

    @Test
    void its_share_can_be_set() {
        line.set("alerts.gateway-silent.sharePercent", "60").opened(Door.MQTT);
        allHeard(park().behind("gw-1", 3));
        line.at("2026-11-23T10:29").heard("gw-1.0").silenceAt("2026-11-23T10:31");
        assertThat(open()).containsExactly("gw-1");
    }

    @Test
    void devices_that_are_seldom_heard_do_not_make_the_others_a_case_each() {
        TestPark park = park();
        for (int i = 0; i < 12; i++) {
            park.device(TestPark.ENTERPRISE, "m" + i, "gw-1", Duration.ofHours(i < 10 ? 1 : 72));
        }
        allHeard(park);
        line.silenceAt("2026-11-23T10:59");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T11:00").silenceAt("2026-11-23T13:00");
        assertThat(open()).containsExactly("gw-1");
        assertThat(line.only(GATEWAY_SILENT).text().en()).contains("12 of 12 are silent");
    }

    @Test
    void five_hundred_devices_with_tight_limits_and_spread_phases_are_one_case() {
        TestPark park = park();
        for (int i = 0; i < 500; i++) {
            park.device(TestPark.ENTERPRISE, "m" + i, "gw-1", Duration.ofMinutes(20));
        }
        line.registry(park);
        for (int i = 0; i < 500; i++) {
            line.clock.set(time("2026-11-23T10:00").plusMillis(1_800L * i));
            line.heard("m" + i);
        }
        for (int half = 0; half <= 80; half++) {
            line.clock.set(time("2026-11-23T10:15").plusSeconds(30L * half));
            line.evaluateSilence();
        }
        assertThat(open()).containsExactly("gw-1");
        assertThat(line.notifications()).containsExactly("gateway-silent RAISED");
    }
}
