package io.greenpark.store.deadletter;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.DeadLettersUnavailableException;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.store.deadletter.DeadLetterWriter.Work;
import io.greenpark.store.deadletter.TurnQueue.Item;
import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Dead letters, and what waits to be claimed, in a SQLite file of their own, written by one thread in group commits ({@code
 * synchronous=FULL}), read on a connection of its own.
 */
public final class SqliteDeadLetters implements DeadLetters {
    /** Before the name of a sender that has proved who it is, of the turns of all. */
    static final String PROVED = "proved ";

    private static final int BUSY_TIMEOUT_MS = 10_000;

    private final TurnQueue<Work> queue;
    private final DeadLetterTable reading;
    private final DeadLetterWriter writer;
    private final SqliteQuarantine quarantine;
    private final Thread thread;

    private SqliteDeadLetters(
            DeadLetterConfig config,
            QuarantineConfig quarantine,
            Clock clock,
            DeadLetterTable writing,
            DeadLetterTable reading) {
        this.queue = new TurnQueue<>(
                config.maxInFlight(),
                n -> new DeadLettersUnavailableException("dead letters: \"" + n + "\" wait for the disk, at most "
                        + config.maxInFlight() + " may; read less from the devices (deadLetters.maxInFlight)"),
                () -> new DeadLettersUnavailableException("dead letters: closed before they were durable"));
        this.reading = reading;
        this.writer = new DeadLetterWriter(
                config, new QuarantineKeeper(quarantine, clock, writing.quarantine()), clock, queue, writing);
        this.quarantine = new SqliteQuarantine(queue, this::readQuarantine);
        this.thread = new Thread(writer, "dead-letter-writer");
    }

    /**
     * Opens the file, creating it if need be.
     *
     * @throws DeadLettersUnavailableException if it cannot be opened
     */
    public static SqliteDeadLetters open(Path file, DeadLetterConfig config, Clock clock) {
        return open(file, config, QuarantineConfig.defaults(), clock);
    }

    /**
     * The same with bounds of what waits to be claimed.
     *
     * @throws DeadLettersUnavailableException if it cannot be opened
     */
    public static SqliteDeadLetters open(Path file, DeadLetterConfig config, QuarantineConfig quarantine, Clock clock) {
        try {
            Path dir = file.toAbsolutePath().getParent();
            if (dir != null) {
                Files.createDirectories(dir);
            }
            DeadLetterTable writing = create(file);
            SqliteDeadLetters deadLetters =
                    new SqliteDeadLetters(config, quarantine, clock, writing, new DeadLetterTable(connect(file)));
            deadLetters.thread.start();
            return deadLetters;
        } catch (NewerFormatException e) {
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            throw new DeadLettersUnavailableException(
                    "dead letters \"" + file + "\" cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Refuses a file of a newer version, changing nothing; no process has it open.
     *
     * @throws NewerFormatException naming the file, both versions and what to do
     */
    public static void refuseNewer(Path file) {
        SqliteFiles.refuseNewer(DeadLetterTable.what(file), file, DeadLetterTable.FORMAT);
    }

    private static DeadLetterTable create(Path file) throws SQLException {
        DeadLetterTable table = new DeadLetterTable(connect(file));
        try {
            table.create(file);
            return table;
        } catch (SQLException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement s = connection.createStatement()) {
            s.execute("PRAGMA journal_mode=WAL");
            s.execute("PRAGMA synchronous=FULL");
        }
        return connection;
    }

    @Override
    public CompletionStage<Void> append(List<DeadLetter> deadLetters) {
        Map<String, List<Item<Work>>> bySender = new LinkedHashMap<>();
        for (DeadLetter letter : deadLetters) {
            bySender.computeIfAbsent(turnOf(letter), sender -> new ArrayList<>())
                    .add(new Item<>(writer -> writer.take(letter), 1));
        }
        return CompletableFuture.allOf(bySender.entrySet().stream()
                .map(own -> queue.offer(own.getKey(), own.getValue(), false))
                .toArray(CompletableFuture[]::new));
    }

    /** Strangers of a door share a turn: they may be as many as they like. */
    private static String turnOf(DeadLetter letter) {
        return letter.stranger() ? "stranger " + letter.door().code() : PROVED + letter.sender();
    }

    /** What waits to be claimed: in the same file, by the same thread and commits. */
    public Quarantine quarantine() {
        return quarantine;
    }

    private <T> T readQuarantine(Function<QuarantineReads, T> query) {
        return read(t -> query.apply(t.quarantineReads()));
    }

    @Override
    public List<StoredDeadLetter> list(
            @Nullable Set<String> devices, @Nullable RejectReason reason, @Nullable Long beforeId, int max) {
        return read(t -> t.list(devices, reason, beforeId, max));
    }

    @Override
    public long rows(@Nullable Set<String> devices, @Nullable RejectReason reason) {
        return read(t -> t.rows(devices, reason));
    }

    @Override
    public Map<RejectReason, Long> counts() {
        return read(DeadLetterTable::refusals);
    }

    @Override
    public Map<RejectReason, Long> counts(Set<String> devices) {
        return read(t -> t.refusals(devices));
    }

    @Override
    public Map<String, StoredDeadLetter> lastPerDevice() {
        Map<String, StoredDeadLetter> last = new HashMap<>();
        for (StoredDeadLetter row : read(DeadLetterTable::lastPerDevice)) {
            String deviceId = row.letter().deviceId();
            if (deviceId != null) {
                last.put(deviceId, row);
            }
        }
        return last;
    }

    @Override
    public Optional<StoredDeadLetter> newestOf(String id) {
        return read(t -> t.newestOf(id, false));
    }

    @Override
    public Optional<StoredDeadLetter> newestOfStranger(String id) {
        return read(t -> t.newestOf(id, true));
    }

    private <T> T read(Function<DeadLetterTable, T> query) {
        synchronized (reading) {
            return query.apply(reading);
        }
    }

    /** Why dead letters cannot be kept now, in words; null if they can. */
    public @Nullable String trouble() {
        return writer.failure();
    }

    /** Whether the writing thread lives; any thread may ask, without waiting. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        queue.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (reading) {
            reading.close();
        }
    }
}
