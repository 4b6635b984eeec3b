package io.greenpark.store.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array with variable-length integers. Reused from row to row by one thread. */
final class ByteWriter {
    private byte[] bytes = new byte[4096];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void putByte(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    /** An unsigned number in groups of seven bits, lowest first. */
    void putVarint(long unsigned) {
        room(10);
        long rest = unsigned;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A signed number, small magnitudes short. */
    void putSigned(long n) {
        putVarint((n << 1) ^ (n >> 63));
    }

    void putLong(long n) {
        room(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (n >>> shift);
        }
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVarint(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    void putAll(ByteWriter other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
