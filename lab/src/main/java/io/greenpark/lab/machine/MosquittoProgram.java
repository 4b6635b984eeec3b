package io.greenpark.lab.machine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The MQTT broker Mosquitto (Debian package mosquitto), on a port of the loopback that every process on this machine may use. */
public final class MosquittoProgram {
    private static final long START_SECONDS = 10;

    private MosquittoProgram() {}

    public static boolean isInstalled() {
        return Programs.find("mosquitto").isPresent();
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param dir for its files, its store among them if its settings ask for one
     * @param settings lines of its configuration beside the listener
     */
    public static Process start(Path dir, int port, List<String> settings) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(settings);
        lines.add("listener " + port + " 127.0.0.1");
        lines.add("allow_anonymous true");
        lines.add("persistence_location " + dir + "/");
        lines.add("log_type error");
        lines.add("user " + System.getProperty("user.name"));
        Path config = Files.write(dir.resolve("mosquitto.conf"), lines);
        Process process = new ProcessBuilder(program(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("mosquitto.log").toFile())
                .start();
        try {
            await(process, port, dir);
            return process;
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static void await(Process process, int port, Path dir) throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
            try (Socket socket = new Socket()) {
                socket.connect(address);
                return;
            } catch (IOException e) {
                continue;
            }
        }
        throw new IOException("mosquitto did not start: " + Files.readString(dir.resolve("mosquitto.log")));
    }

    /**
     * Its version, e.g. {@code mosquitto 2.0.11}.
     *
     * @throws IOException if it is not installed
     */
    public static String version() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(program(), "-h").redirectErrorStream(true).start();
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return help.lines().findFirst().orElse("mosquitto").replace("version ", "");
    }

    private static String program() throws IOException {
        return Programs.find("mosquitto")
                .map(Path::toString)
                .orElseThrow(() -> new IOException("mosquitto was not found. Install it: apt-get install mosquitto"));
    }
}
