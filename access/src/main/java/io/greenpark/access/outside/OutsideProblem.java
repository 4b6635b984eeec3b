package io.greenpark.access.outside;

/** Somebody cannot sign in by way of somebody else's page. The message is for the log and has no secret. */
public final class OutsideProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String text;

    /** Why, as far as the person needs to know. */
    public enum Kind {
        /** The other side does not answer. */
        AWAY,
        /** It says no, or says what is not to be believed. */
        REFUSED,
        /** It is who it is, and has no account here. */
        UNLINKED
    }

    public OutsideProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.text = message;
    }

    public OutsideProblem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.text = message;
    }

    /** The message. */
    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }
}
