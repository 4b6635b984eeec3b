package io.greenpark.ingest.broker;

import io.greenpark.config.machine.FreePort;
import io.greenpark.ingest.Await;
import io.greenpark.park.server.ContainerServer;
import io.greenpark.park.server.Images;
import io.greenpark.park.server.NativeServer;
import io.greenpark.park.server.ServerFiles;
import io.greenpark.park.server.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Mosquitto, of this machine or a container, with the configuration this project ships, on a free port. */
public final class MosquittoServer implements AutoCloseable {
    public static final String USER = "greenpark";
    public static final String PASSWORD = "broker-secret";

    private static final int PORT = 1884;

    private final int port = FreePort.take();
    private final TestServer server;

    /** Starts it; fails if there is none. Its files lie in {@code dir} or in the container. */
    public MosquittoServer(Path dir) throws IOException {
        String shipped = Files.readString(Path.of("..", "deploy", "conf", "mosquitto.conf"));
        server = TestServer.inContainers() ? container(shipped) : program(dir, shipped);
        start();
    }

    private TestServer program(Path dir, String shipped) throws IOException {
        Files.createDirectories(dir);
        Path passwords = dir.resolve("passwd");
        ServerFiles.run("mosquitto_passwd", "-b", "-c", passwords.toString(), USER, PASSWORD);
        String settings = settings(shipped, port + " 127.0.0.1", passwords.toString(), dir.toString());
        Path conf = ServerFiles.write(
                dir.resolve("mosquitto.conf"), settings + "\nuser " + System.getProperty("user.name") + "\n");
        return new NativeServer(List.of("mosquitto", "-c", conf.toString()), "mosquitto", dir);
    }

    private TestServer container(String shipped) {
        String data = "/mosquitto/data";
        String conf = "/mosquitto/config/mosquitto.conf";
        return new ContainerServer(Images.of("mosquitto"), port, PORT)
                .file(conf, settings(shipped, String.valueOf(PORT), data + "/passwd", data))
                .command(List.of(
                        "sh",
                        "-c",
                        "mosquitto_passwd -b -c " + data + "/passwd " + USER + " " + PASSWORD + " && chown mosquitto "
                                + data + "/passwd && exec mosquitto -c " + conf));
    }

    private static String settings(String shipped, String listener, String passwords, String dir) {
        return shipped.replace("listener 1884 127.0.0.1", "listener " + listener)
                .replace("/etc/mosquitto/greenpark.passwd", passwords)
                .replace("/var/lib/mosquitto/", dir + "/");
    }

    /** Starts it (again) on the same port with its database. */
    public void start() {
        server.start();
        Await.until("mosquitto listens on " + port, this::listens);
    }

    private boolean listens() {
        if (!server.isRunning()) {
            throw new AssertionError("mosquitto ended: " + server.printed());
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it gracefully: it writes its database. */
    public void stop() {
        server.stop();
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.close();
    }
}
