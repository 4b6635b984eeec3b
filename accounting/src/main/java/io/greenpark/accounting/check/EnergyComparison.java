package io.greenpark.accounting.check;

import io.greenpark.accounting.check.Amounts.Amount;
import io.greenpark.accounting.check.BookedFigures.BookedHour;
import io.greenpark.accounting.check.BookedFigures.BookedSum;
import io.greenpark.accounting.check.Difference.What;
import io.greenpark.park.unit.Unit;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Compares amounts of points and sums of enterprises. */
final class EnergyComparison {
    private EnergyComparison() {}

    static String amount(long base, Unit unit) {
        return unit.fromBase(base).toPlainString() + " " + unit.symbol();
    }

    private static String time(long ms) {
        return Duration.ofMillis(ms).toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String share(EstimatedShare share, Unit unit) {
        return amount(share.amount(), unit) + " in " + time(share.ms());
    }

    /** Hours of a point. */
    record OfPoint(Comparison comparison, Unit unit) implements Comparison.Fields<BookedHour, Amount> {
        @Override
        public boolean isMissing(BookedHour booked) {
            return booked.amount() == null;
        }

        @Override
        public String words(Amount a) {
            return amount(a.amount(), unit) + " " + a.quality();
        }

        @Override
        public String bookedWords(BookedHour b) {
            Long amount = b.amount();
            return (amount == null ? "" : amount(amount, unit) + " ") + b.quality();
        }

        @Override
        public void compare(Span period, BookedHour b, Amount a) {
            Long amount = b.amount();
            if (amount != null) {
                comparison.same(period.fromMs(), What.AMOUNT, amount(amount, unit), amount(a.amount(), unit));
            }
            comparison.same(period.fromMs(), What.COVERED, time(b.coveredMs()), time(a.coveredMs()));
            comparison.same(period.fromMs(), What.QUALITY, b.quality(), a.quality());
            if (b.share() != null) {
                EstimatedShare computed = new EstimatedShare(a.estimatedMs(), a.estimated());
                comparison.same(period.fromMs(), What.ESTIMATED, share(b.share(), unit), share(computed, unit));
            }
        }
    }

    /**
     * Hours, days or months of an enterprise and one carrier.
     *
     * @param untold starts of periods with hours of points of which the books do not say what is estimated
     */
    record OfEnterprise(Comparison comparison, Unit unit, Set<Long> untold)
            implements Comparison.Fields<BookedSum, EnterpriseSum> {
        @Override
        public boolean isMissing(BookedSum booked) {
            return booked.amount() == null;
        }

        @Override
        public String words(EnterpriseSum s) {
            return amount(s.amount(), unit);
        }

        @Override
        public String bookedWords(BookedSum b) {
            Long amount = b.amount();
            return amount == null ? "MISSING" : amount(amount, unit);
        }

        @Override
        public void compare(Span period, BookedSum b, EnterpriseSum s) {
            long start = period.fromMs();
            Long amount = b.amount();
            if (amount != null) {
                comparison.same(start, What.AMOUNT, amount(amount, unit), amount(s.amount(), unit));
            }
            comparison.same(start, What.COVERED, time(b.coveredMs()), time(s.coveredMs()));
            comparison.same(start, What.ESTIMATED_HOURS, b.estimated(), s.estimated());
            comparison.same(start, What.CORRECTED_HOURS, b.corrected(), s.corrected());
            if (b.share() != null && !untold.contains(start)) {
                comparison.same(start, What.ESTIMATED, share(b.share(), unit), share(s.share(), unit));
            }
        }
    }
}
