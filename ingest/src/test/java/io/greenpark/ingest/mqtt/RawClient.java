package io.greenpark.ingest.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Writes MQTT packets by hand, legal and illegal ones. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    RawClient(int port) throws IOException {
        this(new Socket("127.0.0.1", port));
    }

    /** A client of another address of this machine. */
    RawClient(int port, String from) throws IOException {
        this(new Socket("127.0.0.1", port, InetAddress.getByName(from), 0));
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    RawClient send(int... bytes) throws IOException {
        byte[] packet = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            packet[i] = (byte) bytes[i];
        }
        return sendBytes(packet);
    }

    RawClient sendBytes(byte[] packet) throws IOException {
        out.write(packet);
        out.flush();
        return this;
    }

    /** A packet of this first byte and body. */
    static byte[] packet(int first, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        variable(packet, body.length);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** Writes a variable byte integer. */
    static void variable(ByteArrayOutputStream to, int value) {
        int length = value;
        do {
            int digit = length % 128;
            length /= 128;
            to.write(length > 0 ? digit | 0x80 : digit);
        } while (length > 0);
    }

    /** CONNECT, clean, with user name and password, without keep-alive; {@code version} 4 or 5. */
    RawClient connect(int version, String clientId, String user, String password) throws IOException {
        return connect(version, clientId, user, password, 0);
    }

    RawClient connect(int version, String clientId, String user, String password, int keepAliveS) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(version);
        body.write(0b1100_0010);
        body.write(keepAliveS >> 8);
        body.write(keepAliveS);
        if (version == 5) {
            body.write(0);
        }
        text(body, clientId);
        text(body, user);
        text(body, password);
        return sendBytes(packet(0x10, body.toByteArray()));
    }

    /** PUBLISH of MQTT 3.1.1. */
    static byte[] publish(int qos, int packetId, String topic, String payload) {
        return publish(4, qos, packetId, topic, payload);
    }

    static byte[] publish(int version, int qos, int packetId, String topic, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        if (qos > 0) {
            body.write(packetId >> 8);
            body.write(packetId);
        }
        if (version == 5) {
            body.write(0);
        }
        body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        return packet(0x30 | qos << 1, body.toByteArray());
    }

    /** Writes a string with its length. */
    static void text(ByteArrayOutputStream body, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.write(bytes.length >> 8);
        body.write(bytes.length);
        body.writeBytes(bytes);
    }

    /** The next packet as a whole. */
    byte[] read() throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(in.readUnsignedByte());
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            packet.write(digit);
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0);
        packet.writeBytes(in.readNBytes(length));
        return packet.toByteArray();
    }

    /** Whether the other side has hung up, whatever it sent before. */
    boolean isHungUp() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    /** Whether the other side has hung up, and said nothing more. */
    boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Bytes that have arrived and were not read. */
    int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
