package io.greenpark.access.audit;

import java.util.Locale;

/**
 * The first thing in the log that does not fit.
 *
 * @param number of the entry concerned
 */
public record AuditFault(Kind kind, long number) {
    public enum Kind {
        /** Its hash does not come of what stands in it and of the entry before. */
        CHANGED("entry %d was changed, or stands in another's place: its hash does not come of what it says"),
        MISSING("entry %d is missing"),
        /** It stands before the beginning of the log. */
        MISPLACED("entry %d stands before the beginning of the log"),
        /** The log ends before the head that was noted. */
        CUT_OFF("entry %d is missing, with all after it, though a later one was noted as the head"),
        /** Hashes fit, and yet it is not the entry that was noted. */
        NOT_AS_NOTED("entry %d has another hash than was noted: it or one before it was written anew"),
        /** Nothing can be said of the head that was noted. */
        NOTED_RETIRED("entry %d was noted as the head and is retired by now; name a head that was noted later"),
        /** Entries were taken away at the beginning, and not by retiring them. */
        NOT_RETIRED("entry %d and all before it are gone, and no entry says that they were retired");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** A sentence for people. */
    public String text() {
        return String.format(Locale.ROOT, kind.sentence, number);
    }
}
