package io.greenpark.store.bytes;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote; anything impossible is a {@link DamagedBytesException}. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int getByte() throws DamagedBytesException {
        if (at >= bytes.length) {
            throw new DamagedBytesException("it ends at byte " + at);
        }
        return bytes[at++] & 0xFF;
    }

    /** An unsigned number, as {@link ByteWriter#putVarint} wrote it. */
    public long getVarint() throws DamagedBytesException {
        long n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = getByte();
            n |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return n;
            }
        }
        throw new DamagedBytesException("the number at byte " + at + " does not end");
    }

    /** An unsigned count or index, which can never exceed {@code limit}. */
    public int getInt(int limit) throws DamagedBytesException {
        long n = getVarint();
        if (n < 0 || n > limit) {
            throw new DamagedBytesException("\"" + n + "\" before byte " + at + " is not in 0.." + limit);
        }
        return (int) n;
    }

    /** A number, as {@link ByteWriter#putSigned} wrote it. */
    public long getSigned() throws DamagedBytesException {
        long n = getVarint();
        return (n >>> 1) ^ -(n & 1);
    }

    /** Eight bytes, lowest first. */
    public long getLong() throws DamagedBytesException {
        long n = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            n |= (long) getByte() << shift;
        }
        return n;
    }

    public String getText() throws DamagedBytesException {
        int length = getInt(bytes.length);
        if (length > remaining()) {
            throw new DamagedBytesException("the text at byte " + at + " does not end");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Index of the next byte. */
    public int position() {
        return at;
    }

    public int remaining() {
        return bytes.length - at;
    }
}
