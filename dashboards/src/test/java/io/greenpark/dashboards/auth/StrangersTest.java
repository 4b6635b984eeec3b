package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private final Strangers strangers = new Strangers();

    private static InetAddress address(String text) {
        return Objects.requireNonNull(AddressRange.address(text));
    }

    private int entered(String addresses, int attempts) {
        int entered = 0;
        for (int i = 0; i < attempts; i++) {
            entered += strangers.enter(address(addresses.formatted(i))) ? 1 : 0;
        }
        return entered;
    }

    @Test
    void one_address_takes_its_share_and_no_more() {
        assertThat(entered("192.0.2.1", 100)).isEqualTo(Strangers.MOST_OF_ADDRESS);
        assertThat(entered("2001:db8:1:1::%x", 100)).isEqualTo(Strangers.MOST_OF_ADDRESS);
        assertThat(strangers.enter(address("192.0.2.2"))).isTrue();
    }

    @Test
    void one_site_with_many_networks_leaves_room_for_others() {
        assertThat(entered("2001:db8:1:%x::1", 10_000)).isEqualTo(Strangers.MOST_OF_SITE);
        assertThat(strangers.enter(address("2001:db8:2::1"))).isTrue();
        assertThat(strangers.enter(address("192.0.2.1"))).isTrue();
    }

    @Test
    void all_together_are_bounded() {
        assertThat(entered("2001:db8:%x::1", 10_000)).isEqualTo(Strangers.MOST);
    }

    @Test
    void who_leaves_makes_room() {
        for (int round = 0; round < 3; round++) {
            assertThat(entered("2001:db8:1:%x::1", 20)).isEqualTo(Strangers.MOST_OF_SITE);
            for (int i = 0; i < Strangers.MOST_OF_SITE; i++) {
                strangers.leave(address("2001:db8:1:%x::1".formatted(i)));
            }
        }
        assertThat(entered("192.0.2.1", 9)).isEqualTo(Strangers.MOST_OF_ADDRESS);
        for (int i = 0; i < Strangers.MOST_OF_ADDRESS; i++) {
            strangers.leave(address("192.0.2.1"));
        }
        assertThat(entered("192.0.2.1", 9)).isEqualTo(Strangers.MOST_OF_ADDRESS);
    }
}
