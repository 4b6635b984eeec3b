package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Logged;
import io.greenpark.park.time.MovableClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInLogTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final SignInLog log = new SignInLog(clock);
    private final Logged logged = Logged.from("io.greenpark.dashboards.auth");

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void address_and_account_are_told_and_what_may_be_a_password_is_not() {
        log.rejected(HERE, "admin", true);
        log.rejected(HERE, "correct horse\nbattery", false);
        assertThat(logged.texts())
                .containsExactly(
                        "WARN sign-in from 127.0.0.1 refused: a wrong password for account \"admin\"",
                        "WARN sign-in from 127.0.0.1 refused: there is no such account");
        assertThat(log.counts().rejected()).isEqualTo(2);
    }

    @Test
    void a_flood_is_counted_and_not_told_line_by_line() {
        for (int i = 0; i < 1_000; i++) {
            log.throttled(HERE, "admin", true);
        }
        assertThat(logged.texts()).hasSize(SignInLog.LINES);
        clock.advance(Duration.ofMinutes(1));
        log.rejected(HERE, "admin", true);
        assertThat(logged.texts()).hasSize(SignInLog.LINES + 2);
        assertThat(logged.texts().get(SignInLog.LINES)).startsWith("WARN 990 more sign-ins were refused since ");
        assertThat(log.counts().throttled()).isEqualTo(1_000);
    }
}
