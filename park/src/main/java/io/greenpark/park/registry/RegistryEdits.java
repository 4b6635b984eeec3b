package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes of the registry by people and programs: the one way in for them. Thread-safe. */
public interface RegistryEdits {
    /** Which documents somebody may change. */
    @FunctionalInterface
    interface Reach {
        /** All there are. */
        Reach ALL = registry -> Part.WHOLE;

        /** Which of a registry's, and of those that are not in it yet. */
        Part in(Registry registry);
    }

    /**
     * Somebody's part of a registry. A document that several share, a gateway or a device whose points are of several, is there for each
     * of them: it is looked at, and what is theirs may be put to it. What the document says holds for all of them, so it is changed and
     * removed by whoever has all that it serves.
     */
    interface Part {
        /** All there is. */
        Part WHOLE = new Part() {
            @Override
            public boolean sees(DocumentKey key) {
                return true;
            }

            @Override
            public boolean mayChange(DocumentKey key) {
                return true;
            }
        };

        /** Whether a document is there, so that others may refer to it. */
        boolean sees(DocumentKey key);

        /** Whether all that a document is for is in it, so that its fields may be changed. */
        boolean mayChange(DocumentKey key);
    }

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
     * @param account the account that answers for it
     * @param reason why, in their words
     * @param basedOn number of the change that the editor has seen: where one of the documents changed after it, nothing is
     *     done; null for whatever there is
     * @param dryRun whether only to say what would happen
     * @param emergency whether to put in force at once what a second person has to review, who then does so afterwards
     * @param reach the documents that the editor may change; to that one there are no others
     */
    record EditRequest(
            String who,
            String account,
            RegistryHistory.Source source,
            String reason,
            List<Edit> edits,
            @Nullable Long basedOn,
            boolean dryRun,
            boolean emergency,
            Reach reach) {
        public EditRequest {
            edits = List.copyOf(edits);
        }

        /** One of somebody who may change everything, and not in an emergency. */
        public EditRequest(
                String who,
                RegistryHistory.Source source,
                String reason,
                List<Edit> edits,
                @Nullable Long basedOn,
                boolean dryRun) {
            this(who, who, source, reason, edits, basedOn, dryRun, false, Reach.ALL);
        }

        /** The same with other edits. */
        public EditRequest with(List<Edit> others, @Nullable Long base, boolean dry) {
            return new EditRequest(who, account, source, reason, others, base, dry, emergency, reach);
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
     * @param words the value, what is accepted, what to do
     */
    record DocumentFault(DocumentKey key, String field, Bilingual words) {
        /** The words in English. */
        public String message() {
            return words.en();
        }
    }

    /**
     * What becomes of one document of a request. One that writes a value that may not be told is changed, whether it was so
     * before or not: otherwise whoever may edit could guess the value and be told when the guess is right.
     *
     * @param fields names of the fields that change, with slashes between levels; of values that may not be told, those that
     *     are written
     * @param faults why it is refused
     * @param before the document as it is, in canonical form; null where there is none, or none that the editor sees
     * @param after the document as it is to be; null where it is removed or refused
     */
    record Fate(
            DocumentKey key,
            Outcome outcome,
            SortedSet<String> fields,
            List<DocumentFault> faults,
            @Nullable String before,
            @Nullable String after) {
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
     * @param review what of the edits a second person has to review, and the request that was made of it
     */
    record EditResult(long number, boolean applied, List<Fate> fates, List<DocumentFault> others, Review review) {
        public EditResult {
            fates = List.copyOf(fates);
            others = List.copyOf(others);
        }

        public EditResult(long number, boolean applied, List<Fate> fates, List<DocumentFault> others) {
            this(number, applied, fates, others, Review.NONE);
        }

        /** Whether nothing stands against the edits. */
        public boolean accepted() {
            return others.isEmpty()
                    && fates.stream().noneMatch(f -> f.outcome() == Outcome.REFUSED || f.outcome() == Outcome.CONFLICT);
        }
    }

    /**
     * What a second person has to review of some edits.
     *
     * @param matters empty where there is nothing to review
     * @param request number of the {@link io.greenpark.park.registry.ReviewRequest} that was made of them; null where none was
     */
    record Review(Set<ReviewedMatter> matters, @Nullable Long request) {
        public static final Review NONE = new Review(Set.of(), null);

        public Review {
            matters = Set.copyOf(matters);
        }
    }

    /**
     * Does what a request asks for; when this returns and it is applied, it is in force and durable. Edits of which a part has to be
     * reviewed wait as a whole, and are not applied.
     */
    EditResult submit(EditRequest request);
}
