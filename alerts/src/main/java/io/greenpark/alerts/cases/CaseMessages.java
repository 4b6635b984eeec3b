package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Puts cases into words, in both languages. */
public interface CaseMessages {
    /** What a case with this episode says. */
    CaseMessage message(CaseKey key, Episode episode);

    /**
     * The text of a case whose episode turned out not to exist.
     *
     * @param before what it said
     * @param why nothing is expected of its subject any more, or an objection to it was upheld; null where late or corrected data made
     *     it untrue
     */
    Bilingual withdrawn(CaseKey key, CaseContent before, @Nullable Reason why);

    /** The text of a case that ended because nothing is expected of its subject any more; {@code before} is what it said. */
    Bilingual ended(Bilingual before, Reason why);

    /** The text of a case that ended because another one inhibits it; {@code before} is what it said. */
    Bilingual inhibited(Bilingual before);

    /**
     * The text of a case that came again after it was over: how often, and for how long it stood in all.
     *
     * @param before what it said
     */
    Bilingual again(CaseKey key, Episode episode, Bilingual before);

    /** The same words with what is known of a silence. */
    CaseMessages with(SilenceFinding finding);
}
