package io.greenpark.cleanproduction.round;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How an enterprise is listed.
 *
 * @param reasons why; empty on the voluntary register, and only there
 */
public record Listing(Register register, Set<AuditReason> reasons) {
    public Listing {
        EnumSet<AuditReason> sorted = EnumSet.noneOf(AuditReason.class);
        sorted.addAll(reasons);
        reasons = Collections.unmodifiableSet(sorted);
        if (reasons.isEmpty() != (register == Register.VOLUNTARY)) {
            throw new IllegalArgumentException(register + " does not go with the reasons " + reasons);
        }
    }

    /** Whose business the audit is; where the environment is a reason, the authority of the environment's. */
    public Authority inCharge() {
        if (register == Register.VOLUNTARY) {
            return Authority.COORDINATING;
        }
        return reasons.stream().anyMatch(r -> r.inCharge() == Authority.ENVIRONMENT)
                ? Authority.ENVIRONMENT
                : Authority.ENERGY;
    }
}
