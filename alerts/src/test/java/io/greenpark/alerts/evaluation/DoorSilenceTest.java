package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.DOOR_SILENT;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.park.reading.Door;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices that may be silent for 30 minutes; MQTT door and broker "north" have been open since 10:00. */
class DoorSilenceTest {
    private static final String NORTH = "broker north";
    private static final String SOUTH = "broker south";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void the_doors_are_open_and_the_bureau_is_a_recipient() {
        line.at("2026-11-23T10:00").bureau("Duty desk", "duty@bureau.example");
        line.opened(Door.MQTT).brokerIsThere(NORTH, "a", "b", "c");
    }

    private static TestPark park(String... devices) {
        TestPark park = new TestPark().onlyDevices();
        for (String device : devices) {
            park.device(TestPark.ENTERPRISE, device, null, Duration.ofMinutes(30));
        }
        return park;
    }

    private List<String> open() {
        return line.cases().list(CaseFilter.all().in(Case.State.OPEN), 1_000).stream()
                .map(Case::subject)
                .sorted()
                .toList();
    }

    @Test
    void a_broker_that_is_away_for_ten_minutes_is_one_case_of_the_platform_and_told_to_the_bureau_alone() {
        line.registry(park("a", "b"))
                .broughtBy(NORTH, "a")
                .broughtBy(NORTH, "b")
                .evaluateSilence();
        line.at("2026-11-23T10:20").shut(NORTH).evaluateSilence().silenceAt("2026-11-23T10:21");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T10:22").silenceAt("2026-11-23T10:29");
        Case away = line.only(DOOR_SILENT);
        assertThat(away.since()).isEqualTo(time("2026-11-23T10:20"));
        assertThat(away.enterpriseId()).isNull();
        assertThat(away.text().en()).contains(NORTH, "Connection refused");
        assertThat(line.cases().notifications(away.id()))
                .extracting(NotificationStatus::recipient)
                .containsExactly("Duty desk");
        line.at("2026-11-23T10:30").back(NORTH).evaluateSilence().silenceAt("2026-11-23T10:32");
        assertThat(events(line.only(DOOR_SILENT))).containsExactly(RAISED, CLEARED);
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
    }

    @Test
    void time_in_which_the_broker_was_away_is_nobody_s_silence() {
        line.registry(park("a", "mqtt-meter"))
                .broughtBy(NORTH, "a")
                .heard("mqtt-meter")
                .evaluateSilence();
        line.at("2026-11-23T10:10").shut(NORTH).evaluateSilence().silenceAt("2026-11-23T12:00");
        assertThat(open()).containsExactly(NORTH, "mqtt-meter");
        line.back(NORTH).silenceAt("2026-11-23T12:19");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("mqtt-meter");
        line.silenceAt("2026-11-23T12:20");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(2);
    }

    @Test
    void a_broker_gone_for_a_moment_between_two_looks_is_noticed_by_its_time() {
        line.registry(park("a")).broughtBy(NORTH, "a").evaluateSilence();
        line.at("2026-11-23T10:20").shut(NORTH).at("2026-11-23T10:21").back(NORTH);
        line.silenceAt("2026-11-23T10:30");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T10:31");
        assertThat(open()).containsExactly("a");
    }

    @Test
    void a_dead_device_is_found_though_its_broker_reconnects_more_often_than_its_limit() {
        line.registry(park("a")).broughtBy(NORTH, "a").evaluateSilence();
        for (int minute = 5; minute < 30; minute += 10) {
            line.at("2026-11-23T10:%02d".formatted(minute)).shut(NORTH).evaluateSilence();
            line.at("2026-11-23T10:%02d".formatted(minute + 1)).back(NORTH).evaluateSilence();
        }
        line.silenceAt("2026-11-23T10:32");
        assertThat(open()).isEmpty();
        line.silenceAt("2026-11-23T10:33");
        assertThat(open()).containsExactly("a");
    }

    @Test
    void that_holds_where_each_time_it_is_away_is_a_case_of_its_door() {
        line.registry(park("a")).broughtBy(NORTH, "a").evaluateSilence();
        for (int minute = 5; minute < 30; minute += 10) {
            line.at("2026-11-23T10:%02d".formatted(minute)).shut(NORTH).evaluateSilence();
            line.silenceAt("2026-11-23T10:%02d".formatted(minute + 3))
                    .back(NORTH)
                    .evaluateSilence();
            line.silenceAt("2026-11-23T10:%02d".formatted(minute + 6));
        }
        assertThat(line.cases(DOOR_SILENT)).hasSize(3);
        line.silenceAt("2026-11-23T10:38");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.restart().silenceAt("2026-11-23T10:39").silenceAt("2026-11-23T11:08");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void a_broker_that_never_was_there_hides_no_device_that_another_door_would_let_in() {
        line.brokerIsThere(SOUTH, "z").shutSinceStart(SOUTH);
        line.registry(park("z")).evaluateSilence().silenceAt("2026-11-23T10:30");
        assertThat(open()).contains("z");
    }

    @Test
    void a_device_that_several_brokers_may_bring_is_judged_by_the_one_it_uses() {
        line.brokerIsThere(SOUTH, "a", "b");
        line.registry(park("a", "b"))
                .broughtBy(NORTH, "a")
                .broughtBy(SOUTH, "b")
                .evaluateSilence();
        line.at("2026-11-23T10:05").shut(SOUTH).silenceAt("2026-11-23T10:31");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void which_broker_a_device_uses_is_known_after_a_restart() {
        line.brokerIsThere(SOUTH, "a");
        line.registry(park("a")).broughtBy(NORTH, "a").evaluateSilence();
        line.restart().forgetBrought().shut(SOUTH).silenceAt("2026-11-23T10:31");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void a_device_never_heard_is_silent_only_if_a_door_it_may_use_is_open() {
        line.registry(park("a", "z")).evaluateSilence().shut(NORTH).shut("mqtt").silenceAt("2026-11-23T10:40");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.back("mqtt").silenceAt("2026-11-23T11:09");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T11:10");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(2);
    }

    @Test
    void a_device_whose_door_is_no_longer_in_the_settings_is_judged_by_the_others() {
        line.registry(park("a")).broughtBy(NORTH, "a").evaluateSilence();
        line.withoutDoor(NORTH).silenceAt("2026-11-23T10:30");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void a_broker_taken_out_of_the_settings_ends_its_case() {
        line.registry(park("z")).at("2026-11-23T10:05").shut(NORTH).silenceAt("2026-11-23T10:10");
        line.withoutDoor(NORTH).silenceAt("2026-11-23T10:11");
        assertThat(events(line.only(DOOR_SILENT))).containsExactly(RAISED, WITHDRAWN);
    }

    @Test
    void a_broker_that_comes_and_goes_is_one_case() {
        line.registry(park("z"));
        for (int minute = 10; minute < 40; minute += 4) {
            line.at("2026-11-23T10:" + minute).shut(NORTH).evaluateSilence();
            line.at("2026-11-23T10:" + (minute + 2)).evaluateSilence();
            line.at("2026-11-23T10:" + (minute + 3)).back(NORTH).evaluateSilence();
        }
        line.silenceAt("2026-11-23T10:59");
        assertThat(events(line.only(DOOR_SILENT))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void a_case_of_a_broker_goes_on_over_a_restart() {
        line.registry(park("z")).at("2026-11-23T10:05").shut(NORTH).silenceAt("2026-11-23T10:10");
        line.restart().shut(NORTH).silenceAt("2026-11-23T10:11").silenceAt("2026-11-23T10:20");
        assertThat(events(line.only(DOOR_SILENT))).containsExactly(RAISED);
        line.back(NORTH).evaluateSilence().silenceAt("2026-11-23T10:22");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_door_that_is_open_and_through_which_nothing_comes_is_one_case_of_the_platform() {
        TestPark park = park("1", "2", "3", "4").behind("gw-1", 20).behind("gw-2", 20);
        line.registry(park).allHeardBut().evaluateSilence();
        line.silenceAt("2026-11-23T10:31").silenceAt("2026-11-23T11:30");
        assertThat(open()).containsExactly("mqtt");
        assertThat(line.only(DOOR_SILENT).text().en()).contains("44 of its 44 devices are silent");
        line.at("2026-11-23T12:00").allHeardBut("3").evaluateSilence().silenceAt("2026-11-23T12:02");
        assertThat(events(line.only(DOOR_SILENT))).containsExactly(RAISED, CLEARED);
        line.at("2026-11-23T12:29")
                .allHeardBut("3")
                .at("2026-11-23T12:31")
                .heard("2")
                .evaluateSilence();
        assertThat(open()).containsExactly("3");
    }

    @Test
    void devices_that_do_not_come_back_with_their_broker_are_the_case_of_its_door() {
        line.brokerIsThere(SOUTH, "1", "2", "3", "4", "5");
        line.registry(park("1", "2", "3", "4", "5", "z")).heard("z");
        for (String device : List.of("1", "2", "3", "4", "5")) {
            line.broughtBy(SOUTH, device);
        }
        line.at("2026-11-23T10:05").shut(SOUTH).silenceAt("2026-11-23T10:10");
        line.back(SOUTH).evaluateSilence().silenceAt("2026-11-23T10:13");
        assertThat(open()).isEmpty();
        line.at("2026-11-23T10:38").heard("z").silenceAt("2026-11-23T10:41");
        assertThat(open()).containsExactly(SOUTH);
        assertThat(line.cases(DOOR_SILENT)).hasSize(2);
    }
}
