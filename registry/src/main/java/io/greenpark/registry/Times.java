package io.greenpark.registry;

import io.greenpark.config.setting.Accepted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How registry files write times: a date (its first instant in the park's zone), a local time, or one with offset. */
final class Times {
    static final Accepted<LocalDate> DATE = new Accepted<>("a date, e.g. 2018-01-31", LocalDate::parse);
    static final Accepted<YearMonth> MONTH = new Accepted<>("a month, e.g. 2018-01", YearMonth::parse);
    static final Accepted<ZoneId> ZONE = new Accepted<>("a time zone, e.g. Asia/Shanghai or +08:00", ZoneId::of);

    private static final String INSTANT = DATE.words() + ", or a time, e.g. 2018-01-31T06:30 or 2018-01-31T06:30+08:00";

    private Times() {}

    /** An instant; dates and local times are those of {@code zone}. */
    static Accepted<Instant> instant(ZoneId zone) {
        return new Accepted<>(INSTANT, text -> {
            Instant day =
                    tryParse(text, t -> LocalDate.parse(t).atStartOfDay(zone).toInstant());
            Instant local = day != null
                    ? day
                    : tryParse(text, t -> LocalDateTime.parse(t).atZone(zone).toInstant());
            return local != null
                    ? local
                    : tryParse(text, t -> OffsetDateTime.parse(t).toInstant());
        });
    }

    private static @Nullable Instant tryParse(String text, Function<String, Instant> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
