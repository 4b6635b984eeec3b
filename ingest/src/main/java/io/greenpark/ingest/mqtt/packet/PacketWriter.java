package io.greenpark.ingest.mqtt.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The packets that this listener sends, as bytes. A reason string is null where there is none. */
public final class PacketWriter {
    private static final int LONGEST_HEADER = 1 + Fields.MAX_VARIABLE_BYTES;
    private static final int UNSUBACK_NONE_EXISTED = 0x11;

    private PacketWriter() {}

    /** CONNACK before MQTT 5. */
    public static ByteBuf connAck(ByteBufAllocator alloc, int returnCode) {
        return alloc.buffer(4)
                .writeByte(PacketType.CONNACK.firstByte())
                .writeByte(2)
                .writeByte(0)
                .writeByte(returnCode);
    }

    /** CONNACK of MQTT 5, without a session. */
    public static ByteBuf connAck(ByteBufAllocator alloc, int reasonCode, AnswerProperties properties) {
        ByteBuf body = alloc.buffer().writeByte(0).writeByte(reasonCode);
        properties.writeTo(body);
        return packet(alloc, PacketType.CONNACK, body);
    }

    public static ByteBuf pubAck(ByteBufAllocator alloc, int packetId) {
        return acknowledgement(alloc, PacketType.PUBACK.firstByte(), packetId);
    }

    /** PUBACK of MQTT 5. */
    public static ByteBuf pubAck(ByteBufAllocator alloc, int packetId, int reasonCode, @Nullable String reason) {
        return acknowledgement(alloc, PacketType.PUBACK, packetId, reasonCode, reason);
    }

    public static ByteBuf pubRec(ByteBufAllocator alloc, int packetId) {
        return acknowledgement(alloc, PacketType.PUBREC.firstByte(), packetId);
    }

    /** PUBREC of MQTT 5. */
    public static ByteBuf pubRec(ByteBufAllocator alloc, int packetId, int reasonCode, @Nullable String reason) {
        return acknowledgement(alloc, PacketType.PUBREC, packetId, reasonCode, reason);
    }

    public static ByteBuf pubComp(ByteBufAllocator alloc, int packetId) {
        return acknowledgement(alloc, PacketType.PUBCOMP.firstByte(), packetId);
    }

    /** PUBCOMP of MQTT 5. */
    public static ByteBuf pubComp(ByteBufAllocator alloc, int packetId, int reasonCode) {
        return acknowledgement(alloc, PacketType.PUBCOMP, packetId, reasonCode, null);
    }

    private static ByteBuf acknowledgement(ByteBufAllocator alloc, int firstByte, int packetId) {
        return alloc.buffer(4).writeByte(firstByte).writeByte(2).writeShort(packetId);
    }

    private static ByteBuf acknowledgement(
            ByteBufAllocator alloc, PacketType type, int packetId, int reasonCode, @Nullable String reason) {
        if (reasonCode == 0 && reason == null) {
            return acknowledgement(alloc, type.firstByte(), packetId);
        }
        ByteBuf body = alloc.buffer().writeShort(packetId).writeByte(reasonCode);
        if (reason != null) {
            reason(body, reason);
        }
        return packet(alloc, type, body);
    }

    /**
     * SUBACK with one code for all filters.
     *
     * @param version MQTT 5 has properties
     */
    public static ByteBuf subAck(
            ByteBufAllocator alloc,
            ProtocolVersion version,
            int packetId,
            int filters,
            int reasonCode,
            @Nullable String reason) {
        ByteBuf body = alloc.buffer().writeShort(packetId);
        if (version.isFive()) {
            reason(body, reason);
        }
        return packet(alloc, PacketType.SUBACK, codes(body, filters, reasonCode));
    }

    /** UNSUBACK: nothing was subscribed to. Before MQTT 5 it carries no codes. */
    public static ByteBuf unsubAck(ByteBufAllocator alloc, ProtocolVersion version, int packetId, int filters) {
        if (!version.isFive()) {
            return acknowledgement(alloc, PacketType.UNSUBACK.firstByte(), packetId);
        }
        ByteBuf body = alloc.buffer().writeShort(packetId);
        reason(body, null);
        return packet(alloc, PacketType.UNSUBACK, codes(body, filters, UNSUBACK_NONE_EXISTED));
    }

    private static ByteBuf codes(ByteBuf body, int filters, int code) {
        for (int i = 0; i < filters; i++) {
            body.writeByte(code);
        }
        return body;
    }

    public static ByteBuf pingResp(ByteBufAllocator alloc) {
        return alloc.buffer(2).writeByte(PacketType.PINGRESP.firstByte()).writeByte(0);
    }

    /** DISCONNECT of MQTT 5; before, a server says nothing. */
    public static ByteBuf disconnect(ByteBufAllocator alloc, int reasonCode, @Nullable String reason) {
        ByteBuf body = alloc.buffer().writeByte(reasonCode);
        if (reason != null) {
            reason(body, reason);
        }
        return packet(alloc, PacketType.DISCONNECT, body);
    }

    private static void reason(ByteBuf body, @Nullable String reason) {
        AnswerProperties properties = new AnswerProperties();
        if (reason != null) {
            properties.text(AnswerProperties.REASON_STRING, reason);
        }
        properties.writeTo(body);
    }

    private static ByteBuf packet(ByteBufAllocator alloc, PacketType type, ByteBuf body) {
        try {
            ByteBuf packet = alloc.buffer(LONGEST_HEADER + body.readableBytes()).writeByte(type.firstByte());
            writeVariable(packet, body.readableBytes());
            return packet.writeBytes(body);
        } finally {
            body.release();
        }
    }

    static void writeVariable(ByteBuf to, int value) {
        int rest = value;
        while (rest > 0x7F) {
            to.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        to.writeByte(rest);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
