package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.store.books.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what is kept about points, for the console, the API and operations. Any thread may ask. */
public final class Findings {
    /** What is counted as of late; longer than a register may be away and come back. */
    public static final Duration LATE = Duration.ofDays(40);

    private final Books books;

    public Findings(Books books) {
        this.books = books;
    }

    /** About data of all points from a time on, and what still asks for a decision; newest first. */
    public List<KeptFinding> all(Instant since) {
        return books.read(handle -> FindingTable.list(handle, null, since.toEpochMilli()));
    }

    /** The same of some points only. */
    public List<KeptFinding> of(Collection<String> points, Instant since) {
        return points.isEmpty()
                ? List.of()
                : books.read(handle -> FindingTable.list(handle, points, since.toEpochMilli()));
    }

    /** How many points there are with something of each kind. */
    public Map<FindingKind, Long> counts(Instant since) {
        return books.read(handle -> FindingTable.counts(handle, since.toEpochMilli()));
    }
}
