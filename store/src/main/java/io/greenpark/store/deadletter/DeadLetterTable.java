package io.greenpark.store.deadletter;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.text.CodedText;
import io.greenpark.store.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of dead letters and the counters of refusals. A row takes a new id with every dead letter merged into it, so
 * that a higher id always means newer. No device and no key are the empty text here. Used by one thread at a time.
 */
final class DeadLetterTable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterTable.class);
    private static final String COLUMNS =
            "id, door, sender, device_id, key, reason, detail, detail_zh, excerpt, arrival_ms, first_ms, count, stranger";

    /** Run for every letter, so by an index alone. */
    static final String ROWS_OF = "SELECT count(*) AS n FROM letter WHERE sender = ? AND stranger = ?";

    /** Files of before there was a number carry 0. Raise it when an older Greenpark could no longer read the file. */
    static final int FORMAT = 1;

    private final Connection connection;
    private final Handle handle;
    private final QuarantineTable quarantine;

    DeadLetterTable(Connection connection) {
        this.connection = connection;
        this.handle = Jdbi.open(connection);
        this.quarantine = new QuarantineTable(handle);
    }

    /** The file, as the subject of a sentence. */
    static String what(Path file) {
        return "dead letters \"" + file + "\"";
    }

    /** Makes the tables of a new file; refuses a file that a newer version has written. */
    void create(Path file) throws SQLException {
        SqliteFiles.refuseNewer(what(file), connection, FORMAT);
        handle.execute("CREATE TABLE IF NOT EXISTS letter (id BIGINT NOT NULL PRIMARY KEY, door TEXT NOT NULL,"
                + " sender TEXT NOT NULL, device_id TEXT NOT NULL, key TEXT NOT NULL, reason TEXT NOT NULL,"
                + " detail TEXT NOT NULL, excerpt TEXT NOT NULL, arrival_ms BIGINT NOT NULL,"
                + " first_ms BIGINT NOT NULL, count BIGINT NOT NULL, detail_zh TEXT,"
                + " stranger INTEGER NOT NULL DEFAULT 0)");
        addChineseDetail();
        addStranger();
        handle.execute("CREATE INDEX IF NOT EXISTS letter_like ON letter (sender, reason, device_id, key, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS letter_sender_stranger ON letter (sender, stranger, id)");
        // Of files of before; the one above does what it did.
        handle.execute("DROP INDEX IF EXISTS letter_sender");
        handle.execute("CREATE INDEX IF NOT EXISTS letter_stranger ON letter (stranger, door, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS letter_device ON letter (device_id, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS letter_device_stranger ON letter (device_id, stranger, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS letter_reason ON letter (reason, id)");
        handle.execute("CREATE INDEX IF NOT EXISTS letter_arrival ON letter (arrival_ms)");
        handle.execute("CREATE TABLE IF NOT EXISTS refusal (reason TEXT NOT NULL PRIMARY KEY, count BIGINT NOT NULL)");
        quarantine.create();
        SqliteFiles.setFormat(connection, FORMAT);
    }

    /** What waits to be claimed, in the same file and the same transactions. */
    QuarantineTable quarantine() {
        return quarantine;
    }

    QuarantineReads quarantineReads() {
        return new QuarantineReads(handle);
    }

    /** Files of the first version have English sentences only; their rows keep none in Chinese. */
    private void addChineseDetail() {
        if (lacks("detail_zh")) {
            handle.execute("ALTER TABLE letter ADD COLUMN detail_zh TEXT");
        }
    }

    /** Files of before strangers were told apart; an older version goes on writing rows of known senders. */
    private void addStranger() {
        if (lacks("stranger")) {
            handle.execute("ALTER TABLE letter ADD COLUMN stranger INTEGER NOT NULL DEFAULT 0");
            handle.execute("UPDATE letter SET stranger = 1 WHERE reason = ?", RejectReason.BAD_CREDENTIALS.code());
        }
    }

    private boolean lacks(String column) {
        return number("SELECT count(*) AS n FROM pragma_table_info('letter') WHERE name = ?", column) == 0;
    }

    <X extends Exception> void transaction(TransactionWork<X> work) throws X {
        handle.useTransaction(h -> work.run());
    }

    /** Work inside a transaction. */
    interface TransactionWork<X extends Exception> {
        void run() throws X;
    }

    long lastId() {
        return number("SELECT coalesce(max(id), 0) AS n FROM letter");
    }

    long rows() {
        return number("SELECT count(*) AS n FROM letter");
    }

    /** Rows of a sender; one that has proved who it is and one that only says so are two. */
    long rowsOf(String sender, boolean stranger) {
        return number(ROWS_OF, sender, flag(stranger));
    }

    /** Rows of strangers at a door. */
    long strangerRows(Door door) {
        return number("SELECT count(*) AS n FROM letter WHERE stranger = 1 AND door = ?", door.code());
    }

    private long number(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(Long.class).one();
    }

    /** The newest row of the same sender, device, key and reason. */
    Optional<StoredDeadLetter> newestLike(DeadLetter l) {
        return handle.select(
                        "SELECT " + COLUMNS + " FROM letter WHERE sender = ? AND reason = ? AND device_id = ?"
                                + " AND key = ? AND stranger = ? ORDER BY id DESC LIMIT 1",
                        l.sender(),
                        l.reason().code(),
                        orEmpty(l.deviceId()),
                        orEmpty(l.key()),
                        flag(l.stranger()))
                .map(DeadLetterTable::row)
                .findFirst();
    }

    void insert(StoredDeadLetter row) {
        DeadLetter l = row.letter();
        handle.execute(
                "INSERT INTO letter (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                l.door().code(),
                l.sender(),
                orEmpty(l.deviceId()),
                orEmpty(l.key()),
                l.reason().code(),
                l.detail().en(),
                l.detail().zh(),
                l.excerpt(),
                l.arrivalMs(),
                row.firstMs(),
                row.count(),
                flag(l.stranger()));
    }

    void delete(long id) {
        handle.execute("DELETE FROM letter WHERE id = ?", id);
    }

    /** The doors of the oldest rows of a stranger. */
    List<Door> doorsOfOldest(String stranger, long rows) {
        return handle.select(
                        "SELECT door FROM letter WHERE sender = ? AND stranger = 1 ORDER BY id LIMIT ?", stranger, rows)
                .map((r, c) -> door(r.getString("door")))
                .list();
    }

    /** Deletes the oldest rows of a sender. */
    int deleteOldest(String sender, boolean stranger, long rows) {
        return handle.execute(
                "DELETE FROM letter WHERE id IN"
                        + " (SELECT id FROM letter WHERE sender = ? AND stranger = ? ORDER BY id LIMIT ?)",
                sender,
                flag(stranger),
                rows);
    }

    /** Deletes the oldest rows of strangers at a door. */
    int deleteOldestStrangers(Door door, long rows) {
        return handle.execute(
                "DELETE FROM letter WHERE id IN"
                        + " (SELECT id FROM letter WHERE stranger = 1 AND door = ? ORDER BY id LIMIT ?)",
                door.code(),
                rows);
    }

    /** Deletes the oldest rows of all, those of strangers before any other. */
    int deleteOldest(long rows) {
        int ofStrangers = handle.execute(
                "DELETE FROM letter WHERE id IN (SELECT id FROM letter WHERE stranger = 1 ORDER BY id LIMIT ?)", rows);
        return ofStrangers == rows
                ? ofStrangers
                : ofStrangers
                        + handle.execute(
                                "DELETE FROM letter WHERE id IN (SELECT id FROM letter ORDER BY id LIMIT ?)",
                                rows - ofStrangers);
    }

    int deleteArrivedBefore(long arrivalMs) {
        return handle.execute("DELETE FROM letter WHERE arrival_ms < ?", arrivalMs);
    }

    void countRefusals(RejectReason reason, long more) {
        handle.execute(
                "INSERT INTO refusal (reason, count) VALUES (?, ?)"
                        + " ON CONFLICT (reason) DO UPDATE SET count = refusal.count + excluded.count",
                reason.code(),
                more);
    }

    List<StoredDeadLetter> list(
            @Nullable Set<String> devices, @Nullable RejectReason reason, @Nullable Long beforeId, int max) {
        List<Object> arguments = new ArrayList<>(List.of(beforeId == null ? Long.MAX_VALUE : beforeId));
        String where = "id < ?" + about(devices, reason, arguments);
        arguments.add(max);
        return handle.select(
                        "SELECT " + COLUMNS + " FROM letter WHERE " + where + " ORDER BY id DESC LIMIT ?",
                        arguments.toArray())
                .map(DeadLetterTable::row)
                .list();
    }

    private static String about(@Nullable Set<String> devices, @Nullable RejectReason reason, List<Object> arguments) {
        String where = "";
        if (devices != null) {
            where += " AND device_id IN (SELECT value FROM json_each(?))";
            arguments.add(array(devices));
        }
        if (reason != null) {
            where += " AND reason = ?";
            arguments.add(reason.code());
        }
        return where;
    }

    long rows(@Nullable Set<String> devices, @Nullable RejectReason reason) {
        List<Object> arguments = new ArrayList<>();
        String where = about(devices, reason, arguments);
        return handle.select("SELECT count(*) FROM letter WHERE id > 0" + where, arguments.toArray())
                .mapTo(Long.class)
                .one();
    }

    /** Refusals that rows about some devices stand for, by reason. */
    Map<RejectReason, Long> refusals(Set<String> devices) {
        Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
        handle.select(
                        "SELECT reason, sum(count) AS n FROM letter"
                                + " WHERE device_id IN (SELECT value FROM json_each(?)) GROUP BY reason",
                        array(devices))
                .map((r, c) -> Map.entry(r.getString("reason"), r.getLong("n")))
                .forEach(e -> counts.put(reason(e.getKey()), e.getValue()));
        return counts;
    }

    /** As a JSON array: there may be more of them than a statement takes arguments. */
    private static String array(Set<String> ids) {
        return ids.stream()
                .map(id -> "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    List<StoredDeadLetter> lastPerDevice() {
        return handle.select(
                        "SELECT " + COLUMNS + " FROM letter WHERE id IN"
                                + " (SELECT max(id) AS id FROM letter WHERE device_id <> '' AND stranger = 0 GROUP BY device_id)")
                .map(DeadLetterTable::row)
                .list();
    }

    /** Two look-ups in an index, whatever there is of it. */
    Optional<StoredDeadLetter> newestOf(String id, boolean stranger) {
        return handle.select(
                        "SELECT " + COLUMNS + " FROM letter WHERE id IN"
                                + " ((SELECT max(id) FROM letter WHERE device_id = ? AND stranger = ?),"
                                + " (SELECT max(id) FROM letter WHERE sender = ? AND stranger = ?))"
                                + " ORDER BY id DESC LIMIT 1",
                        id,
                        flag(stranger),
                        id,
                        flag(stranger))
                .map(DeadLetterTable::row)
                .findFirst();
    }

    Map<RejectReason, Long> refusals() {
        Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
        handle.select("SELECT reason, count FROM refusal")
                .map((r, c) -> Map.entry(r.getString("reason"), r.getLong("count")))
                .forEach(e -> counts.put(reason(e.getKey()), e.getValue()));
        return counts;
    }

    private static StoredDeadLetter row(ResultSet r, StatementContext context) throws SQLException {
        DeadLetter letter = new DeadLetter(
                door(r.getString("door")),
                r.getString("sender"),
                orNull(r.getString("device_id")),
                orNull(r.getString("key")),
                reason(r.getString("reason")),
                detail(r.getString("detail"), r.getString("detail_zh")),
                r.getString("excerpt"),
                r.getLong("arrival_ms"),
                r.getInt("stranger") != 0);
        return new StoredDeadLetter(r.getLong("id"), letter, r.getLong("count"), r.getLong("first_ms"));
    }

    private static Bilingual detail(String en, @Nullable String zh) {
        return zh == null ? Bilingual.same(en) : new Bilingual(zh, en);
    }

    static Door door(String code) {
        for (Door door : Door.values()) {
            if (door.code().equals(code)) {
                return door;
            }
        }
        throw new IllegalStateException("dead letters: door \"" + code + "\" is unknown to this version");
    }

    private static RejectReason reason(String code) {
        return CodedText.ofCode(RejectReason.values(), code)
                .orElseThrow(() ->
                        new IllegalStateException("dead letters: reason \"" + code + "\" is unknown to this version"));
    }

    private static int flag(boolean stranger) {
        return stranger ? 1 : 0;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public void close() {
        handle.close();
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("dead letters: a connection did not close", e);
        }
    }
}
