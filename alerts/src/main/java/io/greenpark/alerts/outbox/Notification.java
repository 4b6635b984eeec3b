package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.park.text.Bilingual;

/**
 * What one recipient is to be told of one event of a case.
 *
 * @param messageId stable, the same in every attempt
 * @param about name of the enterprise, park or district
 * @param eventName what happened, in a word
 * @param link where the console shows the case
 */
public record Notification(
        String messageId, Case alertCase, CaseEvent event, Bilingual about, Bilingual eventName, String link) {
    /** What the case said with this event. */
    public Bilingual text() {
        Bilingual said = event.text();
        return said == null ? alertCase.text() : said;
    }
}
