package io.greenpark.store.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogReaderTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private SqliteTelemetryLog log;
    private LogReader reader;

    @BeforeEach
    void open() {
        log = SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), Clock.systemUTC());
        for (long time = 1; time <= 3; time++) {
            Reading reading = new Reading("e", "d", "k", "p", 1, Unit.KWH, Flag.NORMAL, time, time, Door.MQTT);
            log.append(List.of(reading)).toCompletableFuture().join();
        }
        reader = LogReader.open("r", log, fixture.books(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void commit(LogSlice slice) {
        fixture.books().write(tx -> {
            reader.commit(tx, slice);
            return null;
        });
    }

    @Test
    void a_failed_transaction_is_repeated() {
        LogSlice first = reader.next(1);
        assertThatThrownBy(() -> fixture.books().write(tx -> {
                    reader.commit(tx, first);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(reader.next(1).readings()).isEqualTo(first.readings());
    }

    @Test
    void a_durable_transaction_whose_commit_seemed_to_fail_is_not_repeated() {
        LogSlice first = reader.next(1);
        commit(first);
        // The connection broke before the answer: moved() is not called.
        LogSlice second = reader.next(1);
        assertThat(second.from()).isEqualTo(first.to());
        commit(second);
        reader.moved(second);
        assertThat(reader.next(5).readings()).hasSize(1);
        assertThat(reader.lag()).isEqualTo(1);
    }
}
