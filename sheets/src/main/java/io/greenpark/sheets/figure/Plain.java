package io.greenpark.sheets.figure;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Texts without what makes no difference to a reader: full width, kinds of brackets, spaces and line ends, capitals. */
public final class Plain {
    private Plain() {}

    /** A text in its plain form: {@code 用电量（万千瓦时）} is {@code 用电量(万千瓦时)}, {@code m³} is {@code m3}. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .map(Plain::bracket)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int bracket(int c) {
        return switch (c) {
            case '【', '〔', '[' -> '(';
            case '】', '〕', ']' -> ')';
            case '–', '—', '―', '−', '‐', '‑' -> '-';
            default -> c;
        };
    }
}
