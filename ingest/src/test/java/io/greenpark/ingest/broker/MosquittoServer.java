package io.greenpark.ingest.broker;

import io.greenpark.ingest.Await;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Mosquitto with the configuration this project ships, on a free port, its files in a directory of the test. */
public final class MosquittoServer implements AutoCloseable {
    public static final String USER = "greenpark";
    public static final String PASSWORD = "broker-secret";

    private final Path conf;
    private final Path log;
    private final int port;
    private Process process;

    /** Starts it; fails if {@code mosquitto} is not installed. */
    public MosquittoServer(Path dir) throws IOException, InterruptedException {
        Files.createDirectories(dir);
        port = freePort();
        log = dir.resolve("mosquitto.log");
        conf = dir.resolve("mosquitto.conf");
        Path passwords = dir.resolve("passwd");
        run("mosquitto_passwd", "-b", "-c", passwords.toString(), USER, PASSWORD);
        String shipped = Files.readString(Path.of("..", "deploy", "conf", "mosquitto.conf"));
        Files.writeString(
                conf,
                shipped.replace("listener 1884 127.0.0.1", "listener " + port + " 127.0.0.1")
                                .replace("/etc/mosquitto/greenpark.passwd", passwords.toString())
                                .replace("/var/lib/mosquitto/", dir + "/")
                        + "\nuser " + System.getProperty("user.name") + "\n");
        start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", 0));
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
    }

    /** Starts it (again) on the same port with its database. */
    public void start() throws IOException {
        process = new ProcessBuilder("mosquitto", "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Await.until("mosquitto listens on " + port, this::listens);
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("mosquitto ended: " + logText());
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String logText() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends it gracefully: it writes its database. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
