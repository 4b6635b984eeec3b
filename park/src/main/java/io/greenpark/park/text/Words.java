package io.greenpark.park.text;

import java.util.Locale;

/** A sentence in both languages of the platform; both say the same. On the wire to devices English is spoken. */
public record Words(String zh, String en) {
    /** For what stands in both languages alike, or was kept before there were two. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** The sentence for a reader of {@code locale}: Chinese for {@code zh}, English for every other. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
