package io.greenpark.store.credential;

/** The files of {@code DIR/credentials} cannot be used. The message names file and line, never a secret. */
public final class CredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CredentialException(String message) {
        super(message);
    }

    CredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
