package io.greenpark.config.command;

/** A failure whose message is all the user needs: it is printed without a stack trace and ends the command. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public UserError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something the command tried did not work: exit code 1. */
    public static UserError failed(String message) {
        return new UserError(1, message);
    }

    /** The same, in the words of what failed. */
    public static UserError failed(Exception cause) {
        return failed(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    /** The command line or the configuration is wrong: exit code 2. */
    public static UserError usage(String message) {
        return new UserError(2, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
