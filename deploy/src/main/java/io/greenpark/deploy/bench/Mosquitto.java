package io.greenpark.deploy.bench;

import io.greenpark.deploy.command.UserError;
import io.greenpark.deploy.machine.FreePort;
import io.greenpark.deploy.machine.Programs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The usual baseline: Mosquitto with persistence and one persistent QoS 1 subscriber behind it. Its queue has no bound,
 * so that it drops nothing; it writes its store to the disk from time to time only, so what it acknowledges is less safe.
 */
final class Mosquitto extends BenchServer {
    private static final long START_SECONDS = 10;

    private final DrainSubscriber subscriber;

    private Mosquitto(Process process, int port, DrainSubscriber subscriber) {
        super(process, port);
        this.subscriber = subscriber;
    }

    static Mosquitto start(Path dir) throws IOException, InterruptedException {
        int port = FreePort.take();
        Path config = Files.writeString(
                dir.resolve("mosquitto.conf"),
                String.join(
                        "\n",
                        "listener " + port + " 127.0.0.1",
                        "allow_anonymous true",
                        "persistence true",
                        "persistence_location " + dir + "/",
                        "max_queued_messages 0",
                        "log_type error",
                        "user " + System.getProperty("user.name"),
                        ""));
        Process process = new ProcessBuilder(program(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("mosquitto.log").toFile())
                .start();
        try {
            InetSocketAddress address = await(process, port, dir);
            return new Mosquitto(process, port, DrainSubscriber.start(address, "greenpark/+/telemetry"));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static InetSocketAddress await(Process process, int port, Path dir)
            throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
            try (Socket socket = new Socket()) {
                socket.connect(address);
                return address;
            } catch (IOException e) {
                continue;
            }
        }
        throw new IOException("mosquitto did not start: " + Files.readString(dir.resolve("mosquitto.log")));
    }

    /** Its version, e.g. {@code mosquitto 2.0.11}. */
    static String version() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(program(), "-h").redirectErrorStream(true).start();
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return help.lines().findFirst().orElse("mosquitto").replace("version ", "");
    }

    private static String program() {
        return Programs.find("mosquitto")
                .map(Path::toString)
                .orElseThrow(() -> UserError.failed(
                        "mosquitto was not found; it is one of the baselines. Install it: apt-get install mosquitto"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        subscriber.close();
        super.close();
    }
}
