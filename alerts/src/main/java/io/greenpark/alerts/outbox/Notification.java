package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.text.Bilingual;

/**
 * What one recipient is to be told of one step.
 *
 * @param messageId stable, the same in every attempt
 * @param about name of the enterprise, park or district
 * @param event the step in words
 * @param link where the console shows the case
 */
public record Notification(
        String messageId, Case of, Case.CaseEvent step, Bilingual about, Bilingual event, String link) {}
