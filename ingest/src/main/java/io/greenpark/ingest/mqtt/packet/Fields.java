package io.greenpark.ingest.mqtt.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** Reads the data types of MQTT (MQTT 5.0, 1.5) from a buffer that ends where the packet does. */
final class Fields {
    static final int MAX_VARIABLE_BYTES = 4;

    private Fields() {}

    static int one(ByteBuf body) throws BrokenPacketException {
        need(body, 1);
        return body.readUnsignedByte();
    }

    static int two(ByteBuf body) throws BrokenPacketException {
        need(body, 2);
        return body.readUnsignedShort();
    }

    static long four(ByteBuf body) throws BrokenPacketException {
        need(body, 4);
        return body.readUnsignedInt();
    }

    /** A variable byte integer in its shortest form (MQTT-1.5.5-1). */
    static int variable(ByteBuf body) throws BrokenPacketException {
        int value = 0;
        for (int i = 0; i < MAX_VARIABLE_BYTES; i++) {
            int digit = one(body);
            value |= (digit & 0x7F) << 7 * i;
            if ((digit & 0x80) == 0) {
                if (digit == 0 && i > 0) {
                    break;
                }
                return value;
            }
        }
        throw BrokenPacketException.malformed(PacketMessages.badLength());
    }

    /** @param field what it is, for the refusal */
    static String text(ByteBuf body, String field) throws BrokenPacketException {
        int length = two(body);
        need(body, length);
        int from = body.readerIndex();
        if (!ByteBufUtil.isText(body, from, length, StandardCharsets.UTF_8)
                || body.indexOf(from, from + length, (byte) 0) >= 0) {
            throw BrokenPacketException.malformed(PacketMessages.illFormedText(field));
        }
        body.skipBytes(length);
        return body.toString(from, length, StandardCharsets.UTF_8);
    }

    static ByteBuf binary(ByteBuf body) throws BrokenPacketException {
        int length = two(body);
        need(body, length);
        return body.readSlice(length);
    }

    /** A packet id, which is never 0 (MQTT 5.0, 2.2.1). */
    static int packetId(ByteBuf body, PacketType type) throws BrokenPacketException {
        int id = two(body);
        if (id == 0) {
            throw BrokenPacketException.protocolError(PacketMessages.packetIdZero(type.name()));
        }
        return id;
    }

    static void end(ByteBuf body, PacketType type) throws BrokenPacketException {
        if (body.isReadable()) {
            throw BrokenPacketException.malformed(PacketMessages.leftOver(body.readableBytes(), type.name()));
        }
    }

    static void need(ByteBuf body, int bytes) throws BrokenPacketException {
        if (body.readableBytes() < bytes) {
            throw BrokenPacketException.malformed(PacketMessages.cutShort());
        }
    }
}
