package io.greenpark.cleanproduction.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.cleanproduction.round.Deadline;
import io.greenpark.cleanproduction.round.ShippedTerms;
import io.greenpark.park.cleanproduction.AuditStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a deadline is told. */
class DeadlinePlanTest {
    private static final Deadline DUE = new Deadline(
            "e",
            1,
            AuditStep.STARTED,
            LocalDate.parse("2026-12-31"),
            LocalDate.parse("2026-10-31"),
            ShippedTerms.read().get(0),
            Instant.EPOCH);

    private static Optional<Integer> at(String now, String knownOn) {
        return DeadlinePlan.at(LocalDateTime.parse(now), DUE, List.of(30, 7, 0), LocalDate.parse(knownOn));
    }

    @Test
    void it_is_told_from_nine_on_each_of_the_days() {
        assertThat(at("2026-12-01T08:59", "2026-10-31")).isEmpty();
        assertThat(at("2026-12-01T09:00", "2026-10-31")).contains(30);
        assertThat(at("2026-12-24T09:00", "2026-10-31")).contains(7);
        assertThat(at("2026-12-31T09:00", "2026-10-31")).contains(0);
        assertThat(at("2027-01-01T09:00", "2026-10-31"))
                .as("overdue, and a case")
                .isEmpty();
    }

    @Test
    void of_days_that_went_by_unseen_the_last_is_told() {
        assertThat(at("2026-12-28T10:00", "2026-10-31")).contains(7);
    }

    @Test
    void days_before_it_was_known_are_not_told() {
        assertThat(at("2026-12-05T10:00", "2026-12-05")).isEmpty();
        assertThat(at("2026-12-01T10:00", "2026-12-01"))
                .as("known on the day itself")
                .contains(30);
        assertThat(at("2026-12-25T10:00", "2026-12-25")).isEmpty();
        assertThat(at("2026-12-31T10:00", "2026-12-25")).contains(0);
    }
}
