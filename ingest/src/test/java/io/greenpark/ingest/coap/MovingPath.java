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
        Datagrams.carry("to-door", () -> {
            DatagramPacket packet = Datagrams.receive(clientSide);
            client = packet.getSocketAddress();
            if (packet.getData()[0] == HANDSHAKE) {
                handshakeRecords.incrementAndGet();
            }
            doorSide.send(new DatagramPacket(packet.getData(), packet.getLength(), door));
        });
    }

    private DatagramSocket openDoorSide() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Datagrams.carry("to-client", () -> {
            DatagramPacket packet = Datagrams.receive(socket);
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

    @Override
    public void close() {
        clientSide.close();
        doorSide.close();
    }
}
