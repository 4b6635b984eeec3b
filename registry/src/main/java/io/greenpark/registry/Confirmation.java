package io.greenpark.registry;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has confirmed of files that take away much.
 *
 * @param who who did
 * @param id of what waits; null for nothing
 * @param whatever whether anything is confirmed
 */
public record Confirmation(String who, @Nullable String id, boolean whatever) {
    /** The name under which files are taken over that nobody had to confirm. */
    static final String NOBODY = "greenpark";

    static final Confirmation NONE = new Confirmation(NOBODY, null, false);

    boolean covers(String waiting) {
        return whatever || waiting.equals(id);
    }
}
