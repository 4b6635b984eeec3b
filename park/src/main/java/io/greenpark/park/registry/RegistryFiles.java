package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
     * @param words what is wrong, what is accepted, what to do
     */
    record FileFault(String place, String key, Bilingual words) {
        /** The words in English. */
        public String message() {
            return words.en();
        }

        /** Without the value of a field that may not be told. */
        public FileFault withheld() {
            return new FileFault(place, key, Withheld.withoutValue(key, words));
        }

        /** A line for a reader of {@code language}. */
        public String in(Locale language) {
            return (place.isEmpty() ? "" : place + ": ") + key + ": " + words.in(language);
        }

        /** The line in English, as logs have it. */
        @Override
        public String toString() {
            return in(Locale.ENGLISH);
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
     * @param waiting the id of what waits: of the files' contents and of what they no longer have; null unless they wait
     * @param differences what people changed and the files say otherwise
     * @param lastTaken number of the last change that came from the files; null if none ever did
     */
    record FilesStatus(
            State state,
            Instant since,
            List<FileFault> faults,
            Map<DocumentKind, Integer> gone,
            Map<DocumentKind, Integer> had,
            @Nullable String waiting,
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
     * Somebody's wish that the files be read.
     *
     * @param who whose
     * @param confirmed the id of what waits, which {@code who} confirms; null for nothing
     */
    record ReloadRequest(String who, @Nullable String confirmed) {}

    /**
     * Reads the files now, once two looks find them the same; blocks for that, for a few seconds at most. A confirmation of
     * anything else than what the files say now takes nothing over that waits: they are {@link State#WAITING} then.
     */
    FilesStatus reload(ReloadRequest request);

    /** The command that confirms what waits. */
    static String confirmCommand(String waiting) {
        return "greenpark reload --confirm " + waiting;
    }

    /** Whether a text has the form of an id of what waits. */
    static boolean isWaitingId(String text) {
        return text.matches("[0-9a-f]{8}");
    }
}
