package io.greenpark.park.text;

import java.util.Locale;

/**
 * A name or a text in both languages of the platform; both say the same. On the wire to devices English is spoken.
 *
 * @param zh Chinese
 * @param en English
 */
public record Bilingual(String zh, String en) {
    /** For what reads alike in both languages, or was given in one only. */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    /** The text for a reader of {@code locale}: Chinese for {@code zh}, English for every other. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
