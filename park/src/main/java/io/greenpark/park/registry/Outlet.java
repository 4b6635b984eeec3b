package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;

/**
 * A place of discharge.
 *
 * @param medium whether it is a stack or a water outlet: decides what is judged, the hourly or the daily mean
 * @param standing whether its readings are evidence or a clue to be verified
 */
public record Outlet(String id, String enterpriseId, Bilingual name, Medium medium, Standing standing) {
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
