package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A place of discharge.
 *
 * @param medium whether it is a stack or a water outlet: decides what is judged, the hourly or the daily mean
 * @param standing whether its readings are evidence or a clue to be verified
 * @param code what its discharge permit calls it, e.g. {@code DA001} or {@code DW001}; null if not stated
 * @param permit number of the discharge permit; null if not stated
 */
public record Outlet(
        String id,
        String enterpriseId,
        Bilingual name,
        Medium medium,
        Standing standing,
        @Nullable String code,
        @Nullable String permit) {
    /** One that no permit is stated of. */
    public Outlet(String id, String enterpriseId, Bilingual name, Medium medium, Standing standing) {
        this(id, enterpriseId, name, medium, standing, null, null);
    }

    public enum Medium {
        STACK,
        WATER
    }

    public enum Standing {
        /** Accepted analyser, networked with the authority, data marked by the discharger: may say "exceeded". */
        EVIDENCE,
        /** Any other sensor: says "suspected, verify". */
        CLUE
    }
}
