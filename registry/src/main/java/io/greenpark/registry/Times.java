package io.greenpark.registry;

import io.greenpark.config.setting.Accepted;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.AcceptedFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How registry files write times: a date (its first instant in the park's zone), a local time, or one with offset. */
final class Times {
    private static final Bilingual INSTANT = new Bilingual(
            AcceptedFields.DATE.said().zh() + "；或时间，如 2018-01-31T06:30 或 2018-01-31T06:30+08:00",
            AcceptedFields.DATE.said().en() + ", or a time, e.g. 2018-01-31T06:30 or 2018-01-31T06:30+08:00");

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
