package io.greenpark.store.books;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hot table on PostgreSQL: a batch travels as arrays, one for each column, so that it is one statement on the wire
 * and in the server, however large.
 */
final class PostgresHotTable extends HotTable {
    private static final String INSERT = "INSERT INTO reading_hot (time_ms, point, value, flag, arrival_ms, pos)"
            + " SELECT * FROM unnest(?::bigint[], ?::integer[], ?::double precision[], ?::smallint[], ?::bigint[],"
            + " ?::bigint[]) ON CONFLICT (time_ms, point) DO NOTHING RETURNING time_ms, point, pos";
    private static final String DELETE = "DELETE FROM reading_hot h"
            + " USING unnest(?::bigint[], ?::bigint[]) AS seen (time_ms, pos)"
            + " WHERE h.time_ms = seen.time_ms AND h.pos = seen.pos AND h.point = ?";

    private final Statements statements;

    PostgresHotTable(Statements statements) {
        super(statements);
        this.statements = statements;
    }

    private record SampleKey(long timeMs, int point, long pos) {}

    @Override
    boolean[] insert(int[] points, List<StoredSample> samples) throws SQLException {
        boolean[] fresh = new boolean[samples.size()];
        if (samples.isEmpty()) {
            return fresh;
        }
        PreparedStatement insert = statements.of(INSERT);
        bind(insert, points, samples);
        Map<SampleKey, Integer> indexes = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            indexes.putIfAbsent(
                    new SampleKey(
                            samples.get(i).timeMs(), points[i], samples.get(i).pos()),
                    i);
        }
        try (ResultSet rows = insert.executeQuery()) {
            while (rows.next()) {
                Integer index = indexes.get(new SampleKey(rows.getLong(1), rows.getInt(2), rows.getLong(3)));
                if (index == null) {
                    throw new IllegalStateException("books: the server returned a sample it was not given");
                }
                fresh[index] = true;
            }
        }
        return fresh;
    }

    private static void bind(PreparedStatement insert, int[] points, List<StoredSample> samples) throws SQLException {
        int n = samples.size();
        Long[] times = new Long[n];
        Integer[] numbers = new Integer[n];
        Double[] values = new Double[n];
        Short[] flags = new Short[n];
        Long[] arrivals = new Long[n];
        Long[] positions = new Long[n];
        for (int i = 0; i < n; i++) {
            StoredSample s = samples.get(i);
            times[i] = s.timeMs();
            numbers[i] = points[i];
            values[i] = s.value();
            flags[i] = (short) s.flag().code();
            arrivals[i] = s.arrivalMs();
            positions[i] = s.pos();
        }
        array(insert, 1, "int8", times);
        array(insert, 2, "int4", numbers);
        array(insert, 3, "float8", values);
        array(insert, 4, "int2", flags);
        array(insert, 5, "int8", arrivals);
        array(insert, 6, "int8", positions);
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        Connection connection = statement.getConnection();
        Array array = connection.createArrayOf(type, values);
        try {
            statement.setArray(index, array);
        } finally {
            array.free();
        }
    }

    @Override
    boolean delete(int point, List<StoredSample> seen) throws SQLException {
        PreparedStatement delete = statements.of(DELETE);
        array(delete, 1, "int8", seen.stream().map(StoredSample::timeMs).toArray(Long[]::new));
        array(delete, 2, "int8", seen.stream().map(StoredSample::pos).toArray(Long[]::new));
        delete.setInt(3, point);
        return delete.executeUpdate() == seen.size();
    }
}
