package io.greenpark.access.factor;

import io.greenpark.park.text.Bilingual;

/** Something about a second factor that is refused, in words for its person. */
public final class FactorProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual text;

    FactorProblem(String zh, String en) {
        super(en);
        this.text = new Bilingual(zh, en);
    }

    public Bilingual text() {
        return text;
    }
}
