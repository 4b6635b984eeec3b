package io.greenpark.ingest.broker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An MQTT 5 broker that takes one subscriber and sends it what it likes, retained messages too, whatever the subscription
 * says.
 */
final class LenientBroker implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    private final List<byte[]> subscriptions = new CopyOnWriteArrayList<>();
    private volatile OutputStream out;

    LenientBroker() throws IOException {
        Thread thread = new Thread(this::serve, "lenient-broker");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** The bodies of the SUBSCRIBE packets that came. */
    List<byte[]> subscriptions() {
        return subscriptions;
    }

    /** The packet ids that were acknowledged, in order. */
    List<Integer> acknowledged() {
        return acknowledged;
    }

    void publish(int packetId, boolean retained, String topic, String payload) throws IOException {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        byte[] text = payload.getBytes(StandardCharsets.UTF_8);
        byte[] packet = new byte[2 + 2 + name.length + 2 + 1 + text.length];
        packet[0] = (byte) (retained ? 0x33 : 0x32);
        packet[1] = (byte) (packet.length - 2);
        packet[3] = (byte) name.length;
        System.arraycopy(name, 0, packet, 4, name.length);
        packet[5 + name.length] = (byte) packetId;
        System.arraycopy(text, 0, packet, 7 + name.length, text.length);
        send(packet);
    }

    private synchronized void send(byte... packet) throws IOException {
        out.write(packet);
        out.flush();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            while (true) {
                int type = in.readUnsignedByte() >> 4;
                answer(type, in.readNBytes(length(in)));
            }
        } catch (IOException ended) {
            out = null;
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            if (digit < 0x80) {
                return length;
            }
        }
    }

    private void answer(int type, byte[] body) throws IOException {
        switch (type) {
            case 1 -> send((byte) 0x20, (byte) 3, (byte) 0, (byte) 0, (byte) 0);
            case 4 -> acknowledged.add((body[0] & 0xFF) << 8 | body[1] & 0xFF);
            case 8 -> {
                subscriptions.add(body);
                send((byte) 0x90, (byte) 4, body[0], body[1], (byte) 0, (byte) 1);
            }
            default -> {
                // DISCONNECT needs no answer, and the keep-alive is longer than a test.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
