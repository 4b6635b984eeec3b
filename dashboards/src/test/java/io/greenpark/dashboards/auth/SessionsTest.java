package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path dir;

    private Books books;

    @BeforeEach
    void open() {
        books = BooksKind.SQLITE.fresh(dir).open(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        books.close();
    }

    /** As a process that starts at a time reads them. */
    private Sessions at(Instant now, String key) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Sessions(
                key.getBytes(StandardCharsets.UTF_8), Duration.ofHours(12), new EndedSessions(books, clock), clock);
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

    @Test
    void a_session_that_was_ended_stays_so_over_a_restart() {
        Sessions before = at(NOON, "key");
        String one = before.open("officer");
        String other = before.open("officer");
        before.end(one);
        Sessions after = at(NOON.plusSeconds(60), "key");
        assertThat(after.userOf(one)).isNull();
        assertThat(after.userOf(other)).isEqualTo("officer");
    }

    @Test
    void what_was_ended_is_kept_no_longer_than_it_would_have_lasted() {
        Sessions sessions = at(NOON, "key");
        sessions.end(sessions.open("officer"));
        Sessions nextDay = at(NOON.plus(Duration.ofDays(1)), "key");
        nextDay.end(nextDay.open("officer"));
        int kept = books.read(handle -> handle.createQuery("SELECT count(*) FROM ended_session")
                .mapTo(Integer.class)
                .one());
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void a_value_for_another_purpose_is_no_session() {
        byte[] key = "key".getBytes(StandardCharsets.UTF_8);
        SignedText device = new SignedText(key, "device", Duration.ofDays(90), Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(at(NOON, "key").userOf(device.write("officer"))).isNull();
    }
}
