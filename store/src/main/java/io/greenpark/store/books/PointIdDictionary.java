package io.greenpark.store.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The small numbers in place of point ids in the tables of readings. Numbers never change, so they are cached. */
final class PointIdDictionary {
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    InTransaction begin(Statements statements) {
        return new InTransaction(statements);
    }

    /** The numbers as one transaction sees them; those it assigned are known to others only once it has committed. */
    final class InTransaction {
        private final Statements statements;
        private final Map<String, Integer> seen = new HashMap<>();

        private InTransaction(Statements statements) {
            this.statements = statements;
        }

        /** The number of a point, or null if no reading of it was ever put. */
        @Nullable
        Integer find(String point) throws SQLException {
            Integer no = known.get(point);
            if (no == null) {
                no = seen.get(point);
            }
            return no != null ? no : select(point);
        }

        /** The number of a point, assigned now if it has none yet. */
        int of(String point) throws SQLException {
            Integer no = find(point);
            return no != null ? no : insert(point);
        }

        private @Nullable Integer select(String point) throws SQLException {
            PreparedStatement select = statements.of("SELECT no FROM reading_point WHERE point = ?");
            select.setString(1, point);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                int no = row.getInt(1);
                seen.put(point, no);
                return no;
            }
        }

        private int insert(String point) throws SQLException {
            PreparedStatement insert = statements.of("INSERT INTO reading_point (no, point)"
                    + " SELECT coalesce(max(no), 0) + 1 AS no, ? AS point FROM reading_point");
            insert.setString(1, point);
            insert.executeUpdate();
            Integer no = select(point);
            if (no == null) {
                throw new IllegalStateException("point " + point + " has no number after one was assigned");
            }
            return no;
        }

        void publish() {
            known.putAll(seen);
        }
    }
}
