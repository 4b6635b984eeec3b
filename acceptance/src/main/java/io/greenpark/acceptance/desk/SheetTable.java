package io.greenpark.acceptance.desk;

import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.SheetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code acceptance_sheet} and {@code acceptance_step}. */
final class SheetTable {
    private SheetTable() {}

    /** Somebody else changed the sheet meanwhile; what goes on in the transaction must not be. */
    static final class StaleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StaleException(AcceptanceSheet one) {
            super("sheet " + one.number() + " of " + one.deviceId() + " is no longer version " + (one.version() - 1));
        }
    }

    /** The one that is not accepted. */
    static Optional<AcceptanceSheet> open(Handle handle, String device) {
        return handle.createQuery("SELECT * FROM acceptance_sheet WHERE device = :device AND state <> 'ACCEPTED'")
                .bind("device", device)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Optional<AcceptanceSheet> one(Handle handle, String device, long number) {
        return handle.createQuery("SELECT * FROM acceptance_sheet WHERE device = :device AND number = :number")
                .bind("device", device)
                .bind("number", number)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** All of a device, the newest first. */
    static List<AcceptanceSheet> of(Handle handle, String device) {
        return handle.createQuery("SELECT * FROM acceptance_sheet WHERE device = :device ORDER BY number DESC")
                .bind("device", device)
                .map((row, context) -> read(row))
                .list();
    }

    /** The newest of each of some devices: sheets of before are not read, however many there are. */
    static List<AcceptanceSheet> newest(Handle handle, Collection<String> devices) {
        if (devices.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT * FROM acceptance_sheet WHERE number IN"
                        + " (SELECT MAX(number) FROM acceptance_sheet WHERE device IN (<devices>) GROUP BY device)")
                .bindList("devices", List.copyOf(devices))
                .map((row, context) -> read(row))
                .list();
    }

    /** Devices whose sheets wait for the second signature, of which the first is neither a person's nor an account's. */
    static List<String> signedBesides(Handle handle, String person, String account) {
        // The first condition is that of the index of open sheets.
        return handle.createQuery("SELECT device FROM acceptance_sheet s WHERE state <> 'ACCEPTED' AND state = 'SIGNED'"
                        + " AND (SELECT who FROM acceptance_step t WHERE t.number = s.number AND t.state = 'SIGNED'"
                        + " ORDER BY t.version DESC LIMIT 1) NOT IN (:person, :account) ORDER BY device")
                .bind("person", person)
                .bind("account", account)
                .mapTo(String.class)
                .list();
    }

    /** How far the sheets are that are not accepted, by device: by their index, without what they say. */
    static Map<String, SheetState> openStates(Handle handle) {
        Map<String, SheetState> states = new HashMap<>();
        handle.createQuery("SELECT device, state FROM acceptance_sheet WHERE state <> 'ACCEPTED'")
                .map((row, context) -> Map.entry(row.getString("device"), SheetState.valueOf(row.getString("state"))))
                .forEach(one -> states.put(one.getKey(), one.getValue()));
        return states;
    }

    /**
     * Begins a sheet.
     *
     * @return the same with its number
     * @throws StaleException if the device has one that is not accepted
     */
    static AcceptanceSheet insert(Handle handle, AcceptanceSheet one) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM acceptance_sheet")
                .mapTo(Long.class)
                .one();
        AcceptanceSheet numbered = one.numbered(number);
        int rows = handle.execute(
                "INSERT INTO acceptance_sheet (number, device, enterprise, version, state, changed_ms, document)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                number,
                one.deviceId(),
                one.enterpriseId(),
                one.version(),
                one.state().name(),
                changedMs(one),
                SheetText.write(numbered));
        if (rows != 1) {
            throw new StaleException(one);
        }
        return numbered;
    }

    /**
     * Puts a sheet in the place of the version before it.
     *
     * @throws StaleException if that is not there
     */
    static void update(Handle handle, AcceptanceSheet one) {
        int rows = handle.execute(
                "UPDATE acceptance_sheet SET version = ?, state = ?, changed_ms = ?, document = ?"
                        + " WHERE number = ? AND version = ?",
                one.version(),
                one.state().name(),
                changedMs(one),
                SheetText.write(one),
                one.number(),
                one.version() - 1);
        if (rows != 1) {
            throw new StaleException(one);
        }
    }

    /** Keeps for good what a sheet is as of a step. */
    static void addStep(Handle handle, AcceptanceSheet one, String who, @Nullable String words) {
        handle.execute(
                "INSERT INTO acceptance_step (number, version, at_ms, who, state, words, document)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                one.number(),
                one.version(),
                changedMs(one),
                who,
                one.state().name(),
                words,
                SheetText.write(one));
    }

    static List<SheetStep> steps(Handle handle, long number) {
        return handle.createQuery("SELECT version, at_ms, who, state, words FROM acceptance_step"
                        + " WHERE number = :number ORDER BY version")
                .bind("number", number)
                .map((row, context) -> new SheetStep(
                        row.getLong("version"),
                        SheetState.valueOf(row.getString("state")),
                        Instant.ofEpochMilli(row.getLong("at_ms")),
                        row.getString("who"),
                        row.getString("words")))
                .list();
    }

    private static long changedMs(AcceptanceSheet one) {
        return Objects.requireNonNull(one.changedAt()).toEpochMilli();
    }

    private static AcceptanceSheet read(ResultSet row) throws SQLException {
        return SheetText.read(
                new SheetText.Columns(
                        row.getLong("number"),
                        row.getString("device"),
                        row.getString("enterprise"),
                        row.getLong("version"),
                        SheetState.valueOf(row.getString("state")),
                        Instant.ofEpochMilli(row.getLong("changed_ms"))),
                row.getString("document"));
    }
}
