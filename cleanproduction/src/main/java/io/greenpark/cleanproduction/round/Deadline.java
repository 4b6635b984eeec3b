package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A step that is to be taken by a day.
 *
 * @param round the round it is of; for a listing the one that it begins
 * @param due the last day on which it is in time
 * @param from the day that the term runs from
 * @param term which says so
 * @param known since when the platform could know of it: what became due before that is told to nobody
 */
public record Deadline(
        String enterprise, int round, AuditStep step, LocalDate due, LocalDate from, Term term, Instant known) {
    /** Whether the day has passed. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(due);
    }
}
