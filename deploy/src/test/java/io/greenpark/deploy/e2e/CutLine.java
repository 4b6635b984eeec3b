package io.greenpark.deploy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a port of this machine that can be cut: what is open is reset, what comes then is turned away, until it is mended. Whoever uses it
 * notices what a phone notices between two cells.
 */
final class CutLine implements AutoCloseable {
    private static final int PIECE = 16 * 1024;

    private final ServerSocket door;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private long untilCut = Long.MAX_VALUE;
    private boolean cut;
    private int cuts;

    CutLine(int to) throws IOException {
        this.to = to;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        begin("line", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts it once so many more bytes have gone up. */
    synchronized void cutAfter(long bytes) {
        untilCut = bytes;
    }

    /** How often it was cut. */
    synchronized int cuts() {
        return cuts;
    }

    synchronized void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (isCut()) {
                    reset(near);
                } else {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), to));
                }
            } catch (IOException e) {
                // Closed, or nobody listens behind it: the next one is told by its own socket.
            }
        }
    }

    private synchronized boolean isCut() {
        return cut;
    }

    private void join(Socket near, Socket far) {
        open.add(near);
        open.add(far);
        begin("up", () -> pump(near, far, true));
        begin("down", () -> pump(far, near, false));
    }

    private void pump(Socket from, Socket into, boolean up) {
        byte[] piece = new byte[PIECE];
        try {
            for (int n = from.getInputStream().read(piece);
                    n >= 0;
                    n = from.getInputStream().read(piece)) {
                if (up && isCutBy(n)) {
                    return;
                }
                into.getOutputStream().write(piece, 0, n);
            }
            into.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(into);
        }
    }

    private synchronized boolean isCutBy(int bytes) {
        if (untilCut == Long.MAX_VALUE) {
            return cut;
        }
        untilCut -= bytes;
        if (untilCut > 0) {
            return cut;
        }
        untilCut = Long.MAX_VALUE;
        cut = true;
        cuts++;
        open.forEach(this::reset);
        return true;
    }

    /** Without a farewell. */
    private void reset(Socket socket) {
        open.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    private static void begin(String name, Runnable work) {
        Thread thread = new Thread(work, "cut-line-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::reset);
    }
}
