package io.greenpark.cleanproduction.candidate;

import io.greenpark.cleanproduction.round.AuditReason;
import java.time.Instant;
import java.util.List;

/**
 * An enterprise that could be put on the mandatory register by what the books say. Of officers only, until a person proposes it and it is
 * listed.
 *
 * @param lookedAt when the books were looked through
 */
public record Candidate(String enterprise, AuditReason reason, Instant lookedAt, List<Evidence> evidence) {
    public Candidate {
        evidence = List.copyOf(evidence);
    }
}
