package io.greenpark.deploy.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Strangers at the ports of a running platform: half-open requests, heads of a byte now and then, guessed passwords, noise, and
 * silence at the devices' door. Each connection comes from an address of its own; each kind goes on until the flood is closed.
 */
final class Flood implements AutoCloseable {
    private static final int HELD = 250;
    private static final int PATIENCE_MS = 100;

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean over;

    /** What one stranger does with its connection; it is left open. */
    private interface Stranger {
        void come(Socket socket) throws IOException;
    }

    Flood(int httpPort, int mqttPort) {
        Random random = new Random(1);
        start(1, httpPort, socket -> write(socket, "GET / HTTP/1.1\r\nX: "));
        start(2, httpPort, Flood::dribble);
        start(3, httpPort, Flood::guess);
        start(4, httpPort, socket -> {
            byte[] noise = new byte[200];
            random.nextBytes(noise);
            socket.getOutputStream().write(noise);
        });
        start(5, httpPort, socket -> {});
        start(6, mqttPort, socket -> {});
        start(7, mqttPort, socket -> write(socket, "\u0010\u007f\0\u0004MQ"));
    }

    /** How many connections there have been. */
    long connections() {
        return connections.get();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void dribble(Socket socket) throws IOException {
        for (char c : "GET / HTTP".toCharArray()) {
            write(socket, String.valueOf(c));
        }
    }

    private static void guess(Socket socket) throws IOException {
        String body = "{\"userName\":\"admin\",\"password\":\"guess\"}";
        write(
                socket,
                "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    private void start(int kind, int port, Stranger stranger) {
        Thread thread = new Thread(() -> flood(kind, port, stranger), "flood-" + kind);
        threads.add(thread);
        thread.start();
    }

    private void flood(int kind, int port, Stranger stranger) {
        Deque<Socket> held = new ArrayDeque<>();
        for (int i = 0; !over; i++) {
            try {
                String from = "127." + kind + "." + i / 250 % 250 + "." + (1 + i % 250);
                Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
                held.add(socket);
                connections.incrementAndGet();
                socket.setSoTimeout(PATIENCE_MS);
                stranger.come(socket);
            } catch (IOException e) {
                // It was closed for another, which is what the platform is there for.
            }
            if (held.size() > HELD) {
                close(whenEnded(held.remove()));
            }
        }
        held.forEach(Flood::close);
    }

    /** A stranger comes when another has been cut, or has been silent for a while: as many as can be, not as fast as can be. */
    private static Socket whenEnded(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                // What it is told does not matter.
            }
        } catch (IOException e) {
            // It has been cut, or nothing is said to it.
        }
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError("a socket cannot be closed", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
