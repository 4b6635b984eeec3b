package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LooksTest {
    private static final Instant HOUR = Instant.parse("2026-01-01T08:00:00Z");
    private static final AuditObject STEEL = new AuditObject("enterprise", "steel");
    private static final AuditObject DYE = new AuditObject("enterprise", "dye");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final MovableClock clock = new MovableClock(HOUR);
    private Looks looks;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        looks = new Looks(fixture.books(), clock);
    }

    private void look(String person, AuditObject object, int minutesLater) {
        clock.set(HOUR.plus(Duration.ofMinutes(minutesLater)));
        looks.note(person, object);
    }

    private List<Look> written() {
        return looks.newest(null, null, HOUR.minus(Duration.ofDays(1)), HOUR.plus(Duration.ofDays(1)), 100);
    }

    private static Look expected(String person, AuditObject object, int hours, long count, int first, int last) {
        return new Look(
                person,
                object,
                HOUR.plus(Duration.ofHours(hours)),
                count,
                HOUR.plus(Duration.ofMinutes(first)),
                HOUR.plus(Duration.ofMinutes(last)));
    }

    @Test
    void looks_are_counted_by_person_object_and_hour() {
        look("li", STEEL, 5);
        look("li", STEEL, 20);
        look("wang", STEEL, 30);
        look("li", DYE, 40);
        look("li", STEEL, 59);
        look("li", STEEL, 60);
        looks.flush();
        assertThat(written())
                .containsExactly(
                        expected("li", STEEL, 1, 1, 60, 60),
                        expected("li", DYE, 0, 1, 40, 40),
                        expected("li", STEEL, 0, 3, 5, 59),
                        expected("wang", STEEL, 0, 1, 30, 30));
    }

    @Test
    void what_is_written_later_is_added_also_where_the_clock_was_set_back() {
        look("li", STEEL, 20);
        looks.flush();
        look("li", STEEL, 40);
        looks.flush();
        look("li", STEEL, 10);
        looks.flush();
        looks.flush();
        assertThat(written()).containsExactly(expected("li", STEEL, 0, 3, 10, 40));
    }

    @Test
    void looks_are_found_by_person_object_and_time() {
        look("li", STEEL, 5);
        look("wang", STEEL, 6);
        look("li", DYE, 65);
        looks.flush();
        Instant end = HOUR.plus(Duration.ofDays(1));
        assertThat(looks.newest("li", null, HOUR, end, 10))
                .extracting(Look::object)
                .containsExactly(DYE, STEEL);
        assertThat(looks.newest(null, STEEL, HOUR, end, 10))
                .extracting(Look::person)
                .containsExactly("li", "wang");
        assertThat(looks.newest("li", null, HOUR, HOUR.plusSeconds(3_600), 10)).hasSize(1);
        assertThat(looks.newest(null, null, HOUR, end, 2)).hasSize(2);
    }

    @Test
    void what_is_waiting_is_written_when_they_are_closed() {
        looks.start();
        look("li", STEEL, 5);
        looks.close();
        assertThat(written()).containsExactly(expected("li", STEEL, 0, 1, 5, 5));
    }

    @Test
    void looks_at_more_than_memory_has_room_for_are_counted_by_kind() {
        for (int i = 0; i < Looks.MOST_WAITING + 500; i++) {
            looks.note("li", new AuditObject("point", "p" + i));
        }
        looks.note("li", new AuditObject("point", "p0"));
        looks.flush();
        Instant end = HOUR.plusSeconds(1);
        assertThat(looks.newest("li", new AuditObject("point", "*"), HOUR, end, 2))
                .extracting(Look::count)
                .containsExactly(500L);
        assertThat(looks.newest("li", new AuditObject("point", "p0"), HOUR, end, 2))
                .extracting(Look::count)
                .containsExactly(2L);
        assertThat(looks.newest("li", null, HOUR, end, 2 * Looks.MOST_WAITING)).hasSize(Looks.MOST_WAITING + 1);
    }

    @Test
    void what_cannot_be_written_waits_until_it_can() {
        look("li", STEEL, 5);
        fixture.books().write(tx -> tx.handle().execute("ALTER TABLE audit_look RENAME TO away"));
        assertThatThrownBy(() -> looks.flush()).isInstanceOf(RuntimeException.class);
        look("li", STEEL, 6);
        fixture.books().write(tx -> tx.handle().execute("ALTER TABLE away RENAME TO audit_look"));
        looks.flush();
        assertThat(written()).containsExactly(expected("li", STEEL, 0, 2, 5, 6));
    }

    @Test
    void looks_of_hours_that_ended_before_are_retired_and_none_of_the_last_six_months() {
        look("li", STEEL, 5);
        look("li", DYE, 6);
        look("li", STEEL, 65);
        looks.flush();
        clock.set(HOUR.plus(Duration.ofDays(184)));
        assertThatThrownBy(() -> looks.retire(HOUR.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HOUR.toString());
        clock.advance(Duration.ofDays(1));
        assertThat(looks.retire(HOUR.plusSeconds(3_599))).isZero();
        assertThat(looks.retire(HOUR.plusSeconds(3_600))).isEqualTo(2);
        assertThat(written()).containsExactly(expected("li", STEEL, 1, 1, 65, 65));
    }
}
