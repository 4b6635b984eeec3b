package io.greenpark.store.books;

import io.greenpark.park.reading.Flag;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One point's samples of a day as bytes. Layout: format (1 byte), length of the plain part (signed varint), then deflated:
 * count and, column by column, time (delta to the one before), value (bits, XOR with the one before, highest byte first),
 * flag, arrival (delta of its distance to the time), position (delta); numbers as signed varints.
 */
final class DayCodec {
    private static final int FORMAT = 1;
    /** Zlib packs a byte run no tighter than this; a larger length is damage. */
    private static final long LARGEST_RATIO = 1_032;
    /** What a sample takes at least before it is packed. */
    private static final int LEAST_BYTES = 12;

    private DayCodec() {}

    static byte[] encode(List<StoredSample> samples) {
        ByteWriter plain = new ByteWriter();
        plain.putSigned(samples.size());
        long before = 0;
        for (StoredSample s : samples) {
            plain.putSigned(s.timeMs() - before);
            before = s.timeMs();
        }
        long bits = 0;
        for (StoredSample s : samples) {
            plain.putLong(Long.reverseBytes(Double.doubleToLongBits(s.value()) ^ bits));
            bits = Double.doubleToLongBits(s.value());
        }
        for (StoredSample s : samples) {
            plain.putByte(s.flag().code());
        }
        before = 0;
        for (StoredSample s : samples) {
            plain.putSigned(s.arrivalMs() - s.timeMs() - before);
            before = s.arrivalMs() - s.timeMs();
        }
        before = 0;
        for (StoredSample s : samples) {
            plain.putSigned(s.pos() - before);
            before = s.pos();
        }
        return deflate(plain.toBytes());
    }

    private static byte[] deflate(byte[] plain) {
        ByteWriter out = new ByteWriter();
        out.putByte(FORMAT);
        out.putSigned(plain.length);
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.putAll(buffer, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        return out.toBytes();
    }

    /** @throws DamagedDayException if these are no bytes of a day, or a later version's */
    static List<StoredSample> decode(byte[] data) {
        try {
            return samples(new ByteReader(inflate(data)));
        } catch (DamagedBytesException | DataFormatException e) {
            throw new DamagedDayException("books: a compacted day cannot be unpacked; the file is damaged", e);
        }
    }

    private static List<StoredSample> samples(ByteReader in) throws DamagedBytesException {
        int count = count(in.getSigned(), in.remaining() / LEAST_BYTES);
        long[] times = deltas(in, count);
        double[] values = new double[count];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits ^= Long.reverseBytes(in.getLong());
            values[i] = Double.longBitsToDouble(bits);
        }
        Flag[] flags = new Flag[count];
        for (int i = 0; i < count; i++) {
            flags[i] = flag(in.getByte());
        }
        long[] delays = deltas(in, count);
        long[] positions = deltas(in, count);
        List<StoredSample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(new StoredSample(times[i], values[i], flags[i], times[i] + delays[i], positions[i]));
        }
        return samples;
    }

    private static int count(long count, long limit) throws DamagedBytesException {
        if (count < 0 || count > limit) {
            throw new DamagedBytesException("\"" + count + "\" is not in 0.." + limit);
        }
        return (int) count;
    }

    private static Flag flag(int code) throws DamagedBytesException {
        try {
            return StoredSample.flag(code);
        } catch (IllegalStateException e) {
            throw new DamagedBytesException(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] inflate(byte[] data) throws DamagedBytesException, DataFormatException {
        ByteReader in = new ByteReader(data);
        int format = in.getByte();
        if (format != FORMAT) {
            throw new DamagedDayException(
                    "books: a compacted day has format " + format + "; this version reads " + FORMAT, null);
        }
        long length = in.getSigned();
        byte[] plain = new byte[count(length, Math.min(Integer.MAX_VALUE - 8, in.remaining() * LARGEST_RATIO))];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, in.position(), in.remaining());
            int done = 0;
            while (done < plain.length) {
                int n = inflater.inflate(plain, done, plain.length - done);
                if (n == 0) {
                    throw new DamagedBytesException("it ends too early");
                }
                done += n;
            }
        } finally {
            inflater.end();
        }
        return plain;
    }

    private static long[] deltas(ByteReader in, int count) throws DamagedBytesException {
        long[] numbers = new long[count];
        long before = 0;
        for (int i = 0; i < count; i++) {
            before += in.getSigned();
            numbers[i] = before;
        }
        return numbers;
    }
}
