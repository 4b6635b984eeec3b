package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Name;

/**
 * What one recipient is to be told of one step.
 *
 * @param messageId stable, the same in every attempt
 * @param about name of the enterprise, park or district
 * @param event the step in words
 * @param link where the console shows the case
 */
public record Announcement(String messageId, Case of, Case.Step step, Name about, Name event, String link) {}
