package io.greenpark.access.deputy;

import io.greenpark.park.text.Bilingual;

/** A deputyship that is refused, in words for whoever asked for it. */
public final class DeputyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual text;

    DeputyProblem(String zh, String en) {
        super(en);
        this.text = new Bilingual(zh, en);
    }

    public Bilingual text() {
        return text;
    }
}
