package io.greenpark.store.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that is only read: in UTF-8 or GB18030 (which GBK and GB 2312 are part of) throughout, without control characters, and neither a
 * script nor markup that a browser would take for a page.
 */
final class PlainText {
    private static final char MARK_OF_ORDER = '\uFEFF';
    private static final String ALLOWED_CONTROLS = "\t\n\r\f";
    private static final int BEGINNING = 1_024;
    private static final Pattern SCRIPT_OR_MARKUP =
            Pattern.compile("^\\s*(<[a-z!?/]|#!)|<(html|svg|script|!doctype)\\b");

    private PlainText() {}

    /** The name of its character set; empty if it is no such text. */
    static Optional<String> charsetOf(Path file) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (isText(file, charset)) {
                return Optional.of(charset.name());
            }
        }
        return Optional.empty();
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        StringBuilder beginning = new StringBuilder();
        try (Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (!isOfText((char) c)) {
                    return false;
                }
                if (beginning.length() < BEGINNING && c != MARK_OF_ORDER) {
                    beginning.append((char) c);
                }
            }
        } catch (CharacterCodingException e) {
            return false;
        }
        return !SCRIPT_OR_MARKUP
                .matcher(beginning.toString().toLowerCase(Locale.ROOT))
                .find();
    }

    /** GB18030 gives nearly any bytes a meaning, but seldom one that is assigned. */
    private static boolean isOfText(char c) {
        return Character.isISOControl(c)
                ? ALLOWED_CONTROLS.indexOf(c) >= 0
                : Character.getType(c) != Character.UNASSIGNED;
    }
}
