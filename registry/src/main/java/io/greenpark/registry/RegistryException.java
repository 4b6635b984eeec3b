package io.greenpark.registry;

import io.greenpark.park.text.Bilingual;

/** There is no registry to run on; the message says why, one fault per line. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;

    public RegistryException(Bilingual words) {
        super(words.en());
        this.chinese = words.zh();
    }

    /** Why, in both languages. */
    public Bilingual words() {
        return new Bilingual(chinese, String.valueOf(getMessage()));
    }
}
