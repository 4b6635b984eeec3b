package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.accounting.work.LogIntake;
import io.greenpark.accounting.work.UpsertListener;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogIntakeTest {
    private static final Reading READING = TestPark.reading(TestPark.METER, 1_700_000_000_000L, 1);

    @TempDir
    private Path dir;

    private final List<Object> told = new ArrayList<>();
    private final UpsertListener listener = new UpsertListener() {
        @Override
        public void put(List<Reading> readings) {
            told.addAll(readings);
        }

        @Override
        public void unsure() {
            told.add("unsure");
        }
    };

    private SqliteTelemetryLog log;
    private Books books;

    @BeforeEach
    void open() {
        log = SqliteTelemetryLog.open(dir.resolve("log"), LogConfig.defaults(), Clock.systemUTC());
        books = SqliteBooks.open(dir.resolve("books.db"), BooksConfig.defaults(), Clock.systemUTC());
        log.append(List.of(READING)).toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        log.close();
        books.close();
    }

    private LogIntake intake(UpsertListener... listeners) {
        TestPark park = new TestPark(TestPark.meter());
        return new LogIntake(log, books, park, 100, Clock.systemUTC(), List.of(listeners));
    }

    @Test
    void what_is_in_the_set_is_told_and_told_once() {
        LogIntake intake = intake(listener);
        assertThat(intake.takeSlice()).isTrue();
        assertThat(intake.takeSlice()).isFalse();
        assertThat(told).containsExactly(READING);
    }

    @Test
    void after_a_failed_transaction_nobody_goes_on_with_what_they_knew() {
        LogIntake intake = intake(listener);
        books.close();
        assertThatThrownBy(intake::takeSlice).isInstanceOf(RuntimeException.class);
        assertThat(told).containsExactly("unsure");
    }

    @Test
    void where_one_cannot_be_told_all_forget() {
        UpsertListener broken = new UpsertListener() {
            @Override
            public void put(List<Reading> readings) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void unsure() {}
        };
        LogIntake intake = intake(listener, broken);
        assertThatThrownBy(intake::takeSlice).hasMessage("broken");
        assertThat(told).containsExactly(READING, "unsure");
    }
}
