package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The means of a case of limits as they were judged of late, for whoever is told its figure. */
public record RecentMeans(boolean daily, @Nullable String unit, List<Mean> means) {
    /** Of a case that shows none. */
    public static final RecentMeans NONE = new RecentMeans(false, null, List.of());

    private static final int MOST = 24;

    public RecentMeans {
        means = List.copyOf(means);
    }

    /**
     * A mean.
     *
     * @param from start of its period
     * @param figure null where there is none
     * @param limit that it is held against
     */
    public record Mean(
            Instant from,
            @Nullable BigDecimal figure,
            @Nullable BigDecimal limit) {
        /** Whether it is over its limit. */
        public boolean isOver() {
            return figure != null && limit != null && figure.compareTo(limit) > 0;
        }
    }

    /** Of the last 24 periods; none where the figure of the case is withheld. */
    public static RecentMeans of(Handle handle, Case told, Instant now) {
        if (!told.rule().ofLimits() || told.figure() == null) {
            return NONE;
        }
        boolean daily = told.subject().endsWith("/day");
        Instant from = now.minus((daily ? Duration.ofDays(1) : Duration.ofHours(1)).multipliedBy(MOST + 1L));
        Map<Instant, Mean> means = new TreeMap<>();
        for (Verdict verdict : VerdictTable.between(
                handle, Case.Rule.LIMIT_EXCEEDED, told.subject(), from.toEpochMilli(), now.toEpochMilli())) {
            if (verdict.phase() == Verdict.Phase.CLOSED) {
                means.put(verdict.from(), new Mean(verdict.from(), verdict.figure(), verdict.limit()));
            }
        }
        List<Mean> all = List.copyOf(means.values());
        return new RecentMeans(daily, told.unit(), all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
