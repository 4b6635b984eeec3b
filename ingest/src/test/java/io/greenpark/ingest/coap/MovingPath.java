package io.greenpark.ingest.coap;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A network between a client and the door that gives the client a new address, as a NAT does after a pause. */
final class MovingPath implements AutoCloseable {
    private static final int HANDSHAKE = 22;

    private final DatagramSocket clientSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final SocketAddress door;
    private final AtomicInteger handshakeRecords = new AtomicInteger();
    private volatile DatagramSocket doorSide;
    private volatile @Nullable SocketAddress client;

    MovingPath(int doorPort) throws IOException {
        door = new InetSocketAddress(InetAddress.getLoopbackAddress(), doorPort);
        doorSide = openDoorSide();
        start("to-door", () -> {
            DatagramPacket packet = receive(clientSide);
            client = packet.getSocketAddress();
            if (packet.getData()[0] == HANDSHAKE) {
                handshakeRecords.incrementAndGet();
            }
            doorSide.send(new DatagramPacket(packet.getData(), packet.getLength(), door));
        });
    }

    private DatagramSocket openDoorSide() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        start("to-client", () -> {
            DatagramPacket packet = receive(socket);
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            SocketAddress to = client;
            if (to != null) {
                clientSide.send(new DatagramPacket(bytes, bytes.length, to));
            }
        });
        return socket;
    }

    /** From now on the door sees another address. */
    void move() throws IOException {
        DatagramSocket before = doorSide;
        doorSide = openDoorSide();
        before.close();
    }

    /** Datagrams of the client that began with a record of a handshake in the clear. */
    int handshakeRecords() {
        return handshakeRecords.get();
    }

    String uri(String device) {
        return "coaps://127.0.0.1:" + clientSide.getLocalPort() + "/greenpark/" + device + "/telemetry";
    }

    private interface Way {
        void carry() throws IOException;
    }

    private static void start(String name, Way way) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            way.carry();
                        }
                    } catch (IOException e) {
                        // The path was closed.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        socket.receive(packet);
        return packet;
    }

    @Override
    public void close() {
        clientSide.close();
        doorSide.close();
    }
}
