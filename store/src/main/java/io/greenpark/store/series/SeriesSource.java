package io.greenpark.store.series;

import io.greenpark.store.books.Mark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Turns dirty marks into points of derived series. Supplied by the module that owns the figures. */
public interface SeriesSource {
    /** The kinds of marks this source answers for. */
    Set<Mark.Kind> kinds();

    /** The points of the marked periods, as the books are now. Runs on a reading connection. */
    List<SeriesPoint> points(Handle handle, List<Mark> marks);

    /** Every subject a mark of this kind may name, for filling an InfluxDB that is empty. */
    List<String> subjects(Handle handle, Mark.Kind kind);

    /** Starts of the subject's periods that have figures and begin after a time, oldest first, at most {@code max}. */
    List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max);

    /**
     * Which of the fields that points of a subject have may not be told there, by the rule for the statistics in them and by
     * nothing else: a figure that is missing for another reason is not withheld. All of them where the subject is unknown.
     *
     * @param fields the fields in question, by time
     */
    default Map<Long, Set<String>> withheld(
            Handle handle, Mark.Kind kind, String subject, Map<Long, Set<String>> fields) {
        return Map.of();
    }

    /** Whether fields of its points are held back at present, as they may not be told. */
    default boolean holdsBack() {
        return false;
    }
}
