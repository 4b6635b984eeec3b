package io.greenpark.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Values as people read them, on pages and on paper. */
public final class Shown {
    private static final int SHARE_PLACES = 3;
    /** What a share may lack by the arithmetic of computers. */
    private static final BigDecimal NEARLY = new BigDecimal("0.000000001");

    private Shown() {}

    /** A share cut to a tenth of a percent. */
    public static BigDecimal cut(BigDecimal share) {
        return share.scale() <= SHARE_PLACES ? share : share.add(NEARLY).setScale(SHARE_PLACES, RoundingMode.DOWN);
    }

    /** Rounded as the column says. */
    public static String figure(BigDecimal value, Column column) {
        BigDecimal shown = column.kind() == Column.Kind.SHARE ? cut(value).movePointRight(2) : value;
        return String.format(
                        Locale.ROOT,
                        "%,." + column.places() + "f",
                        shown.setScale(column.places(), RoundingMode.HALF_UP))
                .replace('-', '−');
    }
}
