package io.greenpark.alerts.text;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Figures and times as people read them. */
final class Figures {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 16;

    private Figures() {}

    /** Four significant digits, more where the figure would otherwise read like the bound it differs from. */
    static String figure(@Nullable BigDecimal value, @Nullable BigDecimal bound) {
        if (value == null) {
            return "-";
        }
        BigDecimal shown = value;
        for (int digits = DIGITS; digits <= MOST_DIGITS; digits++) {
            shown = value.round(new MathContext(digits, RoundingMode.HALF_UP));
            if (bound == null || Integer.signum(shown.compareTo(bound)) == Integer.signum(value.compareTo(bound))) {
                break;
            }
        }
        return plain(shown);
    }

    /** A limit as it was set. */
    static String bound(@Nullable BigDecimal value) {
        return value == null ? "-" : plain(value);
    }

    /** A unit as people write it; nothing where there is none. */
    static String unit(@Nullable String unit) {
        return unit == null ? "" : unit.replace("m3", "m³");
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }

    /** A share as a percentage, one decimal. */
    static String percent(BigDecimal share) {
        BigDecimal shown = share.abs().multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP);
        return shown.signum() == 0 && share.signum() != 0 ? "<0.1" : plain(shown);
    }

    /** Completeness, rounded down so that 99.9 % does not read as complete. */
    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(0, RoundingMode.DOWN).toPlainString();
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String hour(Instant from, Instant to, ZoneId zone) {
        return minute(from, zone) + "-" + CLOCK.format(to.atZone(zone));
    }

    static Bilingual length(Duration length) {
        if (length.toHours() >= 48) {
            return new Bilingual(length.toDays() + " 天", length.toDays() + " days");
        }
        return length.toMinutes() >= 120
                ? new Bilingual(length.toHours() + " 小时", length.toHours() + " hours")
                : new Bilingual(length.toMinutes() + " 分钟", length.toMinutes() + " minutes");
    }
}
