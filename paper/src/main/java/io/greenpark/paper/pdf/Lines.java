package io.greenpark.paper.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts broken into lines: between Chinese characters and between words, and within what is too long for a line. */
final class Lines {
    private final PaperFont font;
    private final BreakIterator breaks;

    Lines(PaperFont font, Locale language) {
        this.font = font;
        this.breaks = BreakIterator.getLineInstance(language);
    }

    /** At least one line, each printable and no wider than told. */
    List<String> of(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        for (String part : font.printable(text).split("\n", -1)) {
            lines.addAll(broken(part, size, width));
        }
        return lines;
    }

    private List<String> broken(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String piece = text.substring(from, to);
            if (fits(line + piece.stripTrailing(), size, width)) {
                line.append(piece);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(cut(piece, size, width, lines));
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private boolean fits(String text, float size, float width) {
        return font.width(text, size) <= width;
    }

    /** Adds full lines of what fits on none by itself, a hash or an address; the rest. */
    private String cut(String piece, float size, float width, List<String> lines) {
        String rest = piece;
        while (!fits(rest.stripTrailing(), size, width)) {
            int end = Character.charCount(rest.codePointAt(0));
            while (end < rest.length()
                    && fits(rest.substring(0, end + Character.charCount(rest.codePointAt(end))), size, width)) {
                end += Character.charCount(rest.codePointAt(end));
            }
            if (end == rest.length()) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
