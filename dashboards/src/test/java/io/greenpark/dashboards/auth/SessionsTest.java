package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Sessions at(Instant now, String key) {
        return new Sessions(
                key.getBytes(StandardCharsets.UTF_8), Duration.ofHours(12), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void a_cookie_names_its_user_after_a_restart() {
        String cookie = at(NOON, "key").open("王芳.officer");
        assertThat(at(NOON.plusSeconds(3_600), "key").userOf(cookie)).isEqualTo("王芳.officer");
    }

    @Test
    void a_forged_foreign_or_mangled_cookie_names_no_user() {
        String cookie = at(NOON, "key").open("officer");
        assertThat(at(NOON, "another key").userOf(cookie)).isNull();
        assertThat(at(NOON, "key").userOf(cookie.replaceFirst("^[^.]+", "cm9vdA")))
                .isNull();
        assertThat(at(NOON, "key").userOf("")).isNull();
        assertThat(at(NOON, "key").userOf("a.b.c.d")).isNull();
        assertThat(at(NOON, "key").userOf("...")).isNull();
    }

    @Test
    void a_session_expires() {
        String cookie = at(NOON, "key").open("officer");
        assertThat(at(NOON.plus(Duration.ofHours(12)), "key").userOf(cookie)).isNull();
    }

    @Test
    void signing_out_ends_that_session_only() {
        Sessions sessions = at(NOON, "key");
        String one = sessions.open("officer");
        String other = sessions.open("officer");
        sessions.end(one);
        assertThat(sessions.userOf(one)).isNull();
        assertThat(sessions.userOf(other)).isEqualTo("officer");
    }
}
