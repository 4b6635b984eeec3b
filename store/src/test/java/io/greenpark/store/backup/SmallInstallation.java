package io.greenpark.store.backup;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.log.LogReadings;
import io.greenpark.park.log.LogSlice;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.deadletter.DeadLetterConfig;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.reader.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The stores of a data folder without the rest of the house: readings 0, 1, 2 ... go into the log, one reader books them.
 * Reading {@code n} has the value {@code n}, so that sums are known.
 */
final class SmallInstallation implements AutoCloseable {
    static final Duration KEEP = Duration.ofDays(7);
    private static final String READER = "accounting";

    private final Clock clock;
    final Path data;
    final Books books;
    final SqliteTelemetryLog log;
    final SqliteDeadLetters deadLetters;
    final LogReader reader;

    SmallInstallation(Path data, Clock clock) throws IOException {
        this(data, BooksConfig.defaults(), clock);
    }

    SmallInstallation(Path data, BooksConfig config, Clock clock) throws IOException {
        this.data = data;
        this.clock = clock;
        Files.createDirectories(data.resolve("credentials"));
        Files.writeString(data.resolve("credentials/devices.csv"), "kind,id,user,password\n");
        books = BooksDatabase.open(data, config, clock);
        log = SqliteTelemetryLog.open(data, new LogConfig(KEEP, Long.MAX_VALUE, 100_000, 1_000, 0, 0), clock);
        deadLetters = SqliteDeadLetters.open(data.resolve("dead-letters.db"), DeadLetterConfig.defaults(), clock);
        reader = LogReader.open(READER, log, books, clock);
    }

    /** Appends so many more readings and waits until they are durable. */
    long append(int count) {
        int from = (int) log.end(0).offset();
        return log.append(LogReadings.readings(from, from + count))
                .toCompletableFuture()
                .join()
                .offset();
    }

    void refuse(String excerpt) {
        deadLetters
                .append(List.of(new DeadLetter(
                        Door.MQTT,
                        "meter-1",
                        "meter-1",
                        null,
                        RejectReason.MALFORMED,
                        Bilingual.same("on purpose"),
                        excerpt,
                        clock.millis())))
                .toCompletableFuture()
                .join();
    }

    /** Books what comes next; false if there is nothing. */
    boolean book(int max) {
        LogSlice slice = reader.next(max);
        if (slice.isEmpty()) {
            return false;
        }
        books.<Object, RuntimeException>write(tx -> {
            reader.commit(tx, slice);
            return tx.readings().put(slice.readings(), slice.to());
        });
        reader.moved(slice);
        return true;
    }

    void bookAll() {
        while (book(1_000)) {
            // Until nothing is left.
        }
    }

    /** Up to where the books have read. */
    long position() {
        return books.<Long, RuntimeException>write(
                tx -> tx.positions().get(READER, 0).offset());
    }

    long readings() {
        return books.<Long, RuntimeException>write(tx -> tx.readings().count());
    }

    /** The sum of all values in the books, point by point. */
    long sum() {
        return books.<Long, RuntimeException>write(tx -> LogReadings.readings(0, 7).stream()
                .map(Reading::pointId)
                .flatMap(point -> tx.readings().range(point, 0, Long.MAX_VALUE).stream())
                .mapToLong(sample -> (long) sample.value())
                .sum());
    }

    @Override
    public void close() {
        log.close();
        deadLetters.close();
        books.close();
    }
}
