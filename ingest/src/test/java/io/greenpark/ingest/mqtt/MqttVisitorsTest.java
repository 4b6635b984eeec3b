package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MqttVisitorsTest {
    private final MqttVisitors visitors = new MqttVisitors(
            MqttConfig.from(
                            Settings.ofTexts(Map.of("maxConnections", "4", "maxStrangersPerAddress", "2")),
                            new Problems())
                    .limits(),
            Clock.systemUTC());

    @Test
    void an_address_has_room_for_so_many_strangers() {
        assertThat(visitors.arrive("10.0.0.1").isWelcome()).isTrue();
        assertThat(visitors.arrive("10.0.0.1").isWelcome()).isTrue();
        assertThat(visitors.arrive("10.0.0.1").isWelcome()).isFalse();
        assertThat(visitors.arrive("10.0.0.2").isWelcome()).isTrue();
    }

    @Test
    void who_signed_in_makes_room_for_a_stranger_and_leaves_once() {
        MqttVisitors.Visit device = visitors.arrive("10.0.0.1");
        visitors.arrive("10.0.0.1");
        device.signedIn();
        assertThat(visitors.arrive("10.0.0.1").isWelcome()).isTrue();
        device.left();
        assertThat(visitors.arrive("10.0.0.1").isWelcome())
                .as("not counted twice")
                .isFalse();
    }

    @Test
    void sockets_are_bounded_in_all() {
        for (int i = 0; i < 4; i++) {
            MqttVisitors.Visit visit = visitors.arrive("10.0.0." + i);
            assertThat(visit.isWelcome()).isTrue();
            visit.signedIn();
        }
        MqttVisitors.Visit fifth = visitors.arrive("10.0.0.9");
        assertThat(fifth.isWelcome()).isFalse();
        fifth.left();
        assertThat(visitors.sockets()).isEqualTo(4);
    }

    @Test
    void an_ipv6_network_counts_as_one_address() {
        assertThat(MqttVisitors.network("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2");
        assertThat(MqttVisitors.network("2001:db8:1:2:9:9:9:9%eth0")).isEqualTo("2001:db8:1:2");
        assertThat(MqttVisitors.network("192.168.7.5")).isEqualTo("192.168.7.5");
    }
}
