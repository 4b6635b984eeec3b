package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.MqttVectors;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Broken;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A target of the fuzzer: any bytes of a connection, before and after CONNECT, are packets or one refusal, never thrown at,
 * and the same packets however the bytes arrive.
 */
public final class MqttPacketFuzz {
    private static final int MAX_PACKET = 2_048;

    static {
        // Netty's pool of buffers does not start under the fuzzer's watch over unsafe memory.
        System.setProperty("io.netty.allocator.type", "unpooled");
    }

    private MqttPacketFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        int whole = packets(input, input.length);
        int halved = packets(input, input.length / 2);
        if (whole != halved) {
            throw new IllegalStateException(whole + " packets at once, " + halved + " in two pieces");
        }
    }

    /** How many packets bytes are that arrive in two pieces; each is let go. */
    private static int packets(byte[] input, int cut) {
        PacketDecoder decoder = new PacketDecoder(MAX_PACKET);
        ByteBuf bytes = Unpooled.wrappedBuffer(input).writerIndex(cut);
        List<Object> packets = new ArrayList<>();
        read(decoder, bytes, packets);
        bytes.writerIndex(input.length);
        read(decoder, bytes, packets);
        for (Object packet : packets) {
            if (packet instanceof Broken && packet != packets.get(packets.size() - 1)) {
                throw new IllegalStateException("something follows a refusal: " + packets);
            }
            if (packet instanceof Publish message) {
                message.payload().release();
            }
        }
        return packets.size();
    }

    /** As Netty does, without a channel: the fuzzer's own hooks break Netty's buffers. */
    private static void read(PacketDecoder decoder, ByteBuf bytes, List<Object> packets) {
        int before = -1;
        while (bytes.isReadable() && bytes.readerIndex() != before) {
            before = bytes.readerIndex();
            decoder.decode(bytes, packets);
        }
    }

    /** What the fuzzer begins with: the connections of the rules. */
    public static List<byte[]> seeds() {
        try {
            return MqttVectors.streams();
        } catch (IOException e) {
            throw new IllegalStateException("the rules cannot be read", e);
        }
    }
}
