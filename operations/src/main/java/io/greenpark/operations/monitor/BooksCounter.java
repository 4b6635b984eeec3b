package io.greenpark.operations.monitor;

import io.greenpark.alerts.bounce.BounceCounts;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.outbox.OutboxCounts;
import io.greenpark.influx.RefusedPoints;
import io.greenpark.operations.status.BooksCounts;
import io.greenpark.operations.status.BooksCounts.RefusedByInflux;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.store.books.Books;
import io.greenpark.store.document.DocumentCounts;
import io.greenpark.store.reader.MissedReadings;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the counts of the books in one consistent view. Any thread may ask. */
final class BooksCounter {
    private static final Logger LOG = LoggerFactory.getLogger(BooksCounter.class);
    private static final int REFUSALS_SHOWN = 100;

    private final Books books;
    private final Supplier<Map<FindingKind, Long>> findings;
    private volatile BooksCounts last = BooksCounts.NONE;

    BooksCounter(Books books, Supplier<Map<FindingKind, Long>> findings) {
        this.books = books;
        this.findings = findings;
    }

    /** While the books do not answer, the counts read last: the rest of the snapshot is needed most then. */
    BooksCounts counts() {
        try {
            Map<FindingKind, Long> found = findings.get();
            last = books.read(handle -> count(handle, found));
        } catch (RuntimeException e) {
            LOG.debug("the books do not answer; the counts read last are shown", e);
        }
        return last;
    }

    private static BooksCounts count(Handle handle, Map<FindingKind, Long> findings) {
        return new BooksCounts(
                MissedReadings.missed(handle),
                new RefusedByInflux(RefusedPoints.total(handle), RefusedPoints.list(handle, REFUSALS_SHOWN)),
                OutboxCounts.of(handle),
                BounceCounts.of(handle),
                OpenCases.count(handle),
                DocumentCounts.of(handle),
                findings);
    }
}
