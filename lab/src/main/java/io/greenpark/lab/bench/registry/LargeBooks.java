package io.greenpark.lab.bench.registry;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fills books with figures as the accounts keep them: months of energy and intensity, hours of discharge. */
final class LargeBooks {
    /** Of each point at an outlet: a month. */
    private static final int DISCHARGE_HOURS = 720;

    private static final int ROWS_PER_TRANSACTION = 5_000;

    private final Books books;
    private final List<Object[]> rows = new ArrayList<>();

    private LargeBooks(Books books) {
        this.books = books;
    }

    static void fill(Books books, Registry registry, int months) {
        LargeBooks fill = new LargeBooks(books);
        fill.energy(registry, months);
        fill.intensity(registry, months);
        fill.discharge(registry);
    }

    private static long monthMs(int monthsBack) {
        return ParkTime.shanghai()
                .startOf(LargeRegistry.LAST_MONTH.minusMonths(monthsBack))
                .toEpochMilli();
    }

    private void energy(Registry registry, int months) {
        String sql =
                "INSERT INTO energy_month (enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected)"
                        + " VALUES (?, 'ELECTRICITY', ?, 1000000, 1, 0, 0)";
        for (Enterprise e : registry.facts().enterprises()) {
            for (int i = 0; i < months; i++) {
                add(sql, e.id(), monthMs(i));
            }
        }
        flush(sql);
    }

    private void intensity(Registry registry, int months) {
        String sql = "INSERT INTO intensity_month (scope, subject, basis, month_ms, tce, ytd_tce, status, computed_ms)"
                + " VALUES (?, ?, 'EQUIVALENT', ?, '1.5', '3', 'FINAL', 0)";
        for (int i = 0; i < months; i++) {
            for (Enterprise e : registry.facts().enterprises()) {
                add(sql, "ENTERPRISE", e.id(), monthMs(i));
            }
            for (Park p : registry.facts().parks()) {
                add(sql, "PARK", p.id(), monthMs(i));
            }
            add(sql, "DISTRICT", registry.facts().districtId(), monthMs(i));
        }
        flush(sql);
    }

    private void discharge(Registry registry) {
        String sql = "INSERT INTO discharge_hour (point, start_ms, mean, valid_samples, completeness, quality,"
                + " booked_ms) VALUES (?, ?, '150', 4, 1, 'MEASURED', 0)";
        for (Point p : registry.facts().points()) {
            for (int hour = 0; p.outletId() != null && hour < DISCHARGE_HOURS; hour++) {
                add(sql, p.id(), monthMs(0) + hour * ParkTime.HOUR_MS);
            }
        }
        flush(sql);
    }

    private void add(String sql, Object... row) {
        rows.add(row);
        if (rows.size() == ROWS_PER_TRANSACTION) {
            flush(sql);
        }
    }

    private void flush(String sql) {
        if (!rows.isEmpty()) {
            books.write(tx -> {
                PreparedBatch batch = tx.handle().prepareBatch(sql);
                rows.forEach(batch::add);
                return batch.execute().length;
            });
            rows.clear();
        }
    }
}
