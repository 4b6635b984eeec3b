package io.greenpark.influx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Passes connections on to a server and holds its answers back as long as is set. */
final class SlowProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final URI server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile long delayMs;

    SlowProxy(String server) {
        this.server = URI.create(server);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    void delay(long ms) {
        delayMs = ms;
    }

    /** Traffic that ends when a side closes. */
    @FunctionalInterface
    private interface Traffic {
        void run() throws IOException;
    }

    private static void run(Traffic traffic) {
        Thread thread = new Thread(() -> {
            try {
                traffic.run();
            } catch (IOException e) {
                // One side closed: that is how connections end.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket behind = new Socket(server.getHost(), server.getPort());
            sockets.addAll(List.of(client, behind));
            run(() -> pass(client.getInputStream(), behind.getOutputStream(), false));
            run(() -> pass(behind.getInputStream(), client.getOutputStream(), true));
        }
    }

    private void pass(InputStream in, OutputStream out, boolean slowly) throws IOException {
        byte[] buffer = new byte[65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (slowly && delayMs > 0) {
                LockSupport.parkNanos(delayMs * 1_000_000);
            }
            out.write(buffer, 0, n);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
