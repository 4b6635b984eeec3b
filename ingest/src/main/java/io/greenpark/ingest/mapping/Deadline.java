package io.greenpark.ingest.mapping;

import java.util.concurrent.TimeUnit;

/** Until when one application of a mapping may take. It belongs to one thread. */
final class Deadline {
    /** So many characters are read between two looks at the time. */
    private static final int CHARACTERS = 16;

    private final long nanos;
    private long end;
    private int read;

    /** What takes longer ends so, wherever in the mapping it is. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExceededException() {
            super("the mapping's time is over", null, false, false);
        }
    }

    Deadline(long ms) {
        this.nanos = TimeUnit.MILLISECONDS.toNanos(ms);
    }

    void begin() {
        end = System.nanoTime() + nanos;
    }

    void check() {
        if (System.nanoTime() - end > 0) {
            throw new ExceededException();
        }
    }

    /** A text that is read only as long as there is time: whoever searches it cannot go on beyond. */
    CharSequence bounded(String text) {
        return new Bounded(text);
    }

    private final class Bounded implements CharSequence {
        private final String text;

        Bounded(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            read++;
            if (read >= CHARACTERS) {
                read = 0;
                check();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
