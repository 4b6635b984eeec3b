package io.greenpark.alerts.text;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Figures and times as people read them. */
public final class Figures {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3_600;
    private static final long DAY_S = 86_400;
    private static final int DIGITS = 4;
    private static final int CHANGE_DECIMALS = 2;
    /** A share of 0.29 is a little less than that in binary. */
    private static final double NEARLY = 1e-6;

    private static final int MOST_DIGITS = 16;
    private static final int GROUP = 3;

    private Figures() {}

    /**
     * Four significant digits, whole ones all, and as many decimals as the bound has; more where the figure would otherwise read
     * like the bound it differs from.
     */
    public static String figure(@Nullable BigDecimal value, @Nullable BigDecimal bound) {
        if (value == null) {
            return "-";
        }
        BigDecimal shown = value;
        for (int digits = DIGITS; digits <= MOST_DIGITS; digits++) {
            shown = value.setScale(decimals(value, digits, bound), RoundingMode.HALF_UP);
            if (bound == null || Integer.signum(shown.compareTo(bound)) == Integer.signum(value.compareTo(bound))) {
                break;
            }
        }
        return plain(shown);
    }

    private static int decimals(BigDecimal value, int digits, @Nullable BigDecimal bound) {
        int ofDigits = digits - (value.precision() - value.scale());
        int ofBound = bound == null ? 0 : bound.stripTrailingZeros().scale();
        return Math.max(0, Math.max(ofDigits, ofBound));
    }

    /** A change in percent, to two decimals; more where it would otherwise read like the bound it differs from. */
    static String change(@Nullable BigDecimal value, @Nullable BigDecimal bound) {
        if (value == null) {
            return "-";
        }
        BigDecimal shown = value.setScale(CHANGE_DECIMALS, RoundingMode.HALF_UP);
        for (int decimals = CHANGE_DECIMALS; decimals <= MOST_DIGITS; decimals++) {
            shown = value.setScale(decimals, RoundingMode.HALF_UP);
            if (bound == null || Integer.signum(shown.compareTo(bound)) == Integer.signum(value.compareTo(bound))) {
                break;
            }
        }
        return grouped(shown);
    }

    /** A difference of changes, a share, as percentage points with as many decimals as changes have. */
    static String points(BigDecimal share) {
        return grouped(share.abs().multiply(HUNDRED).setScale(CHANGE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** A limit as permits write it: no more digits than it has. */
    public static String bound(@Nullable BigDecimal value) {
        return value == null ? "-" : plain(value);
    }

    /** A value with its unit as people write it; a pH has none. */
    public static String with(String value, @Nullable String unit) {
        return unit == null || unit.equals(Unit.PH.symbol()) || unit.equals(Unit.ONE.symbol())
                ? value
                : value + " " + UnitText.of(unit);
    }

    /** Grouped by thousands, with a real minus and without trailing zeros. */
    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return grouped(stripped.setScale(Math.max(0, stripped.scale())));
    }

    /** Grouped by thousands, with a real minus and the decimals that it has. */
    private static String grouped(BigDecimal value) {
        String digits = value.abs().toPlainString();
        int whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = whole - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return (value.signum() < 0 ? "−" : "") + grouped;
    }

    /** A share as a percentage, one decimal. */
    static String percent(BigDecimal share) {
        BigDecimal shown = share.abs().multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP);
        return shown.signum() == 0 && share.signum() != 0 ? "<0.1" : plain(shown);
    }

    /** Completeness to a tenth of a percent, as everywhere: rounded down so that 99.96 % does not read as complete. */
    static String percent(double share) {
        BigDecimal shown =
                BigDecimal.valueOf(Math.floor(share * 1_000 + NEARLY)).movePointLeft(1);
        return plain(shown);
    }

    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String hour(Instant from, Instant to, ZoneId zone) {
        return minute(from, zone) + "–" + CLOCK.format(to.atZone(zone));
    }

    /** About how long something took or is old, in its greatest unit. */
    static Bilingual length(Duration length) {
        if (length.toHours() >= 48) {
            return length(length.toDays(), "天", "day");
        }
        if (length.toMinutes() >= 120) {
            return length(length.toHours(), "小时", "hour");
        }
        return length.toMinutes() >= 1
                ? length(length.toMinutes(), "分钟", "minute")
                : length(Math.max(0, length.toSeconds()), "秒", "second");
    }

    /** A length as it was set, in the greatest unit that it is a whole number of. */
    static Bilingual exact(Duration length) {
        long seconds = length.toSeconds();
        if (seconds >= 2 * DAY_S && seconds % DAY_S == 0) {
            return length(seconds / DAY_S, "天", "day");
        }
        if (seconds >= HOUR_S && seconds % HOUR_S == 0) {
            return length(seconds / HOUR_S, "小时", "hour");
        }
        return seconds >= MINUTE_S && seconds % MINUTE_S == 0
                ? length(seconds / MINUTE_S, "分钟", "minute")
                : length(seconds, "秒", "second");
    }

    private static Bilingual length(long count, String zh, String en) {
        return new Bilingual(count + " " + zh, count + " " + en + (count == 1 ? "" : "s"));
    }
}
