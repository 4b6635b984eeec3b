package io.greenpark.park.document;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody is about to send.
 *
 * @param name as the sender calls it; it is cleaned before it is kept
 * @param bytes its size
 * @param sha256 of its content, in hexadecimal, to be checked once all of it is there; null if the sender does not tell it
 * @param owner what it belongs to; null until it is attached
 * @param by account of the person, or of the program, that sends it
 */
public record NewUpload(
        String name,
        long bytes,
        @Nullable String sha256,
        @Nullable DocumentOwner owner,
        String by) {}
