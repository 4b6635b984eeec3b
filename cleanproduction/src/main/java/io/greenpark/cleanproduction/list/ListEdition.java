package io.greenpark.cleanproduction.list;

import io.greenpark.cleanproduction.round.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the list of above-scale polluting enterprises (规上涉污企业) that are to be covered. Proposed by one, decided by another; what was
 * decided stays.
 *
 * @param number 1, 2, 3 ...
 * @param paper the document that the list was approved by
 * @param approvedOn the day of that document
 * @param validFrom the first day on which it is the list
 * @param reason why there is another edition
 * @param basedOn the edition that it changes; null for the first
 * @param members who is on it
 * @param left who was on the edition before and is on it no longer, with why
 * @param decision null until somebody decided
 */
public record ListEdition(
        long number,
        Paper paper,
        LocalDate approvedOn,
        LocalDate validFrom,
        String reason,
        @Nullable Long basedOn,
        List<Member> members,
        Map<Member, String> left,
        Proposed proposed,
        @Nullable Decision decision) {
    public ListEdition {
        members = List.copyOf(members);
        left = Map.copyOf(left);
    }

    /**
     * Who proposed it (经办).
     *
     * @param account the account that answers for it
     */
    public record Proposed(Instant at, String who, String account) {}

    /** Who decided it (复核). */
    public record Decision(
            Verdict verdict,
            Instant at,
            String who,
            @Nullable String word) {}

    public enum Verdict {
        APPROVED,
        REJECTED
    }

    /** Whether it was approved. */
    public boolean isApproved() {
        return decision != null && decision.verdict() == Verdict.APPROVED;
    }

    public boolean has(String enterprise) {
        return members.stream().anyMatch(m -> m.enterprise().equals(enterprise));
    }
}
