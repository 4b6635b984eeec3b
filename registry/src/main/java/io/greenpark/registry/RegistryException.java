package io.greenpark.registry;

/** There is no registry to run on; the message says why, one fault per line. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }
}
