package io.greenpark.park.registry;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes of the registry by people and programs: the one way in for them. Thread-safe. */
public interface RegistryEdits {
    /** What an edit does to a document. */
    enum Verb {
        /** Puts a whole document, new or in place of the one there is. */
        PUT,
        /** Changes some fields (JSON merge patch, RFC 7396: null takes a field away). */
        PATCH,
        REMOVE
    }

    /**
     * A change of one document.
     *
     * @param json the document or patch; null to remove
     * @param kept fields in it that the sender does not know and leaves as they are
     */
    record Edit(DocumentKey key, Verb verb, @Nullable String json, Set<String> kept) {
        public Edit {
            kept = Set.copyOf(kept);
        }

        public Edit(DocumentKey key, Verb verb, @Nullable String json) {
            this(key, verb, json, Set.of());
        }
    }

    /**
     * Edits that take effect together or not at all.
     *
     * @param who the person or program
     * @param reason why, in their words
     * @param basedOn number of the change that the editor has seen: where one of the documents changed after it, nothing is
     *     done; null for whatever there is
     * @param dryRun whether only to say what would happen
     */
    record EditRequest(
            String who,
            RegistryHistory.Source source,
            String reason,
            List<Edit> edits,
            @Nullable Long basedOn,
            boolean dryRun) {
        public EditRequest {
            edits = List.copyOf(edits);
        }
    }

    /** What becomes of one document. */
    enum Outcome {
        ADDED,
        CHANGED,
        REMOVED,
        /** It is so already. */
        UNCHANGED,
        /** It has faults. */
        REFUSED,
        /** Somebody changed it in the meantime. */
        CONFLICT
    }

    /**
     * A fault of a document.
     *
     * @param message the value, what is accepted, what to do
     */
    record DocumentFault(DocumentKey key, String field, String message) {}

    /**
     * What becomes of one document of a request. One that writes a value that may not be told is changed, whether it was so
     * before or not: otherwise whoever may edit could guess the value and be told when the guess is right.
     *
     * @param fields names of the fields that change, with slashes between levels; of values that may not be told, those that
     *     are written
     * @param faults why it is refused
     */
    record Fate(DocumentKey key, Outcome outcome, SortedSet<String> fields, List<DocumentFault> faults) {
        public Fate {
            fields = new TreeSet<>(fields);
            faults = List.copyOf(faults);
        }
    }

    /**
     * What came of a request.
     *
     * @param number of the change in force; that of the newest before where nothing was done
     * @param applied whether the edits are in force
     * @param fates one per edit, in their order
     * @param others faults that the edits would make in documents they do not name
     */
    record EditResult(long number, boolean applied, List<Fate> fates, List<DocumentFault> others) {
        public EditResult {
            fates = List.copyOf(fates);
            others = List.copyOf(others);
        }

        /** Whether nothing stands against the edits. */
        public boolean accepted() {
            return others.isEmpty()
                    && fates.stream().noneMatch(f -> f.outcome() == Outcome.REFUSED || f.outcome() == Outcome.CONFLICT);
        }
    }

    /** Does what a request asks for; when this returns and it is applied, it is in force and durable. */
    EditResult submit(EditRequest request);
}
