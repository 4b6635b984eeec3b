package io.greenpark.cleanproduction.candidate;

import io.greenpark.cleanproduction.round.AuditReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That somebody proposes to put an enterprise on the mandatory register.
 *
 * @param number 1, 2, 3 ...
 * @param evidence what the books said then; empty where nothing of it is metered, as of toxic materials
 * @param word why
 * @param dropped who let it drop, when and why; null while nobody has
 */
public record Proposal(
        long number,
        String enterprise,
        Set<AuditReason> reasons,
        List<Evidence> evidence,
        String word,
        Instant at,
        String who,
        @Nullable Dropped dropped) {
    public Proposal {
        reasons = Set.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }

    /** That it was let drop. */
    public record Dropped(Instant at, String who, String word) {}
}
