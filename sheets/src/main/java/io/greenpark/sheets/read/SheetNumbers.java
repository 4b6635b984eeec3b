package io.greenpark.sheets.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Numbers of workbooks as people typed and see them. */
final class SheetNumbers {
    /** What spreadsheets keep of a typed number; the digits behind are those of its nearest binary neighbour. */
    private static final MathContext SEEN = new MathContext(15, RoundingMode.HALF_EVEN);

    /** Beyond them no spreadsheet can go; writing such a number out, or rounding it, would take gigabytes. */
    private static final int LARGEST_EXPONENT = 400;

    private static final int LONGEST = 400;

    private static final LocalDate BEGIN_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate BEGIN_1904 = LocalDate.of(1904, 1, 1);

    /** 1900 counts as a leap year, so days before its 1 March are one off. */
    private static final int MARCH_1900 = 61;

    private static final long LATEST_DAY = 2_958_466;
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private SheetNumbers() {}

    /** With a point, without groups and exponent. */
    static String plain(String written) {
        BigDecimal number = number(written);
        if (number.precision() > SEEN.getPrecision()) {
            number = number.round(SEEN).stripTrailingZeros();
        }
        return number.toPlainString();
    }

    private static BigDecimal number(String written) {
        if (written.length() > LONGEST) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(written.strip());
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw new NumberFormatException(written);
        }
        return number;
    }

    /** A date, or a date with a time; the number itself where it is neither. */
    static String time(String written, boolean since1904) {
        BigDecimal number = number(written);
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LATEST_DAY)) >= 0) {
            return plain(written);
        }
        long seconds = number.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = Math.floorDiv(seconds, 86_400L);
        LocalDate begin = since1904 ? BEGIN_1904 : BEGIN_1900;
        LocalDate day = begin.plusDays(days + (!since1904 && days < MARCH_1900 && days > 0 ? 1 : 0));
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400L));
        return time.equals(LocalTime.MIDNIGHT)
                ? day.toString()
                : LocalDateTime.of(day, time).toString();
    }
}
