package io.greenpark.access.audit;

import io.greenpark.access.audit.AuditFault.Kind;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Walks the log over a connection that sees one moment of the books, in portions. So it works beside the process that has the books, and
 * on a copy of them.
 */
public final class AuditChain {
    private static final int PORTION = 1_000;

    private AuditChain() {}

    /** @see AuditLog#verify */
    public static AuditCheck verify(Handle handle, @Nullable AuditHead noted) {
        Walk walk = new Walk(AuditTable.start(handle), noted);
        List<AuditEntry> portion = AuditTable.from(handle, Long.MIN_VALUE, PORTION);
        while (walk.takes(portion) && portion.size() == PORTION) {
            portion = AuditTable.from(handle, portion.get(PORTION - 1).number() + 1, PORTION);
        }
        return walk.ended();
    }

    /** @see AuditLog#head */
    public static AuditHead head(Handle handle) {
        return AuditTable.head(handle);
    }

    /** @see AuditLog#page */
    public static List<AuditEntry> page(Handle handle, AuditFilter filter, long before, int limit) {
        return AuditTable.page(handle, filter, before, limit);
    }

    /** Where a walk has come to. It ends with the first fault. */
    static final class Walk {
        private final AuditHead start;
        private final @Nullable AuditHead noted;
        private AuditHead last;
        private boolean startExplained;
        private long entries;
        private @Nullable Instant from;
        private @Nullable Instant until;
        private @Nullable AuditFault fault;

        Walk(AuditHead start, @Nullable AuditHead noted) {
            this.start = start;
            this.noted = noted;
            this.last = start;
            this.startExplained = start.equals(AuditHead.NONE);
        }

        /** Goes on with the next entries; returns whether all of them fit. */
        boolean takes(List<AuditEntry> next) {
            for (AuditEntry entry : next) {
                fault = faultOf(entry);
                if (fault != null) {
                    return false;
                }
                last = entry.head();
                startExplained |= Retirement.explains(entry, start);
                entries++;
                from = from == null ? entry.at() : from;
                until = entry.at();
            }
            return true;
        }

        private @Nullable AuditFault faultOf(AuditEntry entry) {
            long expected = last.number() + 1;
            if (entry.number() != expected) {
                return entry.number() < expected
                        ? new AuditFault(Kind.MISPLACED, entry.number())
                        : new AuditFault(Kind.MISSING, expected);
            }
            if (!EntryHash.of(last.hash(), entry).equals(entry.hash())) {
                return new AuditFault(Kind.CHANGED, expected);
            }
            return notAsNoted(entry.head());
        }

        private @Nullable AuditFault notAsNoted(AuditHead head) {
            return noted != null && noted.number() == head.number() && !noted.equals(head)
                    ? new AuditFault(Kind.NOT_AS_NOTED, head.number())
                    : null;
        }

        /** What did not fit; null as long as all did. */
        @Nullable
        AuditFault fault() {
            return fault;
        }

        AuditCheck ended() {
            return new AuditCheck(entries, from, until, last, fault == null ? faultOfTheWhole() : fault);
        }

        private @Nullable AuditFault faultOfTheWhole() {
            if (!startExplained) {
                return new AuditFault(Kind.NOT_RETIRED, start.number());
            }
            if (noted != null && noted.number() > last.number()) {
                return new AuditFault(Kind.CUT_OFF, last.number() + 1);
            }
            if (noted != null && noted.number() < start.number()) {
                return new AuditFault(Kind.NOTED_RETIRED, noted.number());
            }
            return notAsNoted(start);
        }
    }
}
