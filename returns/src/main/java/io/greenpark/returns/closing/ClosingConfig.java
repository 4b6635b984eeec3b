package io.greenpark.returns.closing;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Whether the platform closes months by itself, of section {@code statistics}.
 *
 * @param closeOnDay the day of the month after on which a month with nothing open is closed, 1..28; null for never
 */
public record ClosingConfig(@Nullable Integer closeOnDay) {
    /** Days that every month has. */
    private static final int LAST_DAY = 28;

    /** Nobody but people closes months. */
    public static ClosingConfig defaults() {
        return new ClosingConfig(null);
    }

    /** Reads {@code closeOnDay} of the section {@code statistics}. */
    public static ClosingConfig from(Settings settings, Problems problems) {
        Accepted<Integer> day = new Accepted<>(
                "a day of the month after, 1.." + LAST_DAY + "; leave it out where only people close months", text -> {
                    int value = Integer.parseInt(text);
                    return value >= 1 && value <= LAST_DAY ? value : null;
                });
        return new ClosingConfig(settings.value("closeOnDay", day));
    }

    /** The day on which a month is closed; January is with February, as the statistics have them. Null for never. */
    @Nullable
    LocalDate dayOf(YearMonth month) {
        YearMonth reported = month.getMonth() == Month.JANUARY ? month.plusMonths(1) : month;
        return closeOnDay == null ? null : reported.plusMonths(1).atDay(closeOnDay);
    }
}
