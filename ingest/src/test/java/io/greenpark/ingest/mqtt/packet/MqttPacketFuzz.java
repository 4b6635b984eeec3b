package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.MqttVectors;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Broken;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.List;

/**
 * A target of the fuzzer: any bytes of a connection, before and after CONNECT, are packets or one refusal, never thrown at,
 * and the same packets however the bytes arrive.
 */
public final class MqttPacketFuzz {
    private static final int MAX_PACKET = 2_048;

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
        EmbeddedChannel channel = new EmbeddedChannel(new PacketDecoder(MAX_PACKET));
        ByteBuf all = Unpooled.wrappedBuffer(input);
        channel.writeInbound(all.copy(0, cut), all.copy(cut, input.length - cut));
        int count = 0;
        boolean broken = false;
        for (Object packet = channel.readInbound(); packet != null; packet = channel.readInbound()) {
            if (broken) {
                throw new IllegalStateException("something follows a refusal: " + packet);
            }
            broken = packet instanceof Broken;
            if (packet instanceof Publish message) {
                message.payload().release();
            }
            count++;
        }
        channel.finishAndReleaseAll();
        return count;
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
