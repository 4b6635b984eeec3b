package io.greenpark.store.bytes;

/** Bytes are not what was written. */
public final class DamagedBytesException extends Exception {
    private static final long serialVersionUID = 1L;

    public DamagedBytesException(String message) {
        super(message);
    }
}
