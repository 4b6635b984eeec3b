package io.greenpark.accounting.check;

import io.greenpark.accounting.check.Difference.What;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds figures of one subject against the books, for one length of period. */
final class Comparison {
    private final String subject;
    private final Step step;
    private final ParkPeriods periods;
    private final Span within;
    private final List<Difference> found = new ArrayList<>();
    private long compared;

    /** @param within periods that do not lie in it whole are left out */
    Comparison(String subject, Step step, ParkPeriods periods, Span within) {
        this.subject = subject;
        this.step = step;
        this.periods = periods;
        this.within = within;
    }

    List<Difference> found() {
        return found;
    }

    long compared() {
        return compared;
    }

    /** What to compare of the two figures of a period. */
    interface Fields<B, C> {
        boolean isMissing(B booked);

        String words(C computed);

        String bookedWords(B booked);

        void compare(Span period, B booked, C computed);
    }

    <B, C> void all(Map<Long, B> booked, Map<Long, C> computed, Fields<B, C> fields) {
        SortedSet<Long> starts = new TreeSet<>(booked.keySet());
        starts.addAll(computed.keySet());
        for (long start : starts.subSet(within.fromMs(), Math.max(within.fromMs(), within.toMs()))) {
            Span period = periods.of(step, start);
            if (period.toMs() <= within.toMs()) {
                compared++;
                one(start, period, booked.get(start), computed.get(start), fields);
            }
        }
    }

    /** A period that the books have no row of says the same as one that is missing. */
    private <B, C> void one(long start, Span period, @Nullable B booked, @Nullable C computed, Fields<B, C> fields) {
        boolean missing = booked == null || fields.isMissing(booked);
        if (start != period.fromMs() && booked != null) {
            differ(start, What.FIGURE, fields.bookedWords(booked), "no " + step.code() + " that begins then");
        } else if (missing && computed != null) {
            differ(start, What.FIGURE, "none", fields.words(computed));
        } else if (!missing && booked != null && computed == null) {
            differ(start, What.FIGURE, fields.bookedWords(booked), "none");
        } else if (booked != null && computed != null) {
            fields.compare(period, booked, computed);
        }
    }

    void differ(long startMs, What what, String booked, String computed) {
        found.add(new Difference(subject, step, Instant.ofEpochMilli(startMs), periods.zone(), what, booked, computed));
    }

    /** Adds a difference if the words for the two are not the same. */
    void same(long startMs, What what, Object booked, Object computed) {
        if (!Objects.equals(booked, computed)) {
            differ(startMs, what, booked.toString(), computed.toString());
        }
    }
}
