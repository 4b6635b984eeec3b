package io.greenpark.sim.client;

/** A message will not be delivered; the text says who, why and what to do. */
public class SenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SenderException(String message) {
        super(message);
    }
}
