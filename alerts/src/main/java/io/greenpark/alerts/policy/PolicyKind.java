package io.greenpark.alerts.policy;

/**
 * A kind of policy: of each there is one, in versions.
 *
 * @param <T> what it says
 */
public interface PolicyKind<T> {
    /** What the books know it by. */
    String code();

    /** Reads it; with {@link PolicyFault} where it cannot be used. */
    T read(PolicyNode root);

    /** What is shipped: JSON. */
    String shipped();
}
