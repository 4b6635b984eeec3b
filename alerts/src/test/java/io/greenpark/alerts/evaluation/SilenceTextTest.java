package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.GATEWAY_SILENT;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the case of a silence says: its limit and why, and that what was sent is refused. */
class SilenceTextTest {
    private static final String TWELVE = "{\"kW\": 12}";

    @RegisterExtension
    final Timeline line = new Timeline();

    @BeforeEach
    void the_platform_listens() {
        line.at("2026-11-23T10:00").restart().opened(Door.MQTT);
    }

    private void meter(Duration silenceAfter) {
        line.registry(new TestPark().onlyDevices().device(TestPark.ENTERPRISE, "m", null, silenceAfter))
                .heard("m")
                .evaluateSilence();
    }

    private Case silent() {
        return line.only(DEVICE_SILENT);
    }

    @Test
    void a_limit_that_the_registry_states_says_so_and_below_a_minute_in_seconds() {
        meter(Duration.ofSeconds(30));
        line.silenceAt("2026-11-23T10:01");
        assertThat(silent().text().en())
                .contains("Counts as silent: after 30 seconds without data (set for this device in the registry)");
        assertThat(silent().text().zh()).contains("离线判定：连续 30 秒无数据（登记册为该设备设定的时限）");
    }

    @Test
    void a_limit_that_is_assumed_says_from_what() {
        meter(Duration.ofHours(1));
        line.silenceAt("2026-11-23T11:00");
        assertThat(silent().text().en())
                .contains("after 1 hour without data (the shortest default: 3 ×", "reporting interval, 10 minutes");
        assertThat(silent().text().zh()).contains("连续 1 小时无数据（默认最短时限");
    }

    @Test
    void a_device_whose_messages_are_refused_is_said_to_send_with_reason_key_and_value() {
        meter(Duration.ofMinutes(30));
        line.at("2026-11-23T10:20").refused("m", "m", RejectReason.UNKNOWN_KEY, "kW", TWELVE);
        line.silenceAt("2026-11-23T10:31");
        assertThat(silent().title().en()).endsWith("device m sends, but is refused");
        assertThat(silent().text().en())
                .contains(
                        "device m (m) sends, but is refused: the device has no point of this key, key \"kW\", sent "
                                + TWELVE + "; last at 2026-11-23 10:20",
                        "Action: correct the key")
                .doesNotContain("stopped sending");
        assertThat(silent().text().zh()).contains("仍在发送，但全部被拒：设备没有该键对应的测点，键 \"kW\"", "最近一次 2026-11-23 10:20");
        assertThat(line.notifications()).containsExactly("device-silent RAISED");
    }

    @Test
    void what_an_open_case_says_follows_the_refusals_without_a_notice() {
        meter(Duration.ofMinutes(30));
        line.silenceAt("2026-11-23T10:31");
        assertThat(silent().text().en()).contains("stopped sending");
        line.at("2026-11-23T10:40").refused("m", "m", RejectReason.BAD_TIME, null, "x\u0000\r\ny");
        line.silenceAt("2026-11-23T10:41");
        assertThat(silent().text().en()).contains("sends, but is refused: the time cannot be read, sent x y; last at");
        line.silenceAt("2026-11-23T11:11");
        assertThat(silent().text().en()).contains("stopped sending");
        assertThat(events(silent())).containsExactly(RAISED);
        assertThat(line.notifications()).hasSize(1);
    }

    @Test
    void a_refusal_is_no_sign_of_life_and_one_from_before_the_last_reading_says_nothing() {
        meter(Duration.ofMinutes(30));
        line.refused("m", "m", RejectReason.UNKNOWN_KEY, "kW", TWELVE)
                .at("2026-11-23T10:05")
                .heard("m");
        line.silenceAt("2026-11-23T10:35");
        assertThat(silent().text().en()).contains("stopped sending");
    }

    @Test
    void a_gateway_that_is_refused_is_said_to_send() {
        line.registry(new TestPark().onlyDevices().behind("gw-1", 12))
                .allHeardBut()
                .evaluateSilence();
        line.at("2026-11-23T10:20").refused("gw-1", null, RejectReason.BAD_CREDENTIALS, null, "");
        line.silenceAt("2026-11-23T10:31");
        Case gateway = line.only(GATEWAY_SILENT);
        assertThat(gateway.title().en()).endsWith("gateway gw-1 sends, but is refused");
        assertThat(gateway.text().en())
                .contains(
                        "Refused because: unknown user name or wrong password; last at 2026-11-23 10:20",
                        "Counts as silent: after 30 minutes without data (set for this device in the registry)");
        assertThat(gateway.text().zh()).contains("仍在发送，但被拒", "被拒原因：用户名未知或密码错误");
    }

    @Test
    void a_stranger_that_gives_the_name_of_a_dead_device_does_not_make_it_send() {
        meter(Duration.ofMinutes(30));
        line.at("2026-11-23T10:20").stranger("203.0.113.9", "m", RejectReason.BAD_CREDENTIALS);
        line.silenceAt("2026-11-23T10:31");
        assertThat(silent().title().en()).endsWith("device m is silent");
        assertThat(silent().text().en())
                .contains(
                        "device m (m) has stopped sending",
                        "Refused because: someone at 203.0.113.9 gave its name with a wrong password; last at 2026-11-23 10:20");
        assertThat(silent().text().zh()).contains("停止上报数据", "有人从 203.0.113.9 以其名称登录，密码错误");
    }

    @Test
    void a_stranger_does_not_hide_that_what_a_device_sends_is_refused() {
        meter(Duration.ofMinutes(30));
        line.at("2026-11-23T10:20").refused("m", "m", RejectReason.UNKNOWN_KEY, "kW", TWELVE);
        line.at("2026-11-23T10:30").stranger("203.0.113.9", "m", RejectReason.BAD_CREDENTIALS);
        line.silenceAt("2026-11-23T10:31");
        assertThat(silent().title().en()).endsWith("device m sends, but is refused");
        assertThat(silent().text().en()).doesNotContain("203.0.113.9");
    }

    @Test
    void nor_does_one_that_gives_the_name_of_their_gateway_hide_that_of_devices() {
        line.registry(new TestPark().onlyDevices().behind("gw-1", 12))
                .allHeardBut()
                .evaluateSilence();
        line.at("2026-11-23T10:20").refused("gw-1.3", "gw-1.3", RejectReason.UNKNOWN_KEY, "kW", TWELVE);
        line.at("2026-11-23T10:30").stranger("203.0.113.9", "gw-1", RejectReason.BAD_CREDENTIALS);
        line.silenceAt("2026-11-23T10:31");
        assertThat(line.only(GATEWAY_SILENT).title().en()).endsWith("gateway gw-1 sends, but is refused");
    }

    @Test
    void nor_does_one_that_gives_the_name_of_a_dead_gateway() {
        line.registry(new TestPark().onlyDevices().behind("gw-1", 12))
                .allHeardBut()
                .evaluateSilence();
        line.at("2026-11-23T10:20").stranger("203.0.113.9", "gw-1", RejectReason.UNKNOWN_KEY);
        line.silenceAt("2026-11-23T10:31");
        Case gateway = line.only(GATEWAY_SILENT);
        assertThat(gateway.title().en()).endsWith("gateway gw-1 is silent");
        assertThat(gateway.text().en())
                .contains(
                        "have fallen silent together",
                        "Refused because: someone at 203.0.113.9 gave its name without proof");
    }
}
