package io.greenpark.accounting.finding;

/** The findings of a row are damaged. */
final class DamagedFindingsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DamagedFindingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
