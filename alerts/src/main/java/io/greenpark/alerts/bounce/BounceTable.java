package io.greenpark.alerts.bounce;

import io.greenpark.alerts.bounce.ReadMail.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code bounce_mailbox}, {@code bounce_report} and {@code bounce_count}. */
final class BounceTable {
    private BounceTable() {}

    /**
     * How far a mailbox is read.
     *
     * @param validity under which uids hold; another one means that they are others
     * @param uid of the last mail that is read
     * @param looked when it was last looked at
     * @param skip what came before then is left out; null where nothing is
     */
    record Position(
            long validity,
            long uid,
            Instant looked,
            @Nullable Instant skip) {}

    /** Another process reads the same mailbox, and was faster: nothing of this round is kept. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Optional<Position> position(Handle handle, String mailbox) {
        return handle.createQuery("SELECT * FROM bounce_mailbox WHERE mailbox = :mailbox")
                .bind("mailbox", mailbox)
                .map((row, context) -> new Position(
                        row.getLong("validity"),
                        row.getLong("uid"),
                        Instant.ofEpochMilli(row.getLong("looked_ms")),
                        instant(row)))
                .findOne();
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        long skip = row.getLong("skip_ms");
        return row.wasNull() ? null : Instant.ofEpochMilli(skip);
    }

    /** @throws OvertakenException if there is one */
    static void begin(Handle handle, String mailbox, Position at) {
        int rows = handle.execute(
                "INSERT INTO bounce_mailbox (mailbox, validity, uid, looked_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                mailbox,
                at.validity(),
                at.uid(),
                at.looked().toEpochMilli());
        if (rows != 1) {
            throw new OvertakenException();
        }
    }

    /** @throws OvertakenException if it is no longer where it was */
    static void move(Handle handle, String mailbox, Position from, Position to) {
        int rows = handle.execute(
                "UPDATE bounce_mailbox SET validity = ?, uid = ?, looked_ms = ?, skip_ms = ?"
                        + " WHERE mailbox = ? AND validity = ? AND uid = ?",
                to.validity(),
                to.uid(),
                to.looked().toEpochMilli(),
                to.skip() == null ? null : to.skip().toEpochMilli(),
                mailbox,
                from.validity(),
                from.uid());
        if (rows != 1) {
            throw new OvertakenException();
        }
    }

    /**
     * Keeps what a report says of a recipient.
     *
     * @return whether it was not kept before
     */
    static boolean keep(
            Handle handle,
            String report,
            String notice,
            String targetHash,
            Kind kind,
            String answer,
            Instant sent,
            Instant now) {
        return handle.execute(
                        "INSERT INTO bounce_report (report, notice, target_hash, kind, answer, sent_ms, read_ms)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        report,
                        notice,
                        targetHash,
                        kind.name(),
                        answer,
                        sent.toEpochMilli(),
                        now.toEpochMilli())
                == 1;
    }

    /** How many different mails to an address were late, of those sent after one time and reported after another. */
    static long late(Handle handle, String targetHash, Instant sentAfter, Instant readAfter) {
        return handle.createQuery("SELECT count(DISTINCT notice) FROM bounce_report WHERE target_hash = :hash"
                        + " AND kind = 'DELAYED' AND sent_ms > :sent AND read_ms > :read")
                .bind("hash", targetHash)
                .bind("sent", sentAfter.toEpochMilli())
                .bind("read", readAfter.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    static void count(Handle handle, Kind kind, Instant now) {
        handle.execute(
                "INSERT INTO bounce_count (kind, mails, last_ms) VALUES (?, 1, ?) ON CONFLICT (kind) DO UPDATE SET"
                        + " mails = bounce_count.mails + 1, last_ms = excluded.last_ms",
                kind.name(),
                now.toEpochMilli());
    }
}
