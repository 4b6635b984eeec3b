package io.greenpark.paper.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The font of a document: what is written goes along with it, and nothing else. Of one document and thread. */
final class PaperFont {
    private static final Logger LOG = LoggerFactory.getLogger(PaperFont.class);
    private static final String RESOURCE = "paper.ttf";
    private static final int REPLACEMENT = 0x25A1;

    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final Map<Integer, String> printed = new HashMap<>();
    private final TreeSet<Integer> lacking = new TreeSet<>();

    PaperFont(PDDocument document) throws IOException {
        try (InputStream in = PaperFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the font " + RESOURCE + " is not on the class path: this build is broken");
            }
            file = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        glyphs = file.getUnicodeCmapLookup();
        font = PDType0Font.load(document, file, true);
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be printed: without controls, and with another character for each that the font lacks. */
    String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(printed.computeIfAbsent(c, this::printed)));
        return out.toString();
    }

    private String printed(int character) {
        if (character == '\n') {
            return "\n";
        }
        if (Character.isISOControl(character) || Character.isWhitespace(character)) {
            return " ";
        }
        if (Character.getType(character) == Character.FORMAT) {
            return "";
        }
        String itself = new String(Character.toChars(character));
        if (has(itself)) {
            return itself;
        }
        String alike = Normalizer.normalize(itself, Normalizer.Form.NFKC);
        if (has(alike)) {
            return alike;
        }
        lacking.add(character);
        return Character.toString(REPLACEMENT);
    }

    private boolean has(String text) {
        return text.codePoints().allMatch(c -> glyphs.getGlyphId(c) != 0);
    }

    /** Says what could not be printed, once a document. */
    void report(String title) {
        if (!lacking.isEmpty()) {
            LOG.warn(
                    "\"{}\" is printed with □ in place of {}, which the font of papers lacks",
                    title,
                    lacking.stream()
                            .map(c -> "U+%04X (%s)".formatted(c, Character.toString(c)))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** How wide a printable text is, in points. */
    float width(String text, float size) {
        float width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += widths.computeIfAbsent(text.codePointAt(i), this::advance);
        }
        return width * size;
    }

    private float advance(int character) {
        try {
            return (float) file.getAdvanceWidth(glyphs.getGlyphId(character)) / file.getUnitsPerEm();
        } catch (IOException e) {
            throw new IllegalStateException("the font of papers does not tell how wide its characters are", e);
        }
    }
}
