package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.accounting.work.LogIntake;
import io.greenpark.accounting.work.UpsertListener;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
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
        public void upserted(List<Reading> readings) {
            told.addAll(readings);
        }

        @Override
        public void invalidate() {
            told.add("invalid");
        }
    };

    private SqliteTelemetryLog log;
    private Books books;

    @BeforeEach
    void open() {
        log = SqliteTelemetryLog.open(dir.resolve("log"), LogConfig.defaults(), Clock.systemUTC());
        books = BooksKind.SQLITE.fresh(dir).open(Clock.systemUTC());
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
    void listeners_are_told_of_every_upsert_once() {
        LogIntake intake = intake(listener);
        assertThat(intake.takeSlice()).isTrue();
        assertThat(intake.takeSlice()).isFalse();
        assertThat(told).containsExactly(READING);
    }

    @Test
    void a_failed_transaction_invalidates_what_listeners_remember() {
        LogIntake intake = intake(listener);
        books.close();
        assertThatThrownBy(intake::takeSlice).isInstanceOf(RuntimeException.class);
        assertThat(told).containsExactly("invalid");
    }

    @Test
    void a_failing_listener_invalidates_all() {
        UpsertListener broken = new UpsertListener() {
            @Override
            public void upserted(List<Reading> readings) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void invalidate() {}
        };
        LogIntake intake = intake(listener, broken);
        assertThatThrownBy(intake::takeSlice).hasMessage("broken");
        assertThat(told).containsExactly(READING, "invalid");
    }
}
