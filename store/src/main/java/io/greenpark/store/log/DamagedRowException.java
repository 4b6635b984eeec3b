package io.greenpark.store.log;

/** A row's payload is not what was written. Stays inside this package: readers see the row as missing. */
final class DamagedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedRowException(String message) {
        super(message);
    }
}
