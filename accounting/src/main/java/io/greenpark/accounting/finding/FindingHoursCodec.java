package io.greenpark.accounting.finding;

import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The hours of a row as bytes: reasons of one kind are much alike, so they are packed together. */
final class FindingHoursCodec {
    private static final int MOST_HOURS = 1_000_000;
    private static final int BUFFER = 4_096;

    private FindingHoursCodec() {}

    static byte[] write(TreeMap<Long, HourFindings> hours) {
        ByteWriter bytes = new ByteWriter();
        bytes.putVarint(hours.size());
        long before = 0;
        for (Map.Entry<Long, HourFindings> e : hours.entrySet()) {
            HourFindings h = e.getValue();
            bytes.putSigned(e.getKey() - before);
            bytes.putVarint(h.count());
            bytes.putSigned(h.fromMs() - e.getKey());
            bytes.putSigned(h.toMs() - h.fromMs());
            bytes.putText(h.reason());
            before = e.getKey();
        }
        return deflated(bytes.toBytes());
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param whose the row they are of, for whoever has to look at it
     * @throws DamagedFindingsException if these are other bytes
     */
    static TreeMap<Long, HourFindings> read(byte[] packed, String whose) {
        try {
            ByteReader bytes = new ByteReader(inflated(packed));
            TreeMap<Long, HourFindings> hours = new TreeMap<>();
            long hour = 0;
            for (int n = bytes.getInt(MOST_HOURS); n > 0; n--) {
                hour += bytes.getSigned();
                int count = bytes.getInt(Integer.MAX_VALUE);
                long from = hour + bytes.getSigned();
                long to = from + bytes.getSigned();
                hours.put(hour, new HourFindings(count, from, to, bytes.getText()));
            }
            return hours;
        } catch (DamagedBytesException | DataFormatException e) {
            throw new DamagedFindingsException("books: the findings of " + whose + " are damaged", e);
        }
    }

    private static byte[] inflated(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("it ends too early");
                }
                plain.write(buffer, 0, n);
            }
            return plain.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
