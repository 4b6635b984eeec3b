package io.greenpark.lab.ledger;

import java.io.IOException;

/** A socket failed, as they do while faults strike; a ledger that cannot be written stays an {@link IOException}. */
final class SocketFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private SocketFailure(IOException cause) {
        super(cause);
    }

    /** Something with a socket. */
    @FunctionalInterface
    interface SocketAction {
        void run() throws IOException, SocketFailure;
    }

    static void attempt(SocketAction step) throws SocketFailure {
        try {
            step.run();
        } catch (IOException e) {
            throw new SocketFailure(e);
        }
    }
}
