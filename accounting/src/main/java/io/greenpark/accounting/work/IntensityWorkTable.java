package io.greenpark.accounting.work;

import io.greenpark.park.registry.Subject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * The table {@code account_intensity_work}: months whose intensity is to be recomputed, of an enterprise with the
 * park and district it belongs to, or of a park that has no enterprises any more. Rows live as those of {@link AccountWorkTable}.
 */
public final class IntensityWorkTable {
    /** Precedes the id of a park in the column {@code enterprise}; ids hold no colon. */
    private static final String PARK = "park:";

    private static final GenericType<Map<String, Long>> FIRST_MONTHS = new GenericType<>() {};

    private IntensityWorkTable() {}

    private static String key(Subject subject) {
        return switch (subject.scope()) {
            case ENTERPRISE -> subject.id();
            case PARK -> PARK + subject.id();
            case DISTRICT ->
                throw new IllegalArgumentException("the district \"" + subject.id()
                        + "\" has no intensity work of its own; accepted are enterprises and parks");
        };
    }

    private static Subject subject(String key) {
        return key.startsWith(PARK) ? Subject.park(key.substring(PARK.length())) : Subject.enterprise(key);
    }

    /** Notes a month to recompute. */
    public static void note(Handle handle, Subject subject, long monthMs) {
        handle.execute(
                "INSERT INTO account_intensity_work (enterprise, month_ms) VALUES (?, ?)"
                        + " ON CONFLICT (enterprise, month_ms) DO NOTHING",
                key(subject),
                monthMs);
    }

    /** The first touched month of everything that has work, epoch milliseconds. */
    public static Map<Subject, Long> firstMonths(Handle handle) {
        Map<Subject, Long> first = new LinkedHashMap<>();
        handle.createQuery("SELECT enterprise, min(month_ms) AS first_ms FROM account_intensity_work"
                        + " GROUP BY enterprise ORDER BY enterprise")
                .setMapKeyColumn("enterprise")
                .setMapValueColumn("first_ms")
                .collectInto(FIRST_MONTHS)
                .forEach((key, month) -> first.put(subject(key), month));
        return first;
    }

    /** All months of these are computed. */
    public static void done(Handle handle, Collection<Subject> subjects) {
        for (Subject subject : subjects) {
            handle.execute("DELETE FROM account_intensity_work WHERE enterprise = ?", key(subject));
        }
    }

    public static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM account_intensity_work")
                .mapTo(Long.class)
                .one();
    }
}
