package io.greenpark.ingest.json;

/** Text of a sender made fit to be quoted in a message: short, one line, no control characters, no half characters. */
final class Texts {
    private static final int LONGEST = 80;
    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {}

    static String shorten(String sent) {
        StringBuilder clean = new StringBuilder();
        int at = 0;
        while (at < sent.length() && clean.length() < LONGEST) {
            int c = sent.codePointAt(at);
            at += Character.charCount(c);
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            clean.appendCodePoint(half ? REPLACEMENT : Character.isISOControl(c) ? ' ' : c);
        }
        return at < sent.length() ? clean + "…" : clean.toString();
    }
}
