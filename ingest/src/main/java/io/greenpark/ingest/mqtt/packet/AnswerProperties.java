package io.greenpark.ingest.mqtt.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** The properties of one answer (MQTT 5.0, 2.2.2). */
public final class AnswerProperties {
    public static final int SESSION_EXPIRY_INTERVAL = 0x11;
    public static final int ASSIGNED_CLIENT_IDENTIFIER = 0x12;
    public static final int SERVER_KEEP_ALIVE = 0x13;
    public static final int REASON_STRING = 0x1F;
    public static final int RECEIVE_MAXIMUM = 0x21;
    public static final int TOPIC_ALIAS_MAXIMUM = 0x22;
    public static final int MAXIMUM_PACKET_SIZE = 0x27;
    public static final int SUBSCRIPTION_IDENTIFIERS_AVAILABLE = 0x29;

    private final ByteBuf bytes = Unpooled.buffer();

    public AnswerProperties one(int id, int value) {
        bytes.writeByte(id).writeByte(value);
        return this;
    }

    public AnswerProperties two(int id, int value) {
        bytes.writeByte(id).writeShort(value);
        return this;
    }

    public AnswerProperties four(int id, int value) {
        bytes.writeByte(id).writeInt(value);
        return this;
    }

    /** @param value takes at most 65,535 bytes as UTF-8 */
    public AnswerProperties text(int id, String value) {
        byte[] utf8 = PacketWriter.utf8(value);
        bytes.writeByte(id).writeShort(utf8.length).writeBytes(utf8);
        return this;
    }

    void writeTo(ByteBuf body) {
        PacketWriter.writeVariable(body, bytes.readableBytes());
        body.writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
    }
}
