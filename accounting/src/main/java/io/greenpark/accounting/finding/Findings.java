package io.greenpark.accounting.finding;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.store.books.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept about points, for the console, the API and operations. What a person declined is decided and not among
 * it. Any thread may ask.
 */
public final class Findings {
    /** What is counted as of late; longer than a register may be away and come back. */
    public static final Duration LATE = Duration.ofDays(40);

    private final Books books;

    public Findings(Books books) {
        this.books = books;
    }

    /** The newest, or those that follow the last one of a page. */
    public List<KeptFinding> page(FindingQuery query, @Nullable FindingCursor after, int limit) {
        return books.read(handle -> FindingSelect.of(query).page(handle, after, limit));
    }

    /** How many there are of each kind. */
    public Map<FindingKind, Long> rows(FindingQuery query) {
        return books.read(handle -> FindingSelect.of(query).rows(handle));
    }

    /**
     * How many invalid values points sent in hours that begin in {@code [from, to)}.
     *
     * @param taker is given the point, the begin of the hour and how many there were, in no order
     */
    public void invalid(Instant from, Instant to, InvalidTaker taker) {
        books.read(handle -> {
            FindingTable.eachHour(
                    handle, FindingKind.INVALID, new TimeRange(from.toEpochMilli(), to.toEpochMilli()), taker);
            return true;
        });
    }

    /** Takes how many invalid values a point sent in an hour. */
    @FunctionalInterface
    public interface InvalidTaker {
        void take(String point, long hourMs, int count);
    }

    /** How many points there are with something of each kind. */
    public Map<FindingKind, Long> counts(Instant since) {
        FindingQuery all = new FindingQuery(null, EnumSet.allOf(FindingKind.class), since);
        return books.read(handle -> FindingSelect.of(all).points(handle));
    }
}
