package io.greenpark.ingest.intake;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.LogSlice;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.deadletter.DeadLetterConfig;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The real stores behind the doors, in a directory of the test. */
public final class TestStores implements AutoCloseable {
    public final GatedLog log;
    public final SqliteDeadLetters deadLetters;

    public TestStores(Path dir) {
        log = new GatedLog(SqliteTelemetryLog.open(dir, LogConfig.defaults(), Clock.systemUTC()));
        deadLetters =
                SqliteDeadLetters.open(dir.resolve("dead-letters.db"), DeadLetterConfig.defaults(), Clock.systemUTC());
    }

    /** Everything in the log. */
    public List<Reading> readings() {
        List<Reading> all = new ArrayList<>();
        Position at = Position.START;
        while (true) {
            LogSlice slice = log.readAfter(at, 10_000);
            if (slice.isEmpty()) {
                return all;
            }
            all.addAll(slice.readings());
            at = slice.to();
        }
    }

    /** The refusals, newest first. */
    public List<DeadLetter> listDeadLetters() {
        return deadLetters.list(null, null, null, 1_000).stream()
                .map(DeadLetters.StoredDeadLetter::letter)
                .toList();
    }

    @Override
    public void close() {
        log.close();
        deadLetters.close();
    }
}
