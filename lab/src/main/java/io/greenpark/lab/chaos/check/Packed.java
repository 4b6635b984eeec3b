package io.greenpark.lab.chaos.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads packed bytes: numbers of seven bits per byte, low ones first; fixed numbers in either order of bytes. */
final class Packed {
    private final byte[] bytes;
    private int at;

    Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    int next() throws IOException {
        if (at >= bytes.length) {
            throw new IOException("packed bytes end at " + at);
        }
        return bytes[at++] & 0xFF;
    }

    long number() throws IOException {
        long n = 0;
        int b = 0x80;
        for (int shift = 0; b >= 0x80; shift += 7) {
            b = next();
            n |= (long) (b & 0x7F) << shift;
        }
        return n;
    }

    int count() throws IOException {
        return Math.toIntExact(number());
    }

    /** A number that may be negative. */
    long signed() throws IOException {
        long n = number();
        return n >>> 1 ^ -(n & 1);
    }

    long lowFirst() throws IOException {
        long n = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            n |= (long) next() << shift;
        }
        return n;
    }

    long highFirst() throws IOException {
        long n = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            n = n << Byte.SIZE | next();
        }
        return n;
    }

    String text() throws IOException {
        byte[] text = rest(count());
        return new String(text, StandardCharsets.UTF_8);
    }

    byte[] rest() throws IOException {
        return rest(bytes.length - at);
    }

    private byte[] rest(int length) throws IOException {
        byte[] part = new byte[length];
        for (int i = 0; i < length; i++) {
            part[i] = (byte) next();
        }
        return part;
    }
}
