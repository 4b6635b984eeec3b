package io.greenpark.store.books;

import io.greenpark.park.reading.Sample;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code reading_superseded}: values replaced by a later one, or refused as older, kept as evidence. */
final class Superseded {
    private final Statements statements;

    Superseded(Statements statements) {
        this.statements = statements;
    }

    void keep(int point, StoredSample loser) throws SQLException {
        PreparedStatement insert = statements.of("INSERT INTO reading_superseded"
                + " (point, time_ms, value, flag, arrival_ms, pos) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (point, time_ms, value, flag) DO NOTHING");
        insert.setInt(1, point);
        insert.setLong(2, loser.timeMs());
        insert.setDouble(3, loser.value());
        insert.setInt(4, loser.flag().code());
        insert.setLong(5, loser.arrivalMs());
        insert.setLong(6, loser.pos());
        insert.executeUpdate();
    }

    List<Sample> range(int point, long fromMs, long toMs) throws SQLException {
        PreparedStatement select = statements.of("SELECT " + StoredSample.COLUMNS + " FROM reading_superseded"
                + " WHERE point = ? AND time_ms >= ? AND time_ms < ? ORDER BY time_ms, pos");
        select.setInt(1, point);
        select.setLong(2, fromMs);
        select.setLong(3, toMs);
        List<Sample> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(StoredSample.of(rows).sample());
            }
        }
        return found;
    }
}
