package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.DOOR_SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.park.reading.Door;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two brokers bring the same devices, milliseconds apart; each device may be silent for 30 minutes. Since 10:00. */
class TwoBrokersTest {
    private static final String NORTH = "broker north";
    private static final String SOUTH = "broker south";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void the_platform_listens() {
        line.at("2026-11-23T10:00").restart();
    }

    private void devices(String... ids) {
        TestPark park = new TestPark().onlyDevices();
        for (String id : ids) {
            park.device(TestPark.ENTERPRISE, id, null, Duration.ofMinutes(30));
        }
        line.registry(park).brokerIsThere(NORTH, ids).brokerIsThere(SOUTH, ids);
    }

    /** Each message comes by both, by the first of them first. */
    private void comesBy(String first, String second, String... ids) {
        line.together(() -> {
            for (String id : ids) {
                line.broughtBy(first, id);
                line.clock.advance(Duration.ofMillis(3));
                line.broughtBy(second, id);
            }
        });
    }

    private String notedBroker() {
        return line.books()
                .read(handle -> handle.createQuery("SELECT broker FROM alert_device_known WHERE device = 'a'")
                        .mapTo(String.class)
                        .one());
    }

    private int writesOfALook() {
        int before = line.books().writes();
        line.evaluateSilence();
        return line.books().writes() - before;
    }

    @Test
    void a_device_is_judged_by_the_other_while_one_of_them_is_away() {
        devices("a", "b");
        comesBy(NORTH, SOUTH, "a", "b");
        line.evaluateSilence().at("2026-11-23T10:25").shut(SOUTH).broughtBy(NORTH, "b");
        line.silenceAt("2026-11-23T10:29");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T10:31");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
        line.at("2026-11-23T10:35").back(SOUTH).evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT)).hasSize(1);
    }

    @Test
    void that_holds_whichever_of_them_is_away() {
        devices("a");
        comesBy(NORTH, SOUTH, "a");
        line.evaluateSilence().at("2026-11-23T10:25").shut(NORTH).silenceAt("2026-11-23T10:31");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void it_is_not_judged_while_both_are_away() {
        devices("a");
        comesBy(NORTH, SOUTH, "a");
        line.evaluateSilence().at("2026-11-23T10:10").shut(NORTH).shut(SOUTH).silenceAt("2026-11-23T12:00");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.back(SOUTH).silenceAt("2026-11-23T12:19");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
        line.silenceAt("2026-11-23T12:21");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void the_case_of_a_broker_through_which_nothing_comes_goes_on_for_its_devices_when_it_goes_away() {
        devices("1", "2", "3", "4", "5");
        comesBy(NORTH, SOUTH, "1", "2", "3", "4", "5");
        line.evaluateSilence().silenceAt("2026-11-23T10:31");
        assertThat(line.cases(DOOR_SILENT)).hasSize(1);
        String silent = line.only(DOOR_SILENT).subject();
        line.at("2026-11-23T10:40").shut(silent).evaluateSilence().silenceAt("2026-11-23T12:00");
        assertThat(line.cases(DOOR_SILENT)).hasSize(1);
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
    }

    @Test
    void a_broker_that_it_left_long_ago_does_not_judge_it() {
        devices("a");
        comesBy(NORTH, SOUTH, "a");
        line.at("2026-11-23T10:20").broughtBy(SOUTH, "a").at("2026-11-23T10:40").broughtBy(SOUTH, "a");
        line.evaluateSilence().shut(SOUTH).silenceAt("2026-11-23T12:00");
        assertThat(line.cases(DEVICE_SILENT)).isEmpty();
    }

    @Test
    void a_device_that_comes_by_a_door_of_the_platform_and_by_a_broker_is_judged_by_either() {
        devices("a");
        line.opened(Door.MQTT).broughtBy(NORTH, "a");
        line.clock.advance(Duration.ofMillis(3));
        line.heard("a").evaluateSilence().at("2026-11-23T10:10").shut("mqtt").silenceAt("2026-11-23T10:31");
        assertThat(line.only(DEVICE_SILENT).deviceId()).isEqualTo("a");
    }

    @Test
    void the_noted_broker_stays_for_as_long_as_it_brings_the_device() {
        devices("a");
        comesBy(NORTH, SOUTH, "a");
        line.evaluateSilence();
        String noted = notedBroker();
        for (int minute = 10; minute < 60; minute += 10) {
            line.at("2026-11-23T10:%02d".formatted(minute));
            comesBy(minute % 20 == 0 ? NORTH : SOUTH, minute % 20 == 0 ? SOUTH : NORTH, "a");
            line.evaluateSilence();
            assertThat(notedBroker()).isEqualTo(noted);
        }
    }

    @Test
    void one_that_no_longer_brings_it_is_replaced_once_its_limit_has_run() {
        devices("a");
        line.broughtBy(NORTH, "a").evaluateSilence();
        line.at("2026-11-23T10:20").broughtBy(SOUTH, "a").evaluateSilence();
        assertThat(notedBroker()).isEqualTo(NORTH);
        line.at("2026-11-23T10:31").broughtBy(SOUTH, "a").evaluateSilence();
        assertThat(notedBroker()).isEqualTo(SOUTH);
    }

    @Test
    void a_look_that_finds_nothing_new_writes_nothing() {
        String[] ids = IntStream.range(0, 50).mapToObj(i -> "m" + i).toArray(String[]::new);
        devices(ids);
        comesBy(NORTH, SOUTH, ids);
        line.evaluateSilence();
        assertThat(writesOfALook()).isZero();
        comesBy(SOUTH, NORTH, ids);
        assertThat(writesOfALook()).isZero();
        line.restart().forgetBrought().evaluateSilence();
        assertThat(writesOfALook()).isZero();
    }

    @Test
    void what_is_new_is_written_in_portions() {
        String[] ids = IntStream.range(0, 1_001).mapToObj(i -> "m" + i).toArray(String[]::new);
        devices(ids);
        line.evaluateSilence();
        comesBy(NORTH, SOUTH, ids);
        assertThat(writesOfALook()).isEqualTo(3);
    }

    @Test
    void silent_devices_are_written_once() {
        List<String> ids = IntStream.range(0, 4).mapToObj(i -> "m" + i).toList();
        devices(ids.toArray(String[]::new));
        comesBy(NORTH, SOUTH, ids.toArray(String[]::new));
        line.evaluateSilence().silenceAt("2026-11-23T10:31");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(4);
        assertThat(writesOfALook()).isZero();
    }
}
