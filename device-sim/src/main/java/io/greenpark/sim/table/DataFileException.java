package io.greenpark.sim.table;

/** A data file cannot be read: the message names file, line, the text found and what is expected there. */
public class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFileException(String message) {
        super(message);
    }
}
