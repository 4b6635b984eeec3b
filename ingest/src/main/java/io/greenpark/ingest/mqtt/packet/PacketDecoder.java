package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Acknowledgeable;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Broken;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.greenpark.park.text.Bilingual;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one connection into packets. Type, flags and length are judged as they come, before anything of the
 * packet is kept: of a packet that is not taken there is never more in memory than one read of the socket brought. The
 * first packet that breaks the standard is the last one passed on. On the connection's event loop.
 */
public final class PacketDecoder extends ByteToMessageDecoder {
    /** Of a message that is too large its packet id is read, unless its topic is longer than this. */
    private static final int LONGEST_TOPIC_READ = 1_024;

    private static final int NO_BYTE = -1;

    private final int maxPacketBytes;
    private final PacketReader reader = new PacketReader();
    private boolean stopped;
    // The fixed header of the packet that comes in.
    private int firstByte = NO_BYTE;
    private int length;
    private int lengthBytes;
    private boolean headerRead;

    /** @param maxPacketBytes the largest packet taken after CONNECT, without its fixed header */
    public PacketDecoder(int maxPacketBytes) {
        this.maxPacketBytes = maxPacketBytes;
    }

    /** The largest CONNECT taken. */
    private int largestConnect() {
        return Math.min(PacketLimits.LARGEST_CONNECT, maxPacketBytes);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        decode(in, out);
    }

    /** Reads at most one packet; asked again as long as it takes bytes. */
    void decode(ByteBuf in, List<Object> out) {
        if (stopped) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            if (!headerRead && !readHeader(in)) {
                return;
            }
            if (isTooLarge()) {
                refuseTooLarge(in, out);
            } else if (in.readableBytes() >= length) {
                headerRead = false;
                int first = firstByte;
                firstByte = NO_BYTE;
                out.add(reader.read(first, in.readSlice(length), isPadded()));
            }
        } catch (BrokenPacketException e) {
            boolean said = e.version() != null;
            stop(
                    in,
                    out,
                    new Broken(
                            said ? e.version() : reader.version(),
                            said ? e.wishes() : reader.wishes(),
                            e.fault(),
                            null));
        }
    }

    /** Reads the fixed header as far as it has come; true once it is whole. */
    private boolean readHeader(ByteBuf in) throws BrokenPacketException {
        if (firstByte == NO_BYTE) {
            firstByte = in.readUnsignedByte();
            length = 0;
            lengthBytes = 0;
            check(HeaderRules.type(firstByte, reader.version()));
        }
        while (in.isReadable()) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << 7 * lengthBytes++;
            if ((digit & 0x80) == 0) {
                check(HeaderRules.length(firstByte, length, isPadded(), reader.version()));
                headerRead = true;
                return true;
            }
            if (lengthBytes == Fields.MAX_VARIABLE_BYTES) {
                throw BrokenPacketException.malformed(PacketMessages.badLength());
            }
        }
        return false;
    }

    private static void check(@Nullable PacketFault fault) throws BrokenPacketException {
        if (fault != null) {
            throw BrokenPacketException.of(fault);
        }
    }

    /** Whether the length takes more bytes than it needs. */
    private boolean isPadded() {
        return lengthBytes > 1 && length < 1 << 7 * (lengthBytes - 1);
    }

    private boolean isTooLarge() {
        return length > (reader.version() == null ? largestConnect() : maxPacketBytes);
    }

    /** Refuses as soon as has come what the answer depends on: a few bytes. */
    private void refuseTooLarge(ByteBuf in, List<Object> out) {
        ProtocolVersion version = reader.version();
        if (version == null) {
            if (in.readableBytes() >= ConnectReader.BYTES_OF_VERSION) {
                PacketFault fault = tooLarge(PacketMessages.connectTooLarge(largestConnect()));
                stop(in, out, new Broken(ConnectReader.peek(in), Wishes.UNKNOWN, fault, null));
            }
            return;
        }
        int qos = version.isFive() || PacketType.of(firstByte) != PacketType.PUBLISH ? 0 : PublishReader.qos(firstByte);
        int packetId = qos == 0 ? 0 : packetId(in);
        if (packetId >= 0) {
            PacketFault fault = tooLarge(PacketMessages.tooLarge(maxPacketBytes));
            stop(
                    in,
                    out,
                    new Broken(
                            version,
                            reader.wishes(),
                            fault,
                            packetId == 0 ? null : new Acknowledgeable(packetId, qos)));
        }
    }

    /** The packet id behind the topic; 0 if it stands too far back, negative if it has not come yet. */
    private static int packetId(ByteBuf in) {
        if (in.readableBytes() < 2) {
            return -1;
        }
        int topic = in.getUnsignedShort(in.readerIndex());
        if (topic > LONGEST_TOPIC_READ) {
            return 0;
        }
        return in.readableBytes() < 2 + topic + 2 ? -1 : in.getUnsignedShort(in.readerIndex() + 2 + topic);
    }

    private static PacketFault tooLarge(Bilingual detail) {
        return new PacketFault(PacketFault.Code.TOO_LARGE, detail);
    }

    /** Passes the refusal on, and drops what has come and what will. */
    private void stop(ByteBuf in, List<Object> out, Broken broken) {
        stopped = true;
        in.skipBytes(in.readableBytes());
        out.add(broken);
    }
}
