package io.greenpark.park.document;

import java.text.Normalizer;

/**
 * The name of a file as people see it and save it under. What senders call it may hold a path of their machine, control characters,
 * or marks that turn the direction of writing, by which {@code exe.jpg} is made to look like another name.
 */
public final class DisplayName {
    /** The most characters of a name, counted as people do: a character outside the basic plane is one. */
    public static final int MAX_LENGTH = 200;

    private static final String UNNAMED = "unnamed";
    private static final int LONGEST_ENDING = 10;

    private DisplayName() {}

    /** A name without path and without what cannot be seen; of one that is too long the ending is kept. */
    public static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder seen = new StringBuilder();
        last.codePoints().map(DisplayName::visible).filter(c -> c >= 0).forEach(seen::appendCodePoint);
        String name = trimmed(Normalizer.normalize(seen, Normalizer.Form.NFC));
        return name.isEmpty() ? UNNAMED : shortened(name);
    }

    /** The character itself, a space for any blank, -1 for what cannot be seen. */
    private static int visible(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> -1;
            default -> c;
        };
    }

    /** Without dots and blanks around it: they hide a file or are dropped by some systems; blanks within are one. */
    private static String trimmed(String name) {
        return name.replaceAll("^[ .]+|[ .]+$", "").replaceAll(" {2,}", " ");
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot >= 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int stem = MAX_LENGTH - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, stem)) + ending;
    }
}
