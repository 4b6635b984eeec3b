package io.greenpark.sheets.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a ZIP archive in memory, by its directory, as spreadsheets go by it. {@link java.util.zip.ZipInputStream} goes by what
 * stands before each part, and refuses workbooks of programs that write sizes of eight bytes behind them (JDK 17), as the one that
 * writes ours does. Two parts of one name are refused: programs differ in which of them they read.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 64 * 1024;

    private final ByteBuffer file;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private record Part(int method, int from, int length) {}

    ZipDirectory(byte[] bytes) throws RefusedFile {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            read();
        } catch (IndexOutOfBoundsException e) {
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        }
    }

    private void read() throws RefusedFile {
        int end = end();
        int entries = Short.toUnsignedInt(file.getShort(end + 10));
        int at = file.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            if (file.getInt(at) != ENTRY) {
                throw new RefusedFile(ReadMessages.brokenWorkbook());
            }
            int nameLength = Short.toUnsignedInt(file.getShort(at + 28));
            String name = new String(file.array(), at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            int from = file.getInt(at + 42);
            Part part = new Part(file.getShort(at + 10), content(from), file.getInt(at + 20));
            if (parts.put(name, part) != null) {
                throw new RefusedFile(ReadMessages.brokenWorkbook());
            }
            at += ENTRY_LENGTH
                    + nameLength
                    + Short.toUnsignedInt(file.getShort(at + 30))
                    + Short.toUnsignedInt(file.getShort(at + 32));
        }
    }

    private int end() throws RefusedFile {
        int last = file.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new RefusedFile(ReadMessages.brokenWorkbook());
    }

    private int content(int local) throws RefusedFile {
        if (file.getInt(local) != LOCAL) {
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        }
        return local
                + LOCAL_LENGTH
                + Short.toUnsignedInt(file.getShort(local + 26))
                + Short.toUnsignedInt(file.getShort(local + 28));
    }

    /** What a part unpacks to; null if there is none. */
    @Nullable
    InputStream open(String name) throws RefusedFile {
        Part part = parts.get(name);
        if (part == null) {
            return null;
        }
        if (part.length() < 0 || part.from() < 0 || part.from() > file.capacity() - part.length()) {
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        }
        InputStream packed = new ByteArrayInputStream(file.array(), part.from(), part.length());
        return switch (part.method()) {
            case STORED -> packed;
            case DEFLATED -> new Unpacked(packed, new Inflater(true));
            default -> throw new RefusedFile(ReadMessages.brokenWorkbook());
        };
    }

    /** Gives back the memory of its inflater, which lies outside of Java's, when it is closed. */
    private static final class Unpacked extends InflaterInputStream {
        Unpacked(InputStream packed, Inflater inflater) {
            super(packed, inflater, BUFFER);
        }

        @Override
        public void close() throws java.io.IOException {
            super.close();
            inf.end();
        }
    }
}
