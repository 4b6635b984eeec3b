package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;

/**
 * What a case says, as its episode has it.
 *
 * @param since start of the first period it covers
 * @param coveredTo end of the time it is known to cover
 */
public record CaseContent(CaseMessage message, CaseFigure figure, Instant since, Instant coveredTo) {
    static CaseContent of(CaseKey key, Episode episode, CaseMessage message) {
        return new CaseContent(
                message, CaseFigure.of(key.figureVerdict(episode)), episode.since(), episode.coveredTo());
    }

    CaseContent withText(Bilingual text) {
        return new CaseContent(new CaseMessage(message.title(), text), figure, since, coveredTo);
    }
}
