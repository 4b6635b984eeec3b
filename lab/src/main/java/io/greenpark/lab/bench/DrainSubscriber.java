package io.greenpark.lab.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A persistent QoS 1 subscriber that acknowledges what comes and keeps nothing (MQTT 3.1.1). It does as little as it can,
 * so that the broker in front of it is measured and not the subscriber.
 */
final class DrainSubscriber implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DrainSubscriber.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int CONNECT = 0x10;
    private static final int SUBSCRIBE = 0x82;
    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int QOS_1 = 0x02;

    private final Socket socket;
    private final Thread thread = new Thread(this::drain, "bench-subscriber");
    private volatile boolean closed;

    private DrainSubscriber(Socket socket) {
        this.socket = socket;
    }

    static DrainSubscriber start(InetSocketAddress broker, String filter) throws IOException {
        Socket socket = new Socket();
        socket.connect(broker);
        socket.setTcpNoDelay(true);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(packet(CONNECT, body -> {
            body.writeUTF("MQTT");
            body.write(new byte[] {4, 0, 0, 0});
            body.writeUTF("bench-subscriber");
        }));
        out.write(packet(SUBSCRIBE, body -> {
            body.writeShort(1);
            body.writeUTF(filter);
            body.write(1);
        }));
        DrainSubscriber subscriber = new DrainSubscriber(socket);
        subscriber.thread.start();
        return subscriber;
    }

    /** Writes the part of a packet behind its length. */
    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    /** A packet of less than 128 bytes. */
    private static byte[] packet(int type, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        packet.write(bytes.size());
        packet.writeBytes(bytes.toByteArray());
        return packet.toByteArray();
    }

    private void drain() {
        ByteArrayOutputStream acknowledgements = new ByteArrayOutputStream();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES))) {
            while (true) {
                int type = in.readUnsignedByte();
                byte[] body = new byte[length(in)];
                in.readFully(body);
                if ((type & 0xF0) == PUBLISH && (type & QOS_1) != 0) {
                    int id = 2 + ((body[0] & 0xFF) << 8 | body[1] & 0xFF);
                    acknowledgements.writeBytes(new byte[] {(byte) PUBACK, 2, body[id], body[id + 1]});
                }
                if (in.available() == 0) {
                    acknowledgements.writeTo(socket.getOutputStream());
                    acknowledgements.reset();
                }
            }
        } catch (IOException e) {
            if (!closed) {
                LOG.warn("bench: the subscriber lost its broker: {}", e.toString());
            }
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            length |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return length;
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closed = true;
        socket.close();
        thread.join();
    }
}
