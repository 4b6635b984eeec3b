package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.text.Bilingual;

/** Puts findings into words, in both languages. */
public interface CaseMessages {
    /**
     * @param title one line
     * @param text who, what, the figure, the limit, since when, how sure
     */
    record CaseMessage(Bilingual title, Bilingual text) {}

    CaseMessage of(CaseKey key, Episode episode);

    /** What to say when the finding turned out untrue; {@code before} is what had been said. */
    Bilingual withdrawn(Bilingual before);

    /** What to say when a graver case about the same took over; {@code before} is what had been said. */
    Bilingual takenOver(Bilingual before);
}
