package io.greenpark.config.tls;

/** A certificate or key that cannot be used. The message names the file and what to do, never a secret. */
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsException(String message) {
        super(message);
    }

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
