package io.greenpark.influx;

import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.influx.WithheldPoints.Replaceable;
import io.greenpark.store.books.Books;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One look through InfluxDB, a portion at a time. What it finds and the books write points in place of, it marks to be written
 * again and then deletes, in this order, so that a crash in between loses nothing; after a delete that is refused it only
 * looks on.
 */
final class SweepPass {
    /** Deleting takes InfluxDB 1.x up to a tenth of a second per enterprise. */
    private static final long STEP_NANOS = Duration.ofMillis(250).toNanos();

    private final WithheldPoints points;
    private final Books books;
    private final boolean removes;
    private final LongSupplier nanos;
    private final Deque<Portion> left;
    private final Deque<Finding> found = new ArrayDeque<>();
    private final List<Finding> removed = new ArrayList<>();
    private final List<Finding> removable = new ArrayList<>();
    private final List<Finding> irreplaceable = new ArrayList<>();
    private @Nullable RefusedStatementException refusal;

    /**
     * @param removes whether what is found is removed; if not, only looked at
     * @param nanos a time that only runs on, in nanoseconds
     */
    SweepPass(WithheldPoints points, Books books, List<Portion> portions, boolean removes, LongSupplier nanos) {
        this.points = points;
        this.books = books;
        this.removes = removes;
        this.nanos = nanos;
        this.left = new ArrayDeque<>(portions);
    }

    /** Whether there is anything left to look at or to remove. */
    boolean goesOn() {
        return !left.isEmpty() || !found.isEmpty();
    }

    /** Looks at the next portion, or removes some more of what was found in the last. What fails stays the next to be done. */
    void next() {
        if (found.isEmpty() && !left.isEmpty()) {
            found.addAll(points.find(left.element()));
            left.remove();
        }
        long began = nanos.getAsLong();
        while (!found.isEmpty() && nanos.getAsLong() - began < STEP_NANOS) {
            take(found.element());
            found.remove();
        }
    }

    private void take(Finding finding) {
        Replaceable replaceable = points.replaceable(finding);
        Finding rest = finding.without(replaceable.timesMs());
        if (!replaceable.timesMs().isEmpty()) {
            Finding part = finding.at(replaceable.timesMs());
            (removes(part, replaceable) ? removed : removable).add(part);
        }
        if (!rest.timesMs().isEmpty()) {
            irreplaceable.add(rest);
        }
    }

    private boolean removes(Finding finding, Replaceable replaceable) {
        if (!removes || refusal != null) {
            return false;
        }
        books.<Boolean, RuntimeException>write(tx -> {
            tx.marks()
                    .markFor(SeriesWriter.CONSUMER, finding.series().kind(), finding.subject(), replaceable.startsMs());
            return true;
        });
        try {
            points.delete(List.of(finding));
            return true;
        } catch (RefusedStatementException e) {
            refusal = e;
            return false;
        }
    }

    /** What it deleted. */
    List<Finding> removed() {
        return removed;
    }

    /** What the books would write points in place of and is still there. */
    List<Finding> removable() {
        return removable;
    }

    /** What is there and is not there any more, or removed from it. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(left());
        all.addAll(removed);
        return all;
    }

    /** What is still there. */
    List<Finding> left() {
        List<Finding> left = new ArrayList<>(removable);
        left.addAll(irreplaceable);
        return left;
    }

    /** How InfluxDB refused to delete; null if it did not. */
    @Nullable
    RefusedStatementException refusal() {
        return refusal;
    }

    static List<String> whose(List<Finding> findings) {
        Set<String> whose = new TreeSet<>();
        findings.forEach(f -> whose.add(f.whose()));
        return List.copyOf(whose);
    }
}
