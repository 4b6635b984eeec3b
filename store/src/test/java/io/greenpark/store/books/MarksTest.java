package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MarksTest {
    private static final Set<Mark.Kind> ENERGY = Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_DAY);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void subscribe() {
        change(m -> m.subscribe("rules", ENERGY));
        change(m -> m.subscribe("influx", Set.of(Mark.Kind.ENERGY_HOUR)));
    }

    private <T> T ask(Function<Marks, T> work) {
        return fixture.books().<T, RuntimeException>write(tx -> work.apply(tx.marks()));
    }

    private void change(Consumer<Marks> work) {
        ask(marks -> {
            work.accept(marks);
            return true;
        });
    }

    private long count(String consumer) {
        return ask(m -> m.count(consumer));
    }

    private List<Mark> pending(String consumer, Set<Mark.Kind> kinds, int max) {
        return ask(m -> m.pending(consumer, kinds, max));
    }

    @Test
    void a_change_is_marked_once_per_subscribed_consumer() {
        change(m -> {
            m.mark(Mark.Kind.ENERGY_HOUR, "e", 0);
            m.mark(Mark.Kind.ENERGY_HOUR, "e", 0);
            m.mark(Mark.Kind.ENERGY_DAY, "e", 0);
            m.mark(Mark.Kind.ALERT, "case", 0);
        });
        assertThat(count("rules")).isEqualTo(2);
        assertThat(count("influx")).isEqualTo(1);
    }

    @Test
    void a_mark_for_one_consumer_is_nobody_elses() {
        change(m -> m.markFor("influx", Mark.Kind.ENERGY_HOUR, "e", List.of(0L, 3_600_000L)));
        assertThat(count("influx")).isEqualTo(2);
        assertThat(count("rules")).isZero();
        change(m -> m.markFor("influx", Mark.Kind.ENERGY_DAY, "e", List.of(0L)));
        assertThat(count("influx")).as("a kind it did not subscribe to").isEqualTo(2);
    }

    @Test
    void a_change_in_the_same_transaction_as_a_mark_for_one_is_marked_for_all() {
        change(m -> {
            m.markFor("influx", Mark.Kind.ENERGY_HOUR, "e", List.of(0L));
            m.mark(Mark.Kind.ENERGY_HOUR, "e", 0);
            m.markFor("influx", Mark.Kind.ENERGY_HOUR, "e", List.of(0L));
        });
        assertThat(count("influx")).isEqualTo(1);
        assertThat(count("rules")).isEqualTo(1);
    }

    @Test
    void pending_marks_are_oldest_first_and_bounded() {
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "b", 0));
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "a", 0));
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "b", 0));
        assertThat(pending("rules", ENERGY, 10)).extracting(Mark::subject).containsExactly("a", "b");
        assertThat(pending("rules", ENERGY, 1)).hasSize(1);
        assertThat(pending("rules", Set.of(Mark.Kind.ENERGY_DAY), 10)).isEmpty();
    }

    @Test
    void a_period_marked_again_meanwhile_stays_pending() {
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "e", 0));
        List<Mark> seen = ask(m -> m.pending("influx", ENERGY, 10));
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "e", 0));
        change(m -> m.done("influx", seen));
        assertThat(count("influx")).isEqualTo(1);
        change(m -> m.done("influx", m.pending("influx", ENERGY, 10)));
        assertThat(count("influx")).isZero();
    }

    @Test
    void a_deleted_mark_made_again_is_a_new_one() {
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "e", 0));
        List<Mark> seen = ask(m -> m.pending("influx", ENERGY, 10));
        change(m -> m.done("influx", seen));
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "e", 0));
        change(m -> m.done("influx", seen));
        assertThat(count("influx")).isEqualTo(1);
    }

    @Test
    void marks_of_kinds_no_longer_subscribed_are_deleted() {
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "e", 0));
        change(m -> m.subscribe("rules", Set.of(Mark.Kind.ENERGY_DAY)));
        assertThat(count("rules")).isZero();
        change(m -> m.mark(Mark.Kind.ENERGY_HOUR, "e", 3_600_000));
        assertThat(count("rules")).isZero();
        change(m -> m.subscribe("influx", Set.of()));
        assertThat(count("influx")).isZero();
    }

    @Test
    void a_mark_made_again_after_done_in_one_transaction_stays() {
        change(m -> {
            m.mark(Mark.Kind.ENERGY_HOUR, "e", 0);
            m.done("influx", m.pending("influx", ENERGY, 10));
            m.mark(Mark.Kind.ENERGY_HOUR, "e", 0);
        });
        assertThat(count("influx")).isEqualTo(1);
    }
}
