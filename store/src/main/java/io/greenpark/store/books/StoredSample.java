package io.greenpark.store.books;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A sample with the log offset that decides between differing values of one (point, time).
 *
 * @param pos offset of its reading, or a bound of it that keeps the order
 */
record StoredSample(long timeMs, double value, Flag flag, long arrivalMs, long pos) {
    /** The columns {@link #of} reads, in its order. */
    static final String COLUMNS = "time_ms, value, flag, arrival_ms, pos";

    private static final Flag[] BY_CODE = byCode();

    private static Flag[] byCode() {
        Flag[] flags = new Flag[128];
        for (Flag flag : Flag.values()) {
            flags[flag.code()] = flag;
        }
        return flags;
    }

    static StoredSample of(ResultSet row) throws SQLException {
        return new StoredSample(row.getLong(1), row.getDouble(2), flag(row.getInt(3)), row.getLong(4), row.getLong(5));
    }

    static Flag flag(int code) {
        Flag flag = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (flag == null) {
            throw new IllegalStateException("books: a sample carries the unknown flag code " + code);
        }
        return flag;
    }

    Sample sample() {
        return new Sample(timeMs, value, flag, arrivalMs);
    }

    /** Whether both carry the same value and flag. */
    boolean sameValue(StoredSample other) {
        return value == other.value && flag == other.flag;
    }

    StoredSample at(long newPos) {
        return new StoredSample(timeMs, value, flag, arrivalMs, newPos);
    }
}
