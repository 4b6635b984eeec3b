package io.greenpark.store.deadletter;

import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.DeadLettersContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

class SqliteDeadLettersTest extends DeadLettersContract {
    @Override
    protected DeadLetters open(Path dir, Clock clock, Duration keep, int maxPerSender, int maxRows) {
        return SqliteDeadLetters.open(
                dir.resolve("dead-letters.sqlite"), new DeadLetterConfig(keep, maxPerSender, maxRows, 10_000), clock);
    }
}
