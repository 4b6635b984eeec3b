package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.log.ReaderPositions;
import io.greenpark.park.log.StaleReaderException;
import io.greenpark.park.reading.Position;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReaderPositionsTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private <T> T ask(Function<ReaderPositions, T> work) {
        return fixture.books().<T, RuntimeException>write(tx -> work.apply(tx.positions()));
    }

    private void change(Consumer<ReaderPositions> work) {
        ask(positions -> {
            work.accept(positions);
            return true;
        });
    }

    private Position standing(String reader, int partition) {
        return ask(p -> p.get(reader, partition));
    }

    private static Position at(long offset) {
        return new Position(0, offset);
    }

    @Test
    void a_new_reader_is_at_the_start() {
        assertThat(standing("r", 3)).isEqualTo(new Position(3, 0));
    }

    @Test
    void a_commit_moves_the_reader_and_survives_a_restart() {
        long epoch = ask(p -> p.takeOver("r", 0));
        change(p -> p.commit("r", at(0), at(10), epoch));
        change(p -> p.commit("r", at(10), at(25), epoch));
        fixture.reopen();
        assertThat(standing("r", 0)).isEqualTo(at(25));
        assertThat(standing("other", 0)).isEqualTo(at(0));
    }

    @Test
    void a_forgotten_reader_begins_like_a_new_one() {
        long epoch = ask(p -> p.takeOver("r", 0));
        change(p -> p.commit("r", at(0), at(10), epoch));
        change(p -> p.forget("r"));
        assertThat(standing("r", 0)).isEqualTo(at(0));
        long anew = ask(p -> p.takeOver("r", 0));
        assertThat(anew).isEqualTo(1);
    }

    @Test
    void a_commit_from_another_position_is_refused() {
        long epoch = ask(p -> p.takeOver("r", 0));
        change(p -> p.commit("r", at(0), at(10), epoch));
        assertThatThrownBy(() -> change(p -> p.commit("r", at(0), at(12), epoch)))
                .isInstanceOf(StaleReaderException.class)
                .hasMessageContaining("is at 10, not at 0");
        assertThat(standing("r", 0)).isEqualTo(at(10));
    }

    @Test
    void of_two_owners_only_the_newer_commits() {
        long old = ask(p -> p.takeOver("r", 0));
        change(p -> p.commit("r", at(0), at(10), old));
        long young = ask(p -> p.takeOver("r", 0));
        assertThat(young).isGreaterThan(old);
        assertThatThrownBy(() -> change(p -> p.commit("r", at(10), at(20), old)))
                .isInstanceOf(StaleReaderException.class);
        change(p -> p.commit("r", at(10), at(15), young));
        assertThat(standing("r", 0)).isEqualTo(at(15));
    }

    @Test
    void a_refused_commit_rolls_back_its_transaction() {
        long epoch = ask(p -> p.takeOver("r", 0));
        assertThatThrownBy(() -> fixture.books().write(tx -> {
                    tx.marks().subscribe("c", Set.of(Mark.Kind.ALERT));
                    tx.marks().mark(Mark.Kind.ALERT, "case", 0);
                    tx.positions().commit("r", at(7), at(9), epoch);
                    return null;
                }))
                .isInstanceOf(StaleReaderException.class);
        assertThat(fixture.books()
                        .<Long, RuntimeException>write(tx -> tx.marks().count("c")))
                .isZero();
    }
}
