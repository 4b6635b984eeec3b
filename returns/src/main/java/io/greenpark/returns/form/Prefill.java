package io.greenpark.returns.form;

/**
 * A figure that was filled in beforehand.
 *
 * @param confirmed whether somebody said that it is right; until then the return cannot be submitted
 */
public record Prefill(Origin origin, boolean confirmed) {
    /** Where it came from. */
    public enum Origin {
        /** What the meters counted. */
        METERS
    }
}
