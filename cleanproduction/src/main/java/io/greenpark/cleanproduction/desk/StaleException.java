package io.greenpark.cleanproduction.desk;

/** Somebody else wrote meanwhile; what goes on in the transaction must not be. */
final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleException(String what) {
        super(what + " was changed meanwhile");
    }
}
