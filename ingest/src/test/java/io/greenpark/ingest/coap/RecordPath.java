package io.greenpark.ingest.coap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A network between a DTLS client and the door that loses the client's encrypted records, or lets them overtake the
 * plain ones of their flight. Records: type, version (2 bytes), epoch (2), sequence number (6), length (2), then so many
 * bytes (RFC 6347, 4.1); epoch 0 is not encrypted.
 */
final class RecordPath implements AutoCloseable {
    private static final int HEADER = 13;

    private final DatagramSocket clientSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket doorSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final SocketAddress door;
    private final boolean losing;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();
    private volatile @Nullable SocketAddress client;

    private RecordPath(int doorPort, boolean losing) throws IOException {
        this.door = new InetSocketAddress(InetAddress.getLoopbackAddress(), doorPort);
        this.losing = losing;
        Datagrams.carry("to-door", this::toDoor);
        Datagrams.carry("to-client", this::toClient);
    }

    static RecordPath losingEncrypted(int doorPort) throws IOException {
        return new RecordPath(doorPort, true);
    }

    static RecordPath encryptedFirst(int doorPort) throws IOException {
        return new RecordPath(doorPort, false);
    }

    String uri(String device) {
        return "coaps://127.0.0.1:" + clientSide.getLocalPort() + "/greenpark/" + device + "/telemetry";
    }

    /** How many encrypted records did not arrive. */
    int lost() {
        return lost.get();
    }

    /** How many datagrams had encrypted records moved before plain ones. */
    int overtaken() {
        return overtaken.get();
    }

    private static void send(DatagramSocket socket, byte[] bytes, @Nullable SocketAddress to) throws IOException {
        if (bytes.length > 0 && to != null) {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        }
    }

    private void toClient() throws IOException {
        DatagramPacket packet = Datagrams.receive(doorSide);
        send(clientSide, Arrays.copyOf(packet.getData(), packet.getLength()), client);
    }

    private void toDoor() throws IOException {
        DatagramPacket packet = Datagrams.receive(clientSide);
        client = packet.getSocketAddress();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        byte[] bytes = packet.getData();
        for (int at = 0; at + HEADER <= packet.getLength(); ) {
            int length = HEADER + unsigned16(bytes, at + 11);
            (unsigned16(bytes, at + 3) == 0 ? plain : encrypted).write(bytes, at, length);
            at += length;
        }
        if (losing) {
            lost.addAndGet(encrypted.size() > 0 ? 1 : 0);
        } else {
            overtaken.addAndGet(encrypted.size() > 0 && plain.size() > 0 ? 1 : 0);
            send(doorSide, encrypted.toByteArray(), door);
        }
        send(doorSide, plain.toByteArray(), door);
    }

    private static int unsigned16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    @Override
    public void close() {
        clientSide.close();
        doorSide.close();
    }
}
