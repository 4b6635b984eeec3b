package io.greenpark.park.document;

/**
 * The result of a step of an upload.
 *
 * @param <T> what the step gives
 */
public sealed interface DocumentResult<T> {
    /** It is done, and durable. */
    record Done<T>(T value) implements DocumentResult<T> {}

    /** It is not done, and doing the same again will not help. */
    record Refused<T>(Refusal refusal) implements DocumentResult<T> {}
}
