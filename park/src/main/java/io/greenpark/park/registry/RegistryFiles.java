package io.greenpark.park.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry's files, and whether what they say is in force. Thread-safe. */
public interface RegistryFiles {
    /** How the files stand. */
    enum State {
        /** What they say is in force, but for {@link FilesStatus#differences}. */
        IN_FORCE,
        /** They have faults; the registry of before stays. */
        FAULTY,
        /** They take so much away that somebody must confirm it; the registry of before stays. */
        WAITING
    }

    /**
     * Something wrong in the files.
     *
     * @param place file and line; empty where there is none
     * @param key what of the file, or which document and field
     * @param message what is wrong, what is accepted, what to do
     */
    record FileFault(String place, String key, String message) {
        @Override
        public String toString() {
            return (place.isEmpty() ? "" : place + ": ") + key + ": " + message;
        }
    }

    /**
     * Something in which the registry in force differs from what its files say, since a person wanted it so.
     *
     * @param field with slashes between levels, e.g. {@code facts/2026-01-01T00:00:00Z/ratio}; empty for the whole document
     */
    record Difference(DocumentKey key, String field, Why why) {}

    /** How a difference came about. */
    enum Why {
        /** A person changed the field, or both did; the person's value is in force. */
        CHANGED_BY_PERSON,
        /** A person removed what the files still have. */
        REMOVED_BY_PERSON,
        /** The files no longer have what a person changed. */
        LEFT_THE_FILES
    }

    /**
     * How the files stand.
     *
     * @param since when they were found so
     * @param faults empty unless they are faulty
     * @param gone how many documents in use the files no longer have, by kind; empty unless they wait
     * @param had how many in use they had, by kind
     * @param differences what people changed and the files say otherwise
     * @param lastTaken number of the last change that came from the files; null if none ever did
     */
    record FilesStatus(
            State state,
            Instant since,
            List<FileFault> faults,
            Map<DocumentKind, Integer> gone,
            Map<DocumentKind, Integer> had,
            List<Difference> differences,
            @Nullable Long lastTaken) {
        public FilesStatus {
            faults = List.copyOf(faults);
            gone = Map.copyOf(gone);
            had = Map.copyOf(had);
            differences = List.copyOf(differences);
        }
    }

    FilesStatus status();

    /**
     * Reads the files now.
     *
     * @param confirmed whether somebody confirmed that they may take away much
     */
    FilesStatus reload(boolean confirmed);
}
