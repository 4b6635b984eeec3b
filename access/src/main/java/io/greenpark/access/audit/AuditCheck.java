package io.greenpark.access.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of walking the log.
 *
 * @param entries how many fit, up to the fault if there is one
 * @param from when the first of them was written; null where there is none
 * @param until when the last of them was written
 * @param last the last of them, or what the log begins after
 * @param fault null if all of them fit
 */
public record AuditCheck(
        long entries,
        @Nullable Instant from,
        @Nullable Instant until,
        AuditHead last,
        @Nullable AuditFault fault) {
    public boolean fits() {
        return fault == null;
    }
}
