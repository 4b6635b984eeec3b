package io.greenpark.alerts.rulebook;

import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something that a kind of rule judges by.
 *
 * @param name what settings and documents call it
 * @param words what people call it
 * @param unit what it is counted in; empty for a length, which says its own
 * @param least smallest value allowed; of a length in seconds
 * @param most largest value allowed; of a length in seconds
 * @param usual what holds where a rule does not say; null where it must
 */
public record RuleParameter(
        String name,
        Bilingual words,
        Form form,
        Bilingual unit,
        long least,
        long most,
        @Nullable Object usual) {
    /** One that a rule must say. */
    RuleParameter(String name, Bilingual words, Form form, Bilingual unit, long least, long most) {
        this(name, words, form, unit, least, most, null);
    }

    /** How it is written. */
    public enum Form {
        /** A whole number: {@code 75}. */
        WHOLE,
        /** A length of time: {@code 2m}. */
        LENGTH,
        /** A decimal: {@code 10} or {@code 2.5}. */
        DECIMAL
    }
}
