package io.greenpark.park.log;

/**
 * More readings wait for the disk than the log's bound allows. Nothing is wrong with the log: the door stops reading
 * from its connections until appends in flight complete, then offers the batch again.
 */
public class LogBusyException extends LogUnavailableException {
    private static final long serialVersionUID = 1L;

    public LogBusyException(String message) {
        super(message);
    }
}
