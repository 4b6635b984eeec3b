package io.greenpark.accounting;

import io.greenpark.accounting.check.BookedFigures;
import io.greenpark.accounting.check.EstimatedShare;
import io.greenpark.accounting.check.Span;
import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.VoidedMeans;
import io.greenpark.accounting.energy.EnergySum;
import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What the books hold: days and months of means are read with statements of its own, amounts where they lie
 * ({@link HourBook}), as those of closed days are bytes.
 */
public final class SqlBookedFigures implements BookedFigures {
    private final Handle handle;

    private SqlBookedFigures(Handle handle) {
        this.handle = handle;
    }

    /** In the view that a handle has of the books. */
    public static BookedFigures over(Handle handle) {
        return new SqlBookedFigures(handle);
    }

    /** One row of a query. */
    @FunctionalInterface
    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, String subject, Span within, RowTaker taker) {
        handle.createQuery(sql)
                .bind("subject", subject)
                .bind("from", within.fromMs())
                .bind("to", within.toMs())
                .map((row, context) -> {
                    taker.take(row);
                    return true;
                })
                .forEach(row -> {});
    }

    @Override
    public Map<Long, BookedHour> hours(String point, Span within) {
        Map<Long, BookedHour> hours = new HashMap<>();
        HourBook.over(handle).each(List.of(point), range(within), (id, stored) -> {
            EnergyHour h = stored.hour();
            hours.put(
                    h.hourMs(),
                    new BookedHour(
                            h.amount(),
                            h.coveredMs(),
                            h.quality(),
                            stored.sharesKept() ? share(h.estimated(), Step.HOUR) : null));
        });
        return hours;
    }

    @Override
    public Map<SumKey, BookedSum> sums(String enterprise, Step step, Span within) {
        Map<SumKey, BookedSum> sums = new HashMap<>();
        HourBook.over(handle)
                .eachSum(
                        step,
                        List.of(enterprise),
                        range(within),
                        (id, carrier, start, s) -> sums.put(new SumKey(carrier, start), booked(s, step)));
        return sums;
    }

    @Override
    public Map<Long, BookedMean> means(String point, Step step, Span within) {
        Map<Long, BookedMean> means = new HashMap<>();
        if (step == Step.HOUR) {
            BooksDischargeAccounts.hours()
                    .each(
                            handle,
                            List.of(point),
                            within.fromMs(),
                            within.toMs(),
                            (id, stored) -> means.put(stored.startMs(), booked(stored.mean())));
            return means;
        }
        each(
                "SELECT start_ms, mean, completeness, quality FROM discharge_" + step.code()
                        + " WHERE point = :subject AND start_ms >= :from AND start_ms < :to",
                point,
                within,
                r -> {
                    String mean = r.getString(2);
                    means.put(
                            r.getLong(1),
                            new BookedMean(
                                    mean == null ? null : new BigDecimal(mean),
                                    r.getDouble(3),
                                    Quality.valueOf(r.getString(4))));
                });
        return means;
    }

    private static BookedSum booked(EnergySum s, Step step) {
        // What an earlier version called ESTIMATED without saying how it was spread.
        EstimatedShare share = s.unsplit() > 0 ? null : share(s.estimated(), step);
        return new BookedSum(s.amount(), s.coveredMs(), s.estimatedHours(), s.corrected(), share);
    }

    private static EstimatedShare share(Estimated estimated, Step step) {
        Estimated.Share share = estimated.at(step);
        return new EstimatedShare(share.ms(), share.amount());
    }

    private static BookedMean booked(Mean mean) {
        return new BookedMean(mean.mean(), mean.completeness(), mean.quality());
    }

    private static TimeRange range(Span span) {
        return new TimeRange(span.fromMs(), span.toMs());
    }

    @Override
    public List<Span> counting(String point, Span time) {
        return VoidedMeans.in(handle, range(time)).left(point, range(time)).stream()
                .map(left -> new Span(left.fromMs(), left.toMs()))
                .toList();
    }

    @Override
    public Set<String> unbooked(Collection<String> points) {
        Set<String> unbooked = new HashSet<>(handle.createQuery("SELECT DISTINCT point FROM account_work")
                .mapTo(String.class)
                .list());
        unbooked.retainAll(points);
        return unbooked;
    }
}
