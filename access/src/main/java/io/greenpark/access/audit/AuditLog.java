package io.greenpark.access.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who did what, as a chain of entries in which no change goes unnoticed ({@link EntryHash}). Any thread may call; calls block. */
public interface AuditLog {
    /** Six months, as the law asks for, whichever months they are: no entry is retired before. */
    int SHORTEST_DAYS = 184;

    /** Appends an entry; durable when this returns. */
    AuditEntry append(AuditDraft draft);

    /**
     * Entries, the newest first.
     *
     * @param before numbers below this one; {@link Long#MAX_VALUE} for the newest
     */
    List<AuditEntry> page(AuditFilter filter, long before, int limit);

    /** When each account did something last, by its name, as far as the log goes back. */
    Map<String, Instant> newest(AuditAction action);

    /** The newest entry, to be noted where nobody who can change the log can change it too. */
    AuditHead head();

    /**
     * Walks all entries and tells the first that does not fit.
     *
     * @param noted what {@link #head} once was; without it nobody can tell that the end was cut off
     */
    AuditCheck verify(@Nullable AuditHead noted);

    /**
     * Cuts off the entries of before a time, up to the first that is not older, and says so in an entry; what stays can still be verified.
     *
     * @return how many there were
     * @throws IllegalArgumentException if the time is not yet {@link #SHORTEST_DAYS} days ago
     * @throws IllegalStateException if one of them does not fit: cutting it off would hide that
     */
    long retire(Instant before);
}
