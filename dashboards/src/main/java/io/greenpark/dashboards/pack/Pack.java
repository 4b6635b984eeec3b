package io.greenpark.dashboards.pack;

import io.greenpark.paper.pack.PackSeal;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pack, being made or made.
 *
 * @param done how many of its parts are written
 * @param parts how many there are; 0 until it is known
 * @param now what is being written; null where nothing is
 * @param seal what it is known by; null until it is ready
 * @param size of the file, in bytes
 * @param endedAt when it became ready, or failed
 * @param fault why it failed; null where it did not
 */
public record Pack(
        String id,
        PackOrder order,
        Instant orderedAt,
        State state,
        int done,
        int parts,
        @Nullable Bilingual now,
        @Nullable PackSeal seal,
        long size,
        @Nullable Instant endedAt,
        @Nullable Bilingual fault) {
    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED
    }

    static Pack waiting(String id, PackOrder order, Instant at) {
        return new Pack(id, order, at, State.WAITING, 0, 0, null, null, 0, null, null);
    }

    Pack at(int newDone, int newParts, Bilingual newNow) {
        return new Pack(id, order, orderedAt, State.RUNNING, newDone, newParts, newNow, null, 0, null, null);
    }

    Pack ready(PackSeal newSeal, long newSize, Instant at) {
        return new Pack(id, order, orderedAt, State.READY, parts, parts, null, newSeal, newSize, at, null);
    }

    Pack failed(Bilingual why, Instant at) {
        return new Pack(id, order, orderedAt, State.FAILED, done, parts, null, null, 0, at, why);
    }

    boolean over() {
        return state == State.READY || state == State.FAILED;
    }
}
