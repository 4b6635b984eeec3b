package io.greenpark.store.books;

import io.greenpark.park.reading.Sample;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest samples of many points: the last day of each tells the time, and there the sample lies, hot or compacted. A few
 * steps in an index for each point, a statement for hundreds of them.
 */
final class NewestSamples {
    private final Statements statements;

    NewestSamples(Statements statements) {
        this.statements = statements;
    }

    Map<String, Sample> of(List<String> pointIds) throws SQLException {
        Map<String, Sample> newest = new HashMap<>();
        for (List<String> some : Portions.of(pointIds)) {
            read(some, newest);
        }
        return newest;
    }

    private void read(List<String> points, Map<String, Sample> newest) throws SQLException {
        PreparedStatement select = statements.of("SELECT h.time_ms, h.value, h.flag, h.arrival_ms, h.pos, p.point,"
                + " s.last_ms, f.data FROM reading_point p CROSS JOIN reading_span s"
                + " LEFT JOIN reading_hot h ON h.time_ms = s.last_ms AND h.point = s.point"
                + " LEFT JOIN reading_folded f ON h.time_ms IS NULL AND f.point = s.point AND f.day = s.day"
                + " WHERE p.point IN (" + String.join(", ", Collections.nCopies(points.size(), "?"))
                + ") AND s.point = p.no AND s.day = (SELECT max(x.day) FROM reading_span x WHERE x.point = p.no)");
        for (int i = 0; i < points.size(); i++) {
            select.setString(i + 1, points.get(i));
        }
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String point = rows.getString(6);
                byte[] compacted = rows.getBytes(8);
                long lastMs = rows.getLong(7);
                if (compacted == null) {
                    newest.put(point, StoredSample.of(rows).sample());
                } else {
                    DayCodec.decode(compacted).stream()
                            .filter(s -> s.timeMs() == lastMs)
                            .forEach(s -> newest.put(point, s.sample()));
                }
            }
        }
    }
}
