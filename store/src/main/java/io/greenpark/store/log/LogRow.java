package io.greenpark.store.log;

import io.greenpark.park.reading.Reading;
import io.greenpark.store.bytes.DamagedBytesException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A row as it lies in a segment: one commit.
 *
 * @param firstOffset offset of its first reading
 * @param count how many readings
 * @param arrivalMs when it was committed, epoch milliseconds
 * @param crc CRC-32C over the three numbers and the payload
 * @param payload the readings, packed by {@link RowEncoder}
 */
record LogRow(long firstOffset, int count, long arrivalMs, long crc, byte[] payload) {
    /** A row with its checksum. */
    static LogRow of(long firstOffset, int count, long arrivalMs, byte[] payload) {
        return new LogRow(firstOffset, count, arrivalMs, crc(firstOffset, count, arrivalMs, payload), payload);
    }

    /** The readings; exactly {@link #count} of them. */
    List<Reading> readings() throws DamagedBytesException {
        long actual = crc(firstOffset, count, arrivalMs, payload);
        if (actual != crc) {
            throw new DamagedBytesException("CRC \"" + hex(crc) + "\" does not match computed \"" + hex(actual) + "\"");
        }
        List<Reading> readings = RowDecoder.decode(payload);
        if (readings.size() != count) {
            throw new DamagedBytesException("it holds " + readings.size() + " readings, not " + count);
        }
        return readings;
    }

    /**
     * An offset that is certainly not before the row's end, even if the row is damaged: a packed reading takes more than
     * one byte.
     */
    long endAtMost() {
        return firstOffset + Math.max(payload.length, 1);
    }

    private static long crc(long firstOffset, int count, long arrivalMs, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(20)
                .putLong(firstOffset)
                .putInt(count)
                .putLong(arrivalMs)
                .flip());
        crc.update(payload, 0, payload.length);
        return crc.getValue();
    }

    private static String hex(long crc) {
        return HexFormat.of().toHexDigits((int) crc);
    }
}
