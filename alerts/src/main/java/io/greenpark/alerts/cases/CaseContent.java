package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;

/**
 * What a case says, as its episode has it.
 *
 * @param comparison the figure it shows: the worst so far, for energy the newest
 * @param figureFrom start of the period of the figure
 * @param since start of the first period it covers
 * @param coveredTo end of the time it is known to cover
 * @param spells how often it was so within that time, and for how long
 */
public record CaseContent(
        CaseMessage message,
        Comparison comparison,
        Instant figureFrom,
        Instant since,
        Instant coveredTo,
        Spells spells) {
    /** Of what never came again. */
    public CaseContent(
            CaseMessage message, Comparison comparison, Instant figureFrom, Instant since, Instant coveredTo) {
        this(message, comparison, figureFrom, since, coveredTo, Spells.one(since));
    }

    static CaseContent of(CaseKey key, Episode episode, CaseMessage message) {
        Verdict shown = key.figureVerdict(episode);
        return new CaseContent(
                message, shown.comparison(), shown.from(), episode.since(), episode.coveredTo(), episode.spells());
    }

    Bilingual text() {
        return message.text();
    }

    CaseContent withComparison(Comparison other) {
        return new CaseContent(message, other, figureFrom, since, coveredTo, spells);
    }

    CaseContent withText(Bilingual text) {
        return new CaseContent(
                new CaseMessage(message.title(), text), comparison, figureFrom, since, coveredTo, spells);
    }
}
