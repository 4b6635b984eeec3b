package io.greenpark.access.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries about what may happen a thousand times a minute, as when a program asks again and again for what it may not have: the first of a
 * person, action and object in an hour is an entry, the others of that hour are none, so that nobody can fill the log. After a restart the
 * hour begins anew. There are no more of them in memory than accounts times objects; callers give objects of a closed set. Any thread may
 * call; calls block.
 */
public final class HourlyEntries {
    private final AuditLog log;
    private final Clock clock;
    private Instant hour = Instant.MIN;
    private Set<Seen> seen = new HashSet<>();

    private record Seen(
            String who, AuditAction action, @Nullable AuditObject object) {
        static Seen of(AuditDraft draft) {
            return new Seen(draft.who(), draft.action(), draft.object());
        }
    }

    public HourlyEntries(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Appends an entry, unless there is one of this hour; durable when this returns. What fails is the first one next time. */
    public void append(AuditDraft draft) {
        if (!isFirst(draft)) {
            return;
        }
        try {
            log.append(draft);
        } catch (RuntimeException e) {
            forget(draft);
            throw e;
        }
    }

    /** Whether there is an entry of this hour, so that nothing has to be written. */
    public synchronized boolean has(AuditDraft draft) {
        return hour.equals(thisHour()) && seen.contains(Seen.of(draft));
    }

    private synchronized boolean isFirst(AuditDraft draft) {
        Instant now = thisHour();
        if (!hour.equals(now)) {
            hour = now;
            seen = new HashSet<>();
        }
        return seen.add(Seen.of(draft));
    }

    private synchronized void forget(AuditDraft draft) {
        seen.remove(Seen.of(draft));
    }

    private Instant thisHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
