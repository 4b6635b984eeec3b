package io.greenpark.alerts.desk;

import io.greenpark.park.text.Bilingual;

/** What somebody wants to do about a case is not done; nothing was changed. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient Bilingual words;

    /** Of which kind a refusal is. */
    public enum Why {
        /** The case went on since it was looked at. */
        SEEN_EARLIER,
        /** It cannot be done, or not by whoever asks, or not now. */
        NOT_ALLOWED,
        /** What it carries is not right. */
        MALFORMED
    }

    ActRefused(Why why, Bilingual words) {
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
