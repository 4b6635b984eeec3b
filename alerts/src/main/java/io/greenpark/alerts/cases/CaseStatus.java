package io.greenpark.alerts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands and whether people are told of it.
 *
 * @param raised false for one that is only on record: it was over before its data arrived
 * @param trial whether its rule is on trial: the case is shown, no notification is sent
 * @param clearedAt when it was cleared; null while it is not
 */
public record CaseStatus(
        Case.State state,
        boolean raised,
        boolean trial,
        @Nullable Instant clearedAt) {
    static CaseStatus open(boolean trial) {
        return new CaseStatus(Case.State.OPEN, true, trial, null);
    }

    static CaseStatus recorded(boolean trial, Instant over) {
        return new CaseStatus(Case.State.CLEARED, false, trial, over);
    }

    CaseStatus cleared(Instant at) {
        return new CaseStatus(Case.State.CLEARED, true, trial, at);
    }
}
