package io.greenpark.store.commit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How figures were spread since the process began.
 *
 * @param bounds upper bounds of the buckets, inclusive, ascending
 * @param counts figures in each bucket, and last those beyond all bounds
 * @param sum of all figures
 */
public record Distribution(List<Long> bounds, List<Long> counts, long sum) {
    public Distribution {
        bounds = List.copyOf(bounds);
        counts = List.copyOf(counts);
        if (counts.size() != bounds.size() + 1) {
            throw new IllegalArgumentException(
                    bounds.size() + " bounds make " + (bounds.size() + 1) + " buckets, not " + counts.size());
        }
    }

    /** How many figures there were. */
    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The bound that a share of the figures does not exceed, e.g. 0.99; null if there are none or the share reaches
     * beyond all bounds.
     */
    public @Nullable Long atMost(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < bounds.size(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return bounds.get(i);
            }
        }
        return null;
    }
}
