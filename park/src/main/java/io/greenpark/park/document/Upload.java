package io.greenpark.park.document;

import java.time.Instant;

/**
 * An upload that is not finished.
 *
 * @param id also the id of the document that it becomes
 * @param name cleaned, as it will be shown
 * @param bytes size that was declared
 * @param kept how many of them are kept, whatever happens to the process: the next chunk begins there
 * @param begunAt when it was begun; it may be gone once it has been for too long
 * @param by who began it; nobody else should be let go on with it
 */
public record Upload(String id, String name, long bytes, long kept, Instant begunAt, String by) {
    /** Whether all of it is there. */
    public boolean isComplete() {
        return kept == bytes;
    }
}
