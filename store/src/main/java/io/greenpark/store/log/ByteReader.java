package io.greenpark.store.log;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote; anything impossible is a {@link DamagedRowException}. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int getByte() throws DamagedRowException {
        if (at >= bytes.length) {
            throw new DamagedRowException("it ends at byte " + at);
        }
        return bytes[at++] & 0xFF;
    }

    long getVarint() throws DamagedRowException {
        long n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = getByte();
            n |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return n;
            }
        }
        throw new DamagedRowException("the number at byte " + at + " does not end");
    }

    /** A number of things or an index, which can never exceed {@code limit}. */
    int getInt(int limit) throws DamagedRowException {
        long n = getVarint();
        if (n < 0 || n > limit) {
            throw new DamagedRowException("\"" + n + "\" before byte " + at + " is not in 0.." + limit);
        }
        return (int) n;
    }

    long getSigned() throws DamagedRowException {
        long n = getVarint();
        return (n >>> 1) ^ -(n & 1);
    }

    long getLong() throws DamagedRowException {
        long n = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            n |= (long) getByte() << shift;
        }
        return n;
    }

    String getText() throws DamagedRowException {
        int length = getInt(bytes.length);
        if (length > remaining()) {
            throw new DamagedRowException("the text at byte " + at + " does not end");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    int remaining() {
        return bytes.length - at;
    }
}
