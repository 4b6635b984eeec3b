package io.greenpark.park.registry;

import java.util.Locale;

/** A name in both languages of the platform. Where only one was given, it stands for both. */
public record Name(String zh, String en) {
    /** The name for a reader of {@code locale}: Chinese for {@code zh}, English for every other. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
