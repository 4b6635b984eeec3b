package io.greenpark.deploy.command;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the service is ready, if the unit is of {@code Type=notify}. Java 17 has no Unix datagram sockets, so
 * it runs systemd's own {@code systemd-notify}.
 */
final class SystemdNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(SystemdNotifier.class);
    private static final long TIMEOUT_S = 10;

    private SystemdNotifier() {}

    static void ready(String status) {
        String socket = System.getenv("NOTIFY_SOCKET");
        if (socket == null || socket.isEmpty()) {
            return;
        }
        try {
            Process process = new ProcessBuilder("systemd-notify", "--ready", "--status=" + status)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.warn("systemd-notify did not end within {} s; systemd may take the start for failed", TIMEOUT_S);
            } else if (process.exitValue() != 0) {
                LOG.warn("systemd-notify ended with {}; systemd may take the start for failed", process.exitValue());
            }
        } catch (IOException e) {
            LOG.warn("systemd-notify cannot be run ({}); set Type=exec in the unit", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
