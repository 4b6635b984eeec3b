package io.greenpark.access.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who stands in for whom, from one time to another. */
class DeputiesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private Deputies at(Instant now) {
        return new Deputies(fixture.books(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Instant day(int n) {
        return NOW.plus(Duration.ofDays(n));
    }

    private Deputyship name(String account, String deputy, int from, int until) {
        return at(NOW).name(account, deputy, day(from), day(until), null, account);
    }

    @Test
    void it_begins_and_ends_by_the_clock_and_stays_on_record() {
        name("wang", "li", 1, 3);
        assertThat(at(day(0)).principalsOf("li")).isEmpty();
        assertThat(at(day(1)).principalsOf("li")).containsExactly("wang");
        assertThat(at(day(3)).principalsOf("li")).as("half-open").isEmpty();
        assertThat(at(day(9)).all()).singleElement().matches(d -> d.isOver(day(9)) && d.ended() == null);
    }

    @Test
    void one_that_is_ended_early_is_over_and_leaves_room_for_another() {
        Deputyship first = name("wang", "li", 0, 9);
        at(day(2)).end(first.id(), "wang");
        assertThat(at(day(2)).principalsOf("li")).isEmpty();
        name("wang", "sun", 2, 9);
        assertThat(at(day(3)).principalsOf("sun")).containsExactly("wang");
        assertThat(at(day(3)).all()).hasSize(2);
    }

    @Test
    void circles_and_two_at_a_time_are_refused() {
        name("wang", "li", 1, 5);
        assertThatThrownBy(() -> name("wang", "sun", 4, 8))
                .hasMessageContaining("\"li\" stands in at that time already");
        assertThatThrownBy(() -> name("li", "wang", 2, 3)).hasMessageContaining("you stand in for \"wang\"");
        assertThatThrownBy(() -> name("sun", "wang", 2, 3)).hasMessageContaining("\"wang\" has \"li\" stand in");
        assertThatThrownBy(() -> name("sun", "sun", 2, 3)).hasMessageContaining("his own deputy");
        assertThatThrownBy(() -> name("sun", "chen", 1, 400)).hasMessageContaining("at most 366 days");
        name("wang", "sun", 5, 8);
        name("li", "wang", 20, 30);
        assertThat(at(NOW).all()).hasSize(3);
    }
}
