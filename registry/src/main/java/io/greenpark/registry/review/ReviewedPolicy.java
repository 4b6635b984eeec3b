package io.greenpark.registry.review;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A policy that a second person reviews: one document that is in force as a whole, or is added to those that are, in versions. Kept by whoever
 * it is of; this is how a decision reaches it in one transaction.
 */
public interface ReviewedPolicy {
    /** The version in force. */
    long version(Handle handle);

    /** What a version says, as JSON; empty where there is none. */
    Optional<String> document(Handle handle, long version);

    /** As it would be kept; with a fault where it cannot be used. */
    String canonical(String document);

    /** Refuses, with a fault, what could be read and does not fit what is there now: asked before anything waits or is put in force. */
    default void check(Handle handle, String document, Instant at) {}

    /**
     * By which document what an emergency put in force is taken back; empty where it cannot be.
     *
     * @param based the version before it
     * @param document what it put in force
     */
    default Optional<String> before(Handle handle, long based, String document, Instant at) {
        return document(handle, based);
    }

    /**
     * Puts another one in force.
     *
     * @param based the version it was made on
     * @param by who asked for it, and why
     * @return its version; empty where another one came in between
     */
    Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at);

    /** Whether what was put in force can be taken back by the document of before; otherwise there are no emergencies. */
    boolean goesBack();
}
