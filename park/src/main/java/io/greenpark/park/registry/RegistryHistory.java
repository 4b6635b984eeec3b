package io.greenpark.park.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the registry came to be: every committed change, and every version of every document. Nothing in it is ever changed
 * or removed; undoing a change is a change. Thread-safe.
 */
public interface RegistryHistory {
    /** Where a change came from. */
    enum Source {
        /** The registry's files. */
        FILE,
        API,
        CONSOLE,
        SPREADSHEET,
        /** Greenpark itself, taking over what an earlier version kept. */
        UPGRADE,
        /** Greenpark itself, as a setting says. */
        PLATFORM
    }

    /**
     * A committed change.
     *
     * @param number from 1, without gaps
     * @param who the person or program that made it
     * @param reason in the words of who made it
     * @param fileSha256 hash of the files read, in hexadecimal; null unless they are the source
     * @param committedAt from when on it was in force
     */
    record Change(
            long number,
            Instant startedAt,
            String who,
            Source source,
            String reason,
            @Nullable String fileSha256,
            Instant committedAt) {}

    /**
     * A document as of a change.
     *
     * @param change number of the change that made it
     * @param json the document in canonical form; null where the change removed it
     */
    record Version(DocumentKey key, long change, @Nullable String json) {}

    /** Number of the newest change; 0 before the first. */
    long newest();

    /** Number of the newest change committed before a time; 0 if there was none. */
    long newestBefore(Instant end);

    Optional<Change> change(long number);

    /** Changes below a number, newest first. */
    List<Change> changesBelow(long number, int max);

    /** What a change added, changed and removed, in the order of the keys after one, at most {@code max}. */
    List<Version> versionsOf(long change, @Nullable DocumentKey after, int max);

    /** All versions of a document, newest first. */
    List<Version> versions(DocumentKey key);

    /** A document as it was after a change; empty if there was none. */
    Optional<Version> asOf(long change, DocumentKey key);

    /** The documents of a kind as they were after a change, by id, those after one, at most {@code max}. */
    List<Version> asOf(long change, DocumentKind kind, String afterId, int max);
}
