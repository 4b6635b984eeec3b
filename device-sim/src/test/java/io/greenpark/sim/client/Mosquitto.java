package io.greenpark.sim.client;

import io.greenpark.config.machine.FreePort;
import io.greenpark.park.Await;
import io.greenpark.park.server.ContainerServer;
import io.greenpark.park.server.Images;
import io.greenpark.park.server.NativeServer;
import io.greenpark.park.server.ServerFiles;
import io.greenpark.park.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** A real Mosquitto, of this machine or a container, that takes anyone in, on a free port of the loopback interface. */
public final class Mosquitto implements AutoCloseable {
    private static final int PORT = 1883;

    private final int port = FreePort.take();
    private final TestServer server;

    public Mosquitto(Path dir) {
        server = TestServer.inContainers() ? container() : program(dir.resolve("mosquitto"));
        startAgain();
    }

    private static String settings(String listener) {
        return "listener " + listener + "\nallow_anonymous true\nmax_inflight_messages 0\nmax_queued_messages 0\n";
    }

    private TestServer program(Path dir) {
        ServerFiles.run("mkdir", "-p", dir.toString());
        Path conf = ServerFiles.write(dir.resolve("mosquitto.conf"), settings(port + " 127.0.0.1"));
        return new NativeServer(List.of("mosquitto", "-c", conf.toString()), "mosquitto", dir);
    }

    private TestServer container() {
        return new ContainerServer(Images.of("mosquitto"), port, PORT)
                .file("/mosquitto/config/mosquitto.conf", settings(String.valueOf(PORT)));
    }

    private boolean listening() {
        if (!server.isRunning()) {
            throw new IllegalStateException("mosquitto ended by itself: " + server.printed());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public void kill() {
        server.kill();
    }

    public void startAgain() {
        server.start();
        Await.until("mosquitto listens on port " + port, this::listening);
    }

    @Override
    public void close() {
        if (server.isRunning()) {
            server.kill();
        }
        server.close();
    }
}
