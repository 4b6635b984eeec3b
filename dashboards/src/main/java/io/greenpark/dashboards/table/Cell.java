package io.greenpark.dashboards.table;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a field of a table. One that is not known is null where cells are handed on, never 0 or an empty text. */
public sealed interface Cell {
    /** A word that is the same in every language: an id, a code. */
    record Code(String code) implements Cell {}

    /** A name or a sentence. */
    record Words(Bilingual words) implements Cell {}

    /** An exact number, in the unit of its column. */
    record Number(BigDecimal value) implements Cell {}

    /** A day of the park's calendar. */
    record Day(LocalDate day) implements Cell {}

    /** A code; null where there is none. */
    static @Nullable Cell code(@Nullable String code) {
        return code == null ? null : new Code(code);
    }

    /** A name or a sentence; null where there is none. */
    static @Nullable Cell words(@Nullable Bilingual words) {
        return words == null ? null : new Words(words);
    }

    /** A number; null where it is not known. */
    static @Nullable Cell number(@Nullable BigDecimal value) {
        return value == null ? null : new Number(value);
    }

    /** A share of 0 to 1. */
    static Cell share(double share) {
        return new Number(BigDecimal.valueOf(share));
    }

    /** As a reader of a language finds it, and as it is searched; numbers are not grouped and not rounded. */
    default String text(Locale language) {
        if (this instanceof Code code) {
            return code.code();
        }
        if (this instanceof Words words) {
            return words.words().in(language);
        }
        if (this instanceof Number number) {
            BigDecimal stripped = number.value().stripTrailingZeros();
            return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        }
        return ((Day) this).day().toString();
    }
}
