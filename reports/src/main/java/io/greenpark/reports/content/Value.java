package io.greenpark.reports.content;

import io.greenpark.park.reason.Reason;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands in a cell of a report. What is not known is a reason, never 0; what is not asked there is {@link #BLANK}. */
public sealed interface Value {
    /** Where nothing is to stand, as in the status of a sum. */
    Value BLANK = new Blank();

    /**
     * A figure, exact, in the unit of its column.
     *
     * @param formula how a workbook computes it of other cells; null where it was read
     */
    record Figure(BigDecimal value, @Nullable Formula formula) implements Value {}

    /** A figure that cannot be stated. */
    record Missing(Reason reason) implements Value {}

    /** A name, a word or a sentence. */
    record Words(Bilingual words) implements Value {}

    /** What reads alike in every language: a number of a case, an id, a unit. */
    record Code(String code) implements Value {}

    /** A day of the park's calendar. */
    record Day(LocalDate day) implements Value {}

    /** See {@link #BLANK}. */
    record Blank() implements Value {}

    static Value of(BigDecimal value) {
        return new Figure(value, null);
    }

    static Value of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    static Value of(Bilingual words) {
        return new Words(words);
    }

    /** The figure, or why there is none; blank where nobody says why. */
    static Value of(@Nullable BigDecimal value, @Nullable Reason why) {
        return value != null ? of(value) : why != null ? new Missing(why) : BLANK;
    }

    /** The same figure as a workbook computes it; what is no figure stays as it is. */
    default Value by(Formula formula) {
        return this instanceof Figure figure ? new Figure(figure.value(), formula) : this;
    }
}
