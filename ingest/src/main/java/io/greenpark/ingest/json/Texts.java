package io.greenpark.ingest.json;

/** Text of a sender made fit to be quoted in a message: short, one line, no control characters. */
final class Texts {
    private static final int LONGEST = 80;

    private Texts() {}

    static String shorten(String sent) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < sent.length() && clean.length() < LONGEST; i++) {
            char c = sent.charAt(i);
            clean.append(Character.isISOControl(c) ? ' ' : c);
        }
        return sent.length() > LONGEST ? clean + "…" : clean.toString();
    }
}
