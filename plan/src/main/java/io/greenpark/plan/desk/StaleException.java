package io.greenpark.plan.desk;

/** Somebody else changed it meanwhile; what goes on in the transaction must not be. */
final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleException(String what) {
        super(what + " was changed meanwhile");
    }
}
