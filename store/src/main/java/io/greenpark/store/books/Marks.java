package io.greenpark.store.books;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Dirty marks, bound to one transaction. A change of a figure marks its period in the same transaction, once for every
 * consumer that subscribed to the kind; consumers read marks, do their work and delete the marks they have seen. No reader
 * follows the books by a growing id: on PostgreSQL such ids commit out of order.
 */
public interface Marks {
    /** Marks periods for every consumer that subscribed to the kind; marking again raises the version. */
    void mark(Mark.Kind kind, String subject, Collection<Long> startsMs);

    /** Marks one period. */
    default void mark(Mark.Kind kind, String subject, long startMs) {
        mark(kind, subject, List.of(startMs));
    }

    /** Marks periods for one consumer, if it subscribed to the kind: others need not look at what only it has to do again. */
    void markFor(String consumer, Mark.Kind kind, String subject, Collection<Long> startsMs);

    /** At most {@code max} marks of a consumer, oldest change first. */
    List<Mark> pending(String consumer, Set<Mark.Kind> kinds, int max);

    /** Deletes the marks whose version is still the one seen; a period marked again meanwhile stays. */
    void done(String consumer, List<Mark> seen);

    /** How many marks wait for a consumer: its lag. */
    long count(String consumer);

    /**
     * Sets the kinds a consumer subscribes to. Its marks of other kinds are deleted; a new kind begins with the next change.
     */
    void subscribe(String consumer, Set<Mark.Kind> kinds);
}
