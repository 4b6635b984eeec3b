package io.greenpark.park.document;

/** Documents cannot be read or written now: the disk fails. What was acknowledged before is kept. */
public final class DocumentsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DocumentsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
