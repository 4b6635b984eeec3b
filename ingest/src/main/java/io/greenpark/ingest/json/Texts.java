package io.greenpark.ingest.json;

/** Foreign text made fit for a message to people: short, one line, no control characters. */
final class Texts {
    private static final int LONGEST = 80;

    private Texts() {}

    static String shorten(String foreign) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < foreign.length() && clean.length() < LONGEST; i++) {
            char c = foreign.charAt(i);
            clean.append(Character.isISOControl(c) ? ' ' : c);
        }
        return foreign.length() > LONGEST ? clean + "…" : clean.toString();
    }
}
