package io.greenpark.store.books;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One point's samples of a day as bytes. Layout: format (1 byte), length of the plain part (varint), then deflated: count
 * and, column by column, time (delta to the one before), value (bits, XOR with the one before), flag, arrival (delta of
 * its distance to the time), position (delta); numbers as zig-zag varints, low seven bits first.
 */
final class DayCodec {
    private static final int FORMAT = 1;

    private DayCodec() {}

    static byte[] encode(List<StoredSample> samples) {
        Plain plain = new Plain();
        plain.number(samples.size());
        long before = 0;
        for (StoredSample s : samples) {
            plain.number(s.timeMs() - before);
            before = s.timeMs();
        }
        long bits = 0;
        for (StoredSample s : samples) {
            plain.bits(Double.doubleToLongBits(s.value()) ^ bits);
            bits = Double.doubleToLongBits(s.value());
        }
        for (StoredSample s : samples) {
            plain.write(s.flag().code());
        }
        before = 0;
        for (StoredSample s : samples) {
            plain.number(s.arrivalMs() - s.timeMs() - before);
            before = s.arrivalMs() - s.timeMs();
        }
        before = 0;
        for (StoredSample s : samples) {
            plain.number(s.pos() - before);
            before = s.pos();
        }
        return deflate(plain.toByteArray());
    }

    private static byte[] deflate(byte[] plain) {
        Plain out = new Plain();
        out.write(FORMAT);
        out.number(plain.length);
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    static List<StoredSample> decode(byte[] data) {
        ByteBuffer in = inflate(data);
        int count = (int) number(in);
        long[] times = deltas(in, count);
        double[] values = new double[count];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits ^= in.getLong();
            values[i] = Double.longBitsToDouble(bits);
        }
        byte[] flags = new byte[count];
        in.get(flags);
        long[] delays = deltas(in, count);
        long[] positions = deltas(in, count);
        List<StoredSample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(new StoredSample(
                    times[i], values[i], StoredSample.flag(flags[i]), times[i] + delays[i], positions[i]));
        }
        return samples;
    }

    private static ByteBuffer inflate(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        int format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException(
                    "books: a folded day has format " + format + "; this version reads " + FORMAT);
        }
        byte[] plain = new byte[(int) number(in)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, in.position(), in.remaining());
            int length = 0;
            while (length < plain.length) {
                int n = inflater.inflate(plain, length, plain.length - length);
                if (n == 0) {
                    throw new IllegalStateException("books: a folded day ends too early; the file is damaged");
                }
                length += n;
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("books: a folded day cannot be unpacked; the file is damaged", e);
        } finally {
            inflater.end();
        }
        return ByteBuffer.wrap(plain);
    }

    private static long[] deltas(ByteBuffer in, int count) {
        long[] numbers = new long[count];
        long before = 0;
        for (int i = 0; i < count; i++) {
            before += number(in);
            numbers[i] = before;
        }
        return numbers;
    }

    private static long number(ByteBuffer in) {
        long raw = 0;
        int shift = 0;
        byte b;
        do {
            b = in.get();
            raw |= (long) (b & 0x7f) << shift;
            shift += 7;
        } while (b < 0);
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** Bytes in the making. */
    private static final class Plain extends ByteArrayOutputStream {
        void number(long n) {
            long raw = (n << 1) ^ (n >> 63);
            while ((raw & ~0x7fL) != 0) {
                write((int) (raw & 0x7f) | 0x80);
                raw >>>= 7;
            }
            write((int) raw);
        }

        void bits(long n) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                write((int) (n >>> shift) & 0xff);
            }
        }
    }
}
