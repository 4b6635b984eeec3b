package io.greenpark.config.machine;

import io.greenpark.config.command.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback that are free, for the servers that benches, chaos runs and tests start. They lie below those that
 * operating systems give to connections on their way out, so that no connection takes one between finding it and
 * listening on it, nor while its server is away for a while; none is returned twice in one process.
 */
public final class FreePort {
    private static final int LOWEST = 15_000;
    private static final int ABOVE_HIGHEST = 32_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePort() {}

    /** One that was free just now. */
    public static synchronized int take() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE_HIGHEST);
            if (!GIVEN.contains(port) && isFree(port)) {
                GIVEN.add(port);
                return port;
            }
        }
        throw UserError.failed("none of " + TRIES + " ports from " + LOWEST + " to " + ABOVE_HIGHEST
                + " is free on this machine; end what holds them");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
