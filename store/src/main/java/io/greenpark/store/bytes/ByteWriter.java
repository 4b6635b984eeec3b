package io.greenpark.store.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array with variable-length integers. Reused from row to row by one thread. */
public final class ByteWriter {
    private byte[] bytes = new byte[4096];
    private int size;

    public void clear() {
        size = 0;
    }

    public void putByte(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    /** An unsigned number in groups of seven bits, lowest first. */
    public void putVarint(long unsigned) {
        room(10);
        long rest = unsigned;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A signed number in zig-zag order, so that small magnitudes are short. */
    public void putSigned(long n) {
        putVarint((n << 1) ^ (n >> 63));
    }

    /** How many bytes {@link #putSigned} takes for a number. */
    static int sizeOfSigned(long n) {
        long zigzag = (n << 1) ^ (n >> 63);
        return (70 - Long.numberOfLeadingZeros(zigzag | 1)) / 7;
    }

    /** Eight bytes, lowest first. */
    public void putLong(long n) {
        room(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (n >>> shift);
        }
    }

    public void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVarint(utf8.length);
        putAll(utf8, utf8.length);
    }

    public void putAll(ByteWriter other) {
        putAll(other.bytes, other.size);
    }

    /** The first {@code length} of some bytes. */
    public void putAll(byte[] other, int length) {
        room(length);
        System.arraycopy(other, 0, bytes, size, length);
        size += length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
