package io.greenpark.accounting.work;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * The table {@code account_intensity_work}: months whose intensity is to be recomputed. Rows live as those of
 * {@link AccountWorkTable}.
 */
public final class IntensityWorkTable {
    private static final GenericType<Map<String, Long>> FIRST_MONTHS = new GenericType<>() {};

    private IntensityWorkTable() {}

    /** Notes a month to recompute. */
    public static void note(Handle handle, IntensityWork work, long monthMs) {
        handle.execute(
                "INSERT INTO account_intensity_work (enterprise, month_ms) VALUES (?, ?)"
                        + " ON CONFLICT (enterprise, month_ms) DO NOTHING",
                work.key(),
                monthMs);
    }

    /** The first touched month of everything that has work, epoch milliseconds. */
    public static Map<IntensityWork, Long> firstMonths(Handle handle) {
        Map<IntensityWork, Long> first = new LinkedHashMap<>();
        handle.createQuery("SELECT enterprise, min(month_ms) AS first_ms FROM account_intensity_work"
                        + " GROUP BY enterprise ORDER BY enterprise")
                .setMapKeyColumn("enterprise")
                .setMapValueColumn("first_ms")
                .collectInto(FIRST_MONTHS)
                .forEach((key, month) -> first.put(IntensityWork.ofKey(key), month));
        return first;
    }

    /** All months of these are computed. */
    public static void done(Handle handle, Collection<IntensityWork> done) {
        for (IntensityWork work : done) {
            handle.execute("DELETE FROM account_intensity_work WHERE enterprise = ?", work.key());
        }
    }

    public static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM account_intensity_work")
                .mapTo(Long.class)
                .one();
    }
}
