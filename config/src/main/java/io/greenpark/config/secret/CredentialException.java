package io.greenpark.config.secret;

/** The files of {@code DIR/credentials} cannot be used. The message names file and line, never a secret. */
public final class CredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CredentialException(String message) {
        super(message);
    }

    public CredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
