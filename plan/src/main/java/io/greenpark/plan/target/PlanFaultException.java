package io.greenpark.plan.target;

import io.greenpark.park.text.Bilingual;

/** Something of a plan as somebody gave it cannot be; says what, where, and what is allowed. */
public final class PlanFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual words;

    public PlanFaultException(Bilingual words) {
        super(words.en());
        this.words = words;
    }

    public Bilingual words() {
        return words;
    }
}
