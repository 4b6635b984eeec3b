package io.greenpark.dashboards.table;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a field of a table. One that is not known is null where cells are handed on, never 0 or an empty text. */
public sealed interface Cell {
    /** How a time reads in texts, and how a spreadsheet is told to show it. */
    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A word that is the same in every language: an id, a code. */
    record Code(String code) implements Cell {}

    /** A name or a sentence. */
    record Words(Bilingual words) implements Cell {}

    /** An exact number, in the unit of its column. */
    record Number(BigDecimal value) implements Cell {}

    /** A day of the park's calendar. */
    record Day(LocalDate day) implements Cell {}

    /** A time, as the clocks of a zone show it. */
    record Time(Instant at, ZoneId zone) implements Cell {
        /** To the second. */
        public LocalDateTime local() {
            return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** A code; null where there is none. */
    static @Nullable Cell code(@Nullable String code) {
        return code == null ? null : new Code(code);
    }

    /** A unit as people write it; null where there is none, as of a pH. */
    static @Nullable Cell unit(@Nullable String symbol) {
        return symbol == null || symbol.equals("pH") || symbol.equals("1")
                ? null
                : new Code(symbol.replace("m3", "m³").replace("ug/", "µg/").replace("Cel", "°C"));
    }

    /** A name or a sentence; null where there is none. */
    static @Nullable Cell words(@Nullable Bilingual words) {
        return words == null ? null : new Words(words);
    }

    /** A number; null where it is not known. */
    static @Nullable Cell number(@Nullable BigDecimal value) {
        return value == null ? null : new Number(value);
    }

    /** Whether something is so. */
    static Cell truth(boolean so) {
        return new Words(so ? new Bilingual("是", "yes") : new Bilingual("否", "no"));
    }

    /** A whole number. */
    static Cell number(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /** A time; null where it is not known. */
    static @Nullable Cell time(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : new Time(at, zone);
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
        if (this instanceof Time time) {
            return TIME.format(time.local());
        }
        return ((Day) this).day().toString();
    }
}
