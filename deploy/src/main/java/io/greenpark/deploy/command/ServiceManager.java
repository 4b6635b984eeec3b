package io.greenpark.deploy.command;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the service is ready, where systemd asked to be told ({@code Type=notify}). Java 17 has no datagram
 * sockets of the Unix kind, so systemd's own {@code systemd-notify} speaks.
 */
final class ServiceManager {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceManager.class);
    private static final long LONGEST_S = 10;

    private ServiceManager() {}

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
            if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.warn("systemd-notify did not end within {} s; systemd may take the start for failed", LONGEST_S);
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
