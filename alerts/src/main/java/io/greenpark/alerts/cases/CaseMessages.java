package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.text.Bilingual;

/** Puts cases into words, in both languages. */
public interface CaseMessages {
    /** What a case with this episode says. */
    CaseMessage message(CaseKey key, Episode episode);

    /** The text of a case whose episode turned out not to exist; {@code before} is what it said. */
    Bilingual withdrawn(CaseKey key, CaseContent before);

    /** The text of a case that ended because another one inhibits it; {@code before} is what it said. */
    Bilingual inhibited(Bilingual before);
}
