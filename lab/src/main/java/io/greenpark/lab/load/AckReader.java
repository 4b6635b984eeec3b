package io.greenpark.lab.load;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the two answers that a publisher gets over MQTT 3.1.1, CONNACK and PUBACK. */
public final class AckReader {
    /** Each of them has as many. */
    public static final int FRAME_BYTES = 4;

    static final int CONNACK = 0x20;
    static final int PUBACK = 0x40;
    private static final int REMAINING_LENGTH = 2;

    private AckReader() {}

    /** Receives what the server answered. */
    public interface Listener {
        /** The connection was let in. */
        void accepted() throws IOException;

        /** A message was taken; the packet id is 1..65535. */
        void acknowledged(int packetId) throws IOException;
    }

    /**
     * Takes all whole frames.
     *
     * @param in flipped; what is left in it is the begin of a frame
     * @throws IOException if the server refused the connection, or sent something else
     */
    public static void read(ByteBuffer in, Listener listener) throws IOException {
        while (in.remaining() >= FRAME_BYTES) {
            int type = in.get() & 0xF0;
            int length = in.get();
            int value = in.getShort() & 0xFFFF;
            if (type == CONNACK && length == REMAINING_LENGTH && value == 0) {
                listener.accepted();
            } else if (type == PUBACK && length == REMAINING_LENGTH && value > 0) {
                listener.acknowledged(value);
            } else {
                throw new IOException(
                        String.format("the server sent type 0x%02x, length %d, value %d", type, length, value));
            }
        }
    }
}
