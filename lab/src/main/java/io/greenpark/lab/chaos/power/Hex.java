package io.greenpark.lab.chaos.power;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as {@code strace -xx} prints them: every byte as {@code \x41}. */
final class Hex {
    private static final int CHARS_A_BYTE = 4;
    private static final int RADIX = 16;

    private Hex() {}

    /** Every quoted text, decoded. */
    static List<byte[]> quoted(String line) {
        List<byte[]> texts = new ArrayList<>();
        int open = line.indexOf('"');
        while (open >= 0) {
            int close = line.indexOf('"', open + 1);
            texts.add(decode(line, open + 1, close));
            open = line.indexOf('"', close + 1);
        }
        return texts;
    }

    /** A path as printed. */
    static String path(String printed) {
        return new String(decode(printed, 0, printed.length()), StandardCharsets.UTF_8);
    }

    private static byte[] decode(String text, int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((to - from) / CHARS_A_BYTE);
        for (int i = from; i + CHARS_A_BYTE <= to && text.charAt(i) == '\\'; i += CHARS_A_BYTE) {
            bytes.write(Integer.parseInt(text, i + 2, i + CHARS_A_BYTE, RADIX));
        }
        return bytes.toByteArray();
    }
}
