package io.greenpark.lab.chaos.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A TCP connection that can be slow or broken: hands on what comes, after a delay, until it is cut. */
public final class FaultyProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMs;
    private volatile boolean cut;

    private FaultyProxy(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    /** Listens on a free port of the loopback in front of another. */
    public static FaultyProxy before(int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        FaultyProxy proxy = new FaultyProxy(new ServerSocket(0, 128, loopback), new InetSocketAddress(loopback, port));
        daemon("proxy-" + port, proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Whatever goes through takes this much longer, each way. */
    public void delay(long ms) {
        delayMs = ms;
    }

    /** Breaks every connection and lets no new one in, until {@link #mend}. */
    public void cut() {
        cut = true;
        open.forEach(FaultyProxy::shut);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // The listener was closed, or the caller is gone already.
                continue;
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        open.add(caller);
        Socket server = new Socket();
        open.add(server);
        try {
            if (cut) {
                throw new IOException("cut");
            }
            server.connect(target);
            server.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
        } catch (IOException e) {
            end(caller, server);
            return;
        }
        daemon("proxy-there", () -> pump(caller, server));
        daemon("proxy-back", () -> pump(server, caller));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read;
            while ((read = in.read(buffer)) >= 0) {
                if (delayMs > 0) {
                    TimeUnit.MILLISECONDS.sleep(delayMs);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side is gone; the other is closed below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        open.remove(one);
        open.remove(other);
        shut(one);
        shut(other);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing left to close.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
