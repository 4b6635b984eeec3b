package io.greenpark.lab.chaos.power;

import java.util.Arrays;

/** The bytes of a file in the making; what was never written is zero. */
final class FileBytes {
    private byte[] bytes = new byte[4_096];
    private int length;

    void put(int at, byte[] from, int start, int count) {
        grow(at + count);
        System.arraycopy(from, start, bytes, at, count);
    }

    private void grow(int to) {
        if (to > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(to, 2 * bytes.length));
        }
        length = Math.max(length, to);
    }

    void resize(int to) {
        if (to < length) {
            Arrays.fill(bytes, to, length, (byte) 0);
            length = to;
        } else {
            grow(to);
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
