package io.greenpark.cleanproduction.deadline;

import io.greenpark.cleanproduction.round.Deadline;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** How many days before a deadline is to be told at a time. */
final class DeadlinePlan {
    /** When people are at work. */
    private static final int HOUR = 9;

    private DeadlinePlan() {}

    /**
     * The newest that is due: of days that went by while nobody looked only the last one counts. What was to be told before the platform could know
     * of the deadline is not told, nor what is overdue, which is a case.
     *
     * @param now by the clock of the park
     * @param days before the deadline, falling
     * @param knownOn the day on which the platform could know of it
     */
    static Optional<Integer> at(LocalDateTime now, Deadline deadline, List<Integer> days, LocalDate knownOn) {
        if (deadline.isOverdue(now.toLocalDate())) {
            return Optional.empty();
        }
        return days.stream()
                .filter(before -> {
                    LocalDate day = deadline.due().minusDays(before);
                    return !day.isBefore(knownOn) && !day.atTime(HOUR, 0).isAfter(now);
                })
                .reduce((one, later) -> later);
    }
}
