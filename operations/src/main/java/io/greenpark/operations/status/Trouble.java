package io.greenpark.operations.status;

/**
 * Something that is wrong with the platform.
 *
 * @param detail the thing, what was found and what to do, in a sentence
 */
public record Trouble(TroubleKind kind, String detail) {}
