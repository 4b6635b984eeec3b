package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered of the audits of an enterprise: that a step was taken, or that an entry is taken back.
 *
 * @param number 1, 2, 3 ... for the enterprise
 * @param round 1, 2, 3 ...; the five-year repeat is another round
 * @param undoes number of the entry that this one takes back; null for a step
 * @param on when the step was taken, in the calendar of the park
 * @param paper what says so; null where nothing does, as the enterprise's own steps may go without
 * @param listing how it is listed; of the step {@link AuditStep#LISTED} only
 * @param word what was said with it; null for nothing
 */
public record Entry(
        long number,
        int round,
        AuditStep step,
        @Nullable Long undoes,
        LocalDate on,
        @Nullable Paper paper,
        @Nullable Listing listing,
        @Nullable String word,
        Instant at,
        String who) {}
