package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.auth.SignInThrottle.Attempt;
import io.greenpark.park.time.MovableClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private static Attempt stranger(String address) {
        return new Attempt("admin", Sender.of(address(address), null));
    }

    private static InetAddress address(String text) {
        return Objects.requireNonNull(AddressRange.address(text));
    }

    private void fail(Attempt attempt, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(attempt);
        }
    }

    @Test
    void who_guesses_from_one_address_waits_and_nobody_else() {
        fail(stranger("192.0.2.1"), 5);
        assertThat(throttle.wait(stranger("192.0.2.1"))).isPositive();
        assertThat(throttle.wait(stranger("192.0.2.2"))).isZero();
        assertThat(throttle.failed(stranger("192.0.2.2"))).isZero();
    }

    @Test
    void a_browser_that_signed_in_before_is_not_held_up_by_others_at_its_address() {
        fail(stranger("192.0.2.1"), 50);
        Attempt known = new Attempt("admin", Sender.of(address("192.0.2.1"), "device-1"));
        assertThat(throttle.wait(known)).isZero();
        assertThat(throttle.failed(known)).isZero();
    }

    @Test
    void a_known_browser_may_not_guess_for_ever() {
        Attempt known = new Attempt("admin", Sender.of(address("192.0.2.1"), "device-1"));
        fail(known, 5);
        assertThat(throttle.wait(known)).isPositive();
        assertThat(throttle.wait(stranger("192.0.2.1"))).isZero();
    }

    @Test
    void many_addresses_slow_strangers_down_and_lock_nobody_out() {
        for (int i = 1; i <= 200; i++) {
            throttle.failed(stranger("198.51.100." + i));
        }
        assertThat(throttle.wait(stranger("192.0.2.2"))).isZero();
        assertThat(throttle.failed(stranger("192.0.2.2"))).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
        clock.advance(Duration.ofHours(2));
        assertThat(throttle.failed(stranger("192.0.2.3"))).isZero();
    }

    @Test
    void however_many_failures_there_were_the_delay_ends_in_half_an_hour() {
        for (int i = 0; i < 100_000; i++) {
            throttle.failed(stranger("198.51." + i / 250 % 250 + "." + i % 250));
        }
        assertThat(throttle.failed(stranger("192.0.2.2"))).isEqualTo(Duration.ofSeconds(8));
        clock.advance(Duration.ofMinutes(31));
        assertThat(throttle.failed(stranger("192.0.2.3"))).isZero();
    }

    @Test
    void addresses_of_one_customer_count_as_one() {
        for (int i = 1; i <= 5; i++) {
            throttle.failed(stranger("2001:db8:1:1::" + i));
        }
        assertThat(throttle.wait(stranger("2001:db8:1:1::77"))).isPositive();
        assertThat(throttle.wait(stranger("2001:db8:1:2::1"))).isZero();
    }

    @Test
    void one_site_with_many_networks_waits_as_a_whole_and_others_do_not() {
        for (int i = 0; i < SignInThrottle.FREE_OF_SITE; i++) {
            assertThat(throttle.wait(stranger("2001:db8:1:%x::1".formatted(i)))).isZero();
            throttle.failed(stranger("2001:db8:1:%x::1".formatted(i)));
        }
        assertThat(throttle.wait(stranger("2001:db8:1:ffff::1"))).isPositive();
        assertThat(throttle.wait(stranger("2001:db8:2::1"))).isZero();
        assertThat(throttle.wait(new Attempt("admin", Sender.of(address("2001:db8:1::1"), "device-1"))))
                .isZero();
        throttle.succeeded(stranger("2001:db8:1:ffff::1"));
        assertThat(throttle.wait(stranger("2001:db8:1:ffff::2"))).isZero();
    }

    @Test
    void a_right_password_ends_the_waiting() {
        fail(stranger("192.0.2.1"), 4);
        throttle.succeeded(stranger("192.0.2.1"));
        fail(stranger("192.0.2.1"), 4);
        assertThat(throttle.wait(stranger("192.0.2.1"))).isZero();
    }
}
