package io.greenpark.registry;

import io.greenpark.config.setting.Fields;
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
    private static final String DATE = "a date, e.g. 2018-01-31";
    private static final String TIME = DATE + ", or a time, e.g. 2018-01-31T06:30 or 2018-01-31T06:30+08:00";

    private Times() {}

    /** The instant of a key; null if it is not given or cannot be read. */
    static @Nullable Instant instant(Fields fields, String key, ZoneId zone) {
        return fields.value(key, TIME, text -> {
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

    static @Nullable LocalDate date(Fields fields, String key) {
        return fields.value(key, DATE, LocalDate::parse);
    }

    static @Nullable YearMonth month(Fields fields, String key) {
        return fields.value(key, "a month, e.g. 2018-01", YearMonth::parse);
    }

    static @Nullable ZoneId zone(Fields fields, String key) {
        return fields.value(key, "a time zone, e.g. Asia/Shanghai or +08:00", ZoneId::of);
    }

    private static @Nullable Instant tryParse(String text, Function<String, Instant> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
