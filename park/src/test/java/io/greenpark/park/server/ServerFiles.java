package io.greenpark.park.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** What servers of tests need of the machine. */
public final class ServerFiles {
    private static final int LOWEST_PORT = 15_000;
    private static final int ABOVE_HIGHEST_PORT = 32_000;
    private static final int TRIES = 1_000;

    private ServerFiles() {}

    /**
     * A port of the loopback that nobody has at the moment. It lies below those that connections get on their way out, so that
     * a server that is taken away for a while finds it free when it comes back.
     */
    public static int freePort() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, ABOVE_HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken; another.
            }
        }
        throw new IllegalStateException("none of " + TRIES + " ports is free on this machine");
    }

    /** A folder of its own for a server's files. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory("greenpark-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file. */
    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command, which must succeed. */
    public static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
