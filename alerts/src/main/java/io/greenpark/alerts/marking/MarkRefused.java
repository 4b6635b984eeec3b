package io.greenpark.alerts.marking;

import io.greenpark.park.text.Bilingual;

/** What somebody wants to do about a mark is not done; nothing was changed. */
public final class MarkRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient Bilingual words;

    /** Of which kind a refusal is. */
    public enum Why {
        /** What was sent is not right. */
        MALFORMED,
        /** It cannot be done by whoever asks. */
        NOT_YOURS,
        /** Somebody else decided meanwhile. */
        DECIDED
    }

    MarkRefused(Why why, Bilingual words) {
        super(words.en(), null, false, false);
        this.why = why;
        this.words = words;
    }

    public Why why() {
        return why;
    }

    public Bilingual words() {
        return words;
    }
}
