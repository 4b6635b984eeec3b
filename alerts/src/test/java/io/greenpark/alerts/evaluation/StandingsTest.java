package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.cases.DeviceStanding.DOOR_SHUT;
import static io.greenpark.alerts.cases.DeviceStanding.REFUSED;
import static io.greenpark.alerts.cases.DeviceStanding.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are shown of a device is what the cases say. Limits are 30 minutes; the platform has been listening since 10:00. */
class StandingsTest {
    private static final String NORTH = "broker north";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void the_platform_listens() {
        line.at("2026-11-23T10:00").restart().opened(Door.MQTT);
    }

    private void meters(String... ids) {
        TestPark park = new TestPark().onlyDevices();
        for (String id : ids) {
            park.device(TestPark.ENTERPRISE, id, null, Duration.ofMinutes(30));
        }
        line.registry(park).allHeardBut().evaluateSilence();
    }

    private Map<String, DeviceStanding> standings() {
        return line.cases().standings();
    }

    @Test
    void a_device_is_silent_from_its_case_on_until_it_is_heard() {
        meters("a", "b");
        line.at("2026-11-23T10:29").heard("b").evaluateSilence();
        assertThat(standings()).isEmpty();
        line.silenceAt("2026-11-23T10:30");
        assertThat(standings()).containsOnly(Map.entry("a", SILENT));
        line.at("2026-11-23T10:40").heard("a").evaluateSilence();
        assertThat(standings()).isEmpty();
    }

    @Test
    void one_never_heard_is_silent_once_it_has_a_case() {
        meters();
        line.registry(new TestPark().onlyDevices().device(TestPark.ENTERPRISE, "z", null, Duration.ofMinutes(30)));
        line.evaluateSilence();
        assertThat(standings()).isEmpty();
        line.silenceAt("2026-11-23T10:30");
        assertThat(standings()).containsOnly(Map.entry("z", SILENT));
    }

    @Test
    void time_before_the_platform_listened_makes_nobody_silent() {
        meters("a");
        line.at("2026-11-23T14:00").restart().evaluateSilence();
        assertThat(standings()).isEmpty();
    }

    @Test
    void a_restart_and_an_upgrade_keep_what_the_case_says() {
        meters("a");
        line.silenceAt("2026-11-23T10:31").restart().opened(Door.MQTT);
        assertThat(standings()).containsOnly(Map.entry("a", SILENT));
        line.books().write(tx -> tx.handle().execute("UPDATE alert_device_known SET standing = NULL"));
        line.upgrade().opened(Door.MQTT).evaluateSilence();
        assertThat(standings()).containsOnly(Map.entry("a", SILENT));
    }

    @Test
    void devices_of_a_silent_gateway_are_silent_and_one_that_is_heard_is_not() {
        line.registry(new TestPark().onlyDevices().behind("gw-1", 20))
                .allHeardBut()
                .evaluateSilence();
        line.silenceAt("2026-11-23T10:30");
        assertThat(standings()).hasSize(20).containsValue(SILENT);
        line.at("2026-11-23T10:35").heard("gw-1.7").evaluateSilence();
        assertThat(standings()).hasSize(19).doesNotContainKey("gw-1.7");
    }

    @Test
    void devices_of_a_door_through_which_nothing_comes_are_silent() {
        meters("1", "2", "3", "4", "5");
        line.silenceAt("2026-11-23T10:31");
        assertThat(standings()).hasSize(5).containsValue(SILENT);
    }

    @Test
    void a_device_whose_messages_are_all_refused_stands_as_that_while_its_case_says_so() {
        meters("a");
        line.at("2026-11-23T10:20").refused("a", "a", RejectReason.UNKNOWN_KEY, "kW", "{}");
        line.silenceAt("2026-11-23T10:31");
        assertThat(standings()).containsOnly(Map.entry("a", REFUSED));
        line.restart().opened(Door.MQTT).evaluateSilence();
        assertThat(standings()).containsOnly(Map.entry("a", REFUSED));
        line.silenceAt("2026-11-23T10:55");
        assertThat(standings()).containsOnly(Map.entry("a", SILENT));
    }

    @Test
    void behind_a_silent_gateway_only_the_device_whose_messages_are_refused_stands_as_that() {
        line.registry(new TestPark().onlyDevices().behind("gw-1", 3))
                .allHeardBut()
                .evaluateSilence();
        line.at("2026-11-23T10:20").refused("gw-1.1", "gw-1.1", RejectReason.UNKNOWN_KEY, "kW", "{}");
        line.silenceAt("2026-11-23T10:31");
        assertThat(standings())
                .containsOnly(Map.entry("gw-1.0", SILENT), Map.entry("gw-1.1", REFUSED), Map.entry("gw-1.2", SILENT));
    }

    @Test
    void a_stranger_that_gives_its_name_changes_nothing() {
        meters("a");
        line.at("2026-11-23T10:20").stranger("203.0.113.9", "a", RejectReason.UNKNOWN_KEY);
        line.silenceAt("2026-11-23T10:31");
        assertThat(standings()).containsOnly(Map.entry("a", SILENT));
    }

    @Test
    void of_a_device_whose_broker_is_away_only_that_is_said_and_only_once_it_is_a_case() {
        line.brokerIsThere(NORTH, "a");
        meters("a");
        line.broughtBy(NORTH, "a").evaluateSilence();
        line.at("2026-11-23T10:10").shut(NORTH).silenceAt("2026-11-23T10:11");
        assertThat(standings()).isEmpty();
        line.silenceAt("2026-11-23T10:12").silenceAt("2026-11-23T12:00");
        assertThat(standings()).containsOnly(Map.entry("a", DOOR_SHUT));
        line.back(NORTH).evaluateSilence();
        assertThat(standings()).isEmpty();
    }

    @Test
    void a_device_that_was_silent_before_its_broker_went_away_is_so_still() {
        line.brokerIsThere(NORTH, "a");
        meters("a");
        line.broughtBy(NORTH, "a").silenceAt("2026-11-23T10:31");
        line.at("2026-11-23T10:40").shut(NORTH).silenceAt("2026-11-23T10:43").silenceAt("2026-11-23T10:44");
        assertThat(standings()).containsOnly(Map.entry("a", SILENT));
    }

    @Test
    void a_device_that_leaves_stands_as_nothing() {
        meters("a", "b");
        line.at("2026-11-23T10:29").heard("b").silenceAt("2026-11-23T10:31");
        line.registry(new TestPark().onlyDevices().device(TestPark.ENTERPRISE, "b", null, Duration.ofMinutes(30)));
        line.evaluateSilence();
        assertThat(standings()).isEmpty();
    }
}
