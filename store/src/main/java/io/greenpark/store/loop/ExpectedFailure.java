package io.greenpark.store.loop;

/**
 * A failure that is to be expected, such as a server that is away. Its message says everything, in words for an operator,
 * and is shown in health as it is; no stack trace is logged.
 */
public class ExpectedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpectedFailure(String message) {
        super(message);
    }

    public ExpectedFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
