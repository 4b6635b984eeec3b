package io.greenpark.deploy.app;

import org.jspecify.annotations.Nullable;

/** The process could not start; the message says what is in the way and what to do. Whatever had started is closed. */
public final class AppStartException extends Exception {
    private static final long serialVersionUID = 1L;

    public AppStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
