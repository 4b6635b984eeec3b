package io.greenpark.lab.load;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An MQTT server for one connection at a time that halts once a connection, before its first acknowledgement. */
final class LateServer implements AutoCloseable {
    static final Duration HALT = Duration.ofMillis(200);

    private static final int CONNECT = 0x10;
    private static final int PUBLISH = 0x30;

    private final ServerSocket socket;
    private final Thread thread = new Thread(this::serve, "late-server");

    private LateServer(ServerSocket socket) {
        this.socket = socket;
    }

    static LateServer start() throws IOException {
        LateServer server = new LateServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        server.thread.start();
        return server;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(new DataInputStream(client.getInputStream()), client.getOutputStream());
            } catch (IOException | InterruptedException e) {
                // The client has gone, or the test is over.
                continue;
            }
        }
    }

    private static void answer(DataInputStream in, OutputStream out) throws IOException, InterruptedException {
        boolean halted = false;
        while (true) {
            int type = in.readUnsignedByte() & 0xF0;
            byte[] body = in.readNBytes(in.readUnsignedByte());
            if (type == CONNECT) {
                out.write(new byte[] {AckReader.CONNACK, 2, 0, 0});
            } else if (type == PUBLISH) {
                if (!halted) {
                    TimeUnit.MILLISECONDS.sleep(HALT.toMillis());
                    halted = true;
                }
                int id = 2 + ((body[0] & 0xFF) << 8 | body[1] & 0xFF);
                out.write(new byte[] {AckReader.PUBACK, 2, body[id], body[id + 1]});
            } else {
                throw new EOFException("disconnected");
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        thread.join();
    }
}
